// On reading pages: nothing of the notebook loads before somebody wants it.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-notebook-id]'))
  button.addEventListener('click', () => void save(button));

async function save(button: HTMLButtonElement): Promise<void> {
  const answer = button.nextElementSibling as HTMLElement;
  const { notebookId: id = '', notebookTitle: title = '' } = button.dataset;
  try {
    const { addToNotebook } = await import('./add.ts');
    const { already, refusal } = addToNotebook({ kind: 'practice', id, title });
    const link = document.createElement('a');
    link.href = answer.dataset.notebook ?? '';
    link.textContent = refusal ? 'Apri il quaderno' : already ? 'È già nel quaderno' : 'Salvata nel quaderno';
    answer.replaceChildren(refusal ? `${refusal} ` : '', link);
  } catch {
    answer.textContent = 'Non salvata: la connessione non risponde. Riprova.';
  }
}
