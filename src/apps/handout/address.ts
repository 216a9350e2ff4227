/** The sheet that an address asks for, or what is wrong with it; nothing in it is believed. */
export function askedSheet(search: string): { id: string } | { wrong: string } | null {
  const asked = new URLSearchParams(search).get('p')?.trim();
  if (!asked) return null;
  return asked.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(asked)
    ? { id: asked }
    : { wrong: asked.slice(0, 80) };
}
