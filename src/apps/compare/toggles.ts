/**
 * Cards put their sheet aside to be compared. What does it comes at the first press, or at once where something has
 * been put aside before; until then each link opens the comparison by itself.
 */
const load = () => import('./choose.ts');

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-compare]');
  // a new window, or a copy of the address, is still what the reader asked for
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  load().then(
    ({ toggleOf }) => toggleOf(link),
    () => location.assign(link.href),
  );
});
const results = document.getElementById('esito');
if (results)
  new MutationObserver(
    () =>
      void load().then(
        ({ addToResults }) => addToResults(results),
        () => false,
      ),
  ).observe(results, { childList: true });
try {
  if (localStorage.getItem('tra-pari:confronto')) load().catch(() => false);
} catch {
  // a window without storage has nothing put aside
}
