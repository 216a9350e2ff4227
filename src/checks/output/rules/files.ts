import { fault, type OutputRule } from '../site.ts';
import type { Problem } from '../../problem.ts';

/** Names that Astro and Pagefind make up hold capitals; the others are written by hand. */
const madeUp = /^(?:_astro|pagefind)\//;
const portable = /^(?:_?[a-z0-9][a-z0-9._-]*\/)*_?[a-z0-9][a-z0-9._-]*$/;
const portableMadeUp = /^[\w.-]+(?:\/[\w.-]+)*$/;
/** Names that Windows keeps for itself. */
const reserved = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:\/|$)|\.(?:\/|$)/i;

/** Every file can be copied to any disk and server, and none is left over from the building. */
export const files: OutputRule = ({ files: sizes }) => {
  const byLowerCase = new Map<string, string>();
  return [...sizes].flatMap(([file, size]) => {
    const found: Problem[] = [];
    const lower = file.toLowerCase();
    const twin = byLowerCase.get(lower);
    byLowerCase.set(lower, file);
    const visible = file.replace(/^\.well-known\//, '');
    const isHidden = /(?:^|\/)\./.test(visible);
    if (twin !== undefined)
      found.push(
        fault('file-name', file, `Il nome è uguale a ${twin}, maiuscole a parte.`, 'Cambia uno dei due.'),
      );
    if (isHidden || file.endsWith('.map'))
      found.push(fault('file-unwanted', file, 'Questo file non va pubblicato.', 'Togli ciò che lo scrive.'));
    else if (!(madeUp.test(file) ? portableMadeUp : portable).test(visible) || reserved.test(file))
      found.push(
        fault(
          'file-name',
          file,
          'Il nome non va bene su ogni disco e server.',
          'Usa minuscole senza accenti, cifre e trattini.',
        ),
      );
    if (size === 0) found.push(fault('file-empty', file, 'Il file è vuoto.', 'Costruisci di nuovo.'));
    return found;
  });
};
