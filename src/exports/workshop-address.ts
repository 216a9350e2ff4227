/** Where the file of a workshop goes in the repository. */
export const workshopFolder = 'src/content/workshops/';

/** What servers take in an address. */
const longest = 6000;

/**
 * Where a new file opens in the repository, with its text where it fits; a repository that is not on GitHub opens its
 * own front page.
 */
export function newFileAddress(repository: string, name: string, text: string): string {
  const root = repository.replace(/\/$/, '');
  if (new URL(root).hostname !== 'github.com') return root;
  const query = new URLSearchParams({ filename: name });
  const address = `${root}/new/main/${workshopFolder}?`;
  const whole = `${address}${new URLSearchParams({ filename: name, value: text }).toString()}`;
  return whole.length <= longest ? whole : `${address}${query.toString()}`;
}
