// On every sheet: nothing of what makes the files loads before somebody wants one.
const menu = document.querySelector<HTMLDetailsElement>('.downloads');
const told = menu?.querySelector('[role=status]');
let isBusy = false;

menu?.addEventListener('click', ({ target }) => {
  if (isBusy || !told || !(target instanceof HTMLButtonElement)) return;
  isBusy = true;
  told.textContent = 'Preparo il file…';
  void import('./sheet-files.ts')
    .then(({ download }) => download(target.name, target.value))
    .catch(() => 'Il file non si è preparato: controlla la rete e riprova.')
    .then((text) => {
      isBusy = false;
      told.textContent = text;
    });
});
menu?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
