import { part } from '../elements.ts';

const form = part('word-form', HTMLFormElement);
const input = part('word-file', HTMLInputElement);
const told = part('word-told', HTMLElement);

/** What reads Word files is heavy, and comes when a file is there. */
async function read(): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) {
    told.textContent = 'Scegli prima il file.';
    input.focus();
    return;
  }
  told.textContent = `Leggo «${file.name}»…`;
  part('word-result', HTMLElement).replaceChildren();
  try {
    await import('../plain-zod.ts');
    const { showImport } = await import('./result.ts');
    await showImport(file, part('word-kind', HTMLSelectElement).value);
  } catch {
    told.textContent =
      'Il lettore dei file Word non si è caricato: controlla la rete e riprova. Il file è rimasto com’era.';
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void read();
});
input.addEventListener('change', () => void read());
for (const kind of ['dragover', 'drop']) form.addEventListener(kind, (event) => event.preventDefault());
form.addEventListener('drop', (event) => {
  if (!event.dataTransfer?.files.length) return;
  input.files = event.dataTransfer.files;
  void read();
});
