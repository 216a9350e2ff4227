import { describe, expect, test } from 'vitest';
import { securityTxt } from '../../src/exports/security-txt.ts';

const day = '2026-11-22';
const copy = (changes: { home?: string; contact?: string | null } = {}) =>
  securityTxt(
    {
      home: new URL(changes.home ?? 'https://esempio.it/'),
      contact: changes.contact ?? null,
      page: '/note-legali/#sicurezza',
    },
    day,
  );
const contacts = (text: string | null) => text?.split('\n').filter((line) => line.startsWith('Contact:'));

describe('security.txt', () => {
  test('has one contact, one end, its language and its own address', () => {
    expect(copy()).toBe(
      [
        'Contact: https://esempio.it/note-legali/#sicurezza',
        'Expires: 2027-11-17T00:00:00.000Z',
        'Preferred-Languages: it',
        'Canonical: https://esempio.it/.well-known/security.txt',
        '',
      ].join('\n'),
    );
  });

  test('ends less than a year after the build, as RFC 9116 recommends', () => {
    const end = Date.parse(/^Expires: (.+)$/m.exec(copy() ?? '')?.[1] ?? '');
    const days = (end - Date.parse(day)) / 86_400_000;
    expect(days).toBeGreaterThan(300);
    expect(days).toBeLessThan(365);
  });

  test.each(['https://rete.esempio.it/contatti', 'mailto:sicurezza@esempio.it'])(
    'names who answers: %s',
    (contact) => {
      expect(contacts(copy({ contact }))).toEqual([`Contact: ${contact}`]);
    },
  );

  test.each(['http://rete.esempio.it/', 'Ufficio innovazione'])(
    'leads to the page of the site when the contact is none that RFC 9116 takes: %s',
    (contact) => {
      expect(contacts(copy({ contact }))).toEqual(['Contact: https://esempio.it/note-legali/#sicurezza']);
    },
  );

  test.each(['http://localhost:4321/', 'http://base.esempio.it/', 'https://esempio.it/kb/'])(
    'is not written for a copy at %s',
    (home) => {
      expect(copy({ home, contact: 'mailto:sicurezza@esempio.it' })).toBeNull();
    },
  );
});
