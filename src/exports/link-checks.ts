import type { LinkCheck } from '../schemas/link-check.ts';

const about = `# Che cosa hanno risposto gli indirizzi delle fonti. Lo scrive «npm run check:links»: non serve modificarlo a mano.
`;

/** The file of the checks, in the order of the addresses: two runs that find the same write the same. */
export function linkChecksYaml(checks: readonly LinkCheck[]): string {
  if (checks.length === 0) return `${about}entries: []\n`;
  const sorted = [...checks].sort((a, b) => (a.url < b.url ? -1 : 1));
  return `${about}entries:\n${sorted.map(entryText).join('')}`;
}

// no address that the schema lets through holds an apostrophe
const entryText = ({ url, checkedOn, result, movedTo, archiveUrl }: LinkCheck): string =>
  [
    `  - url: '${url}'`,
    `    checkedOn: '${checkedOn}'`,
    `    result: ${result}`,
    ...(movedTo === undefined ? [] : [`    movedTo: '${movedTo}'`]),
    ...(archiveUrl === undefined ? [] : [`    archiveUrl: '${archiveUrl}'`]),
  ]
    .map((line) => `${line}\n`)
    .join('');
