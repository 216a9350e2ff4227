import { expect, test } from 'vitest';
import { offlineText } from '../../../src/apps/offline/words.ts';
import { sessionListsFile } from '../../../src/knowledge/routes.ts';

const named = new Map([['/dati/practices/tonite.json', 'ToNite']]);
const whole = { needed: [], extra: [], data: [] };

test('it says that all is ready only when nothing lacks', () => {
  expect(offlineText(whole, named)).toMatch(/^Pronta anche senza rete/);
  for (const lacking of [
    'unsupported' as const,
    'failed' as const,
    { ...whole, needed: ['/sessioni/conduci/'] },
    { ...whole, extra: ['/_astro/docx.js'] },
    { ...whole, data: ['/dati/practices/tonite.json'] },
    { ...whole, data: [sessionListsFile] },
  ])
    expect(offlineText(lacking, named)).not.toMatch(/^Pronta/);
});

test('it names what lacks', () => {
  const text = offlineText(
    { needed: [], extra: ['/_astro/docx.js'], data: ['/dati/practices/tonite.json', sessionListsFile] },
    named,
  );
  expect(text).toBe(
    'Senza rete si conduce; mancano ancora: parole e testi di «ToNite»; gli elenchi di bisogni e città; i documenti da scaricare.',
  );
});
