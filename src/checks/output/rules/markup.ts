import { fault, type OutputRule } from '../site.ts';

const hint = 'La politica di sicurezza lo ferma: mettilo in un file del sito, o toglilo.';

/** Nothing in a page runs or loads beyond the policy, and the policy comes first. */
export const markup: OutputRule = ({ pages, drawings }, { policy }) => [
  ...[...pages, ...drawings].flatMap(([file, { faults }]) =>
    faults.map(({ code, message }) => fault(code, file, message, hint)),
  ),
  ...[...pages.values()]
    .filter((page) => page.policy !== policy)
    .map(({ file, policy: found }) =>
      fault(
        'policy-missing',
        file,
        found === null
          ? 'Il primo <meta> della pagina non è la politica di sicurezza.'
          : 'La politica di sicurezza della pagina non è quella del sito.',
        'Ogni pagina comincia dalla cornice comune (components/layout).',
      ),
    ),
];
