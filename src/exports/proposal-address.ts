/** What servers take in an address, and mail programs with it. */
const longest = 6000;
const longestMail = 1800;

/** A file that is proposed to the base. */
export interface ProposedFile {
  /** Folder inside the repository, with its last stroke. */
  folder: string;
  /** Name of the file. */
  name: string;
  text: string;
}

export interface ProposalAddress {
  href: string;
  /** Whether the text travels in the address; when not it has to be copied and put in by hand. */
  isFilled: boolean;
}

/** Where the sheets of a collection stand in the repository: `repositoryFolder('practices')`. */
export const repositoryFolder = (folder: string): string => `src/content/${folder}/`;

/**
 * Where a new file opens in the repository, with its text where it fits; a repository that is not on GitHub opens its
 * own front page. A file that is there already opens to be changed: GitHub fills in no text there.
 */
export function repositoryAddress(
  repository: string,
  { folder, name, text }: ProposedFile,
  isThere = false,
): ProposalAddress {
  const root = repository.replace(/\/$/, '');
  if (new URL(root).hostname !== 'github.com') return { href: root, isFilled: false };
  if (isThere) return { href: `${root}/edit/main/${folder}${name}`, isFilled: false };
  const address = `${root}/new/main/${folder}?`;
  const whole = address + new URLSearchParams({ filename: name, value: text }).toString();
  return whole.length <= longest
    ? { href: whole, isFilled: true }
    : { href: address + new URLSearchParams({ filename: name }).toString(), isFilled: false };
}

/**
 * A letter with the file: in its text where it fits, otherwise it asks to attach it. Mail programs take no attachment
 * from an address.
 * @param to empty where no address is known: the writer chooses
 */
export function mailAddress(to: string, subject: string, { name, text }: ProposedFile): ProposalAddress {
  const opening = `Buongiorno,\nmando una scheda per la base.\n\n`;
  const inside = `${opening}Il testo del file ${name} è qui sotto.\n\n${text}`;
  const attached = `${opening}Il file è allegato: ${name}\n`;
  const written = (body: string) =>
    `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const whole = written(inside);
  return whole.length <= longestMail
    ? { href: whole, isFilled: true }
    : { href: written(attached), isFilled: false };
}
