/** Days for which the file holds; RFC 9116 asks for less than a year. */
const validDays = 360;

interface Publisher {
  /** The home page at its public address. */
  home: URL;
  /** Address of who answers: a page or a mailbox; null while there is nobody. */
  contact: string | null;
  /** The page of the site that says whom to tell of a problem. */
  page: string;
}

/**
 * The `security.txt` of RFC 9116: whom to tell of a security problem. Null for a copy that cannot have one: the file
 * speaks for a whole host, and over https.
 * @param day of the build, `YYYY-MM-DD`
 */
export function securityTxt({ home, contact, page }: Publisher, day: string): string | null {
  if (home.protocol !== 'https:' || home.pathname !== '/') return null;
  const isReachable = contact !== null && /^(https|mailto|tel):/.test(contact);
  return [
    `Contact: ${isReachable ? contact : new URL(page, home).href}`,
    `Expires: ${new Date(Date.parse(day) + validDays * 86_400_000).toISOString()}`,
    'Preferred-Languages: it',
    `Canonical: ${new URL('.well-known/security.txt', home).href}`,
    '',
  ].join('\n');
}
