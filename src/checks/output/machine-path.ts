/**
 * A folder of this machine found in a text, as it would be written in a sentence, an address or a JSON string.
 * A root of one folder (`/app`) is too short to mean anything: pages have such addresses too.
 */
export function machinePathIn(text: string, root: string): string | null {
  const forward = root.replaceAll('\\', '/');
  if (forward.split('/').filter(Boolean).length < 2) return null;
  const spellings = [root, forward, root.replaceAll('\\', '\\\\')];
  return spellings.find((spelling) => text.includes(spelling)) ?? null;
}
