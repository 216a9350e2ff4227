import { sessionListsFile } from '../../knowledge/routes.ts';
import type { Lacking, Unprepared } from './prepare.ts';

/** Says «pronta» only where it is true, and what is missing where not. */
export function offlineText(lacking: Lacking | Unprepared, named: ReadonlyMap<string, string>): string {
  if (lacking === 'unsupported')
    return 'Questo browser non tiene le pagine per quando manca la rete: lascia aperta questa finestra e non ricaricarla. Le ore e gli appunti restano comunque qui.';
  if (lacking === 'failed' || lacking.needed.length > 0)
    return 'Non ancora pronta senza rete: resta collegato e ricarica la pagina, oppure lascia aperta questa finestra.';
  const data = lacking.data.map((address) => named.get(address)).filter((name) => name !== undefined);
  const gaps = [
    data.length > 0 && `parole e testi di ${data.map((name) => `«${name}»`).join(', ')}`,
    lacking.data.includes(sessionListsFile) && 'gli elenchi di bisogni e città',
    lacking.extra.length > 0 && 'i documenti da scaricare',
  ].filter((gap) => gap !== false);
  return gaps.length === 0
    ? 'Pronta anche senza rete: puoi ricaricare la pagina e andare avanti.'
    : `Senza rete si conduce; mancano ancora: ${gaps.join('; ')}.`;
}

/** Whether nothing is left to be done, or nothing can be. */
export const isReady = (lacking: Lacking | Unprepared): boolean =>
  lacking === 'unsupported' ||
  (lacking !== 'failed' && Object.values(lacking).every((list: readonly string[]) => list.length === 0));
