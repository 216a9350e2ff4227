import type { Problem } from '../../problem.ts';
import { fault, fileAt, publishedIn, type BuiltSite, type Expected, type OutputRule } from '../site.ts';
import { destinationIn } from '../destination.ts';

/** Every address ever published is there or one redirect away, and every redirect leads to a page of ours. */
export const addresses: OutputRule = (site, expected) => [
  ...lost(site, expected),
  ...[...site.pages.values()].flatMap(({ file, redirect, address }) =>
    redirect === null ? [] : redirectProblems(site, expected, { file, redirect, address }),
  ),
];

function lost({ files }: BuiltSite, expected: Expected): Problem[] {
  const old = publishedIn(expected).flatMap(({ file, data: { redirects } }) =>
    (Array.isArray(redirects) ? redirects : []).map((address) => [String(address), file] as const),
  );
  const promised = new Map<string, string>([
    ...expected.addresses.map((address) => [address, 'addresses.txt'] as const),
    ...old,
  ]);
  return [...promised]
    .filter(([address]) => !files.has(fileAt(address)))
    .map(([address, where]) =>
      fault(
        'address-lost',
        fileAt(address),
        `L’indirizzo ${address}, che sta in ${where}, non porta più da nessuna parte.`,
        'Se la pagina ha cambiato indirizzo, scrivi quello vecchio in «redirects» della sua scheda.',
      ),
    );
}

function redirectProblems(
  { pages }: BuiltSite,
  expected: Expected,
  { file, redirect, address }: { file: string; redirect: string; address: string },
): Problem[] {
  const to = destinationIn(expected)(redirect, address);
  const target = to.kind === 'inside' ? pages.get(fileAt(to.path)) : undefined;
  const wrong =
    to.kind === 'outside'
      ? 'porta fuori dal sito'
      : !target
        ? 'non porta a una pagina'
        : target.redirect !== null
          ? 'porta a un altro rinvio'
          : null;
  if (wrong === null) return [];
  return [
    fault(
      'redirect-broken',
      file,
      `Il vecchio indirizzo ${address} ${wrong} (${redirect}).`,
      'Un vecchio indirizzo porta in un passo alla pagina di oggi.',
    ),
  ];
}
