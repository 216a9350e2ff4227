import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../src/exports/ics.ts';
import { addBlock, addTask, withFields } from '../../src/knowledge/plan-edits.ts';
import { emptyPlan } from '../../src/knowledge/plan.ts';

const now = new Date('2026-11-22T10:20:30.400Z');
let plan = withFields(emptyPlan('a1b2'), {
  title: 'Una mattina, a Lecce; con «casi» \\ e dati',
  date: '2026-11-26',
  start: 9 * 60 + 30,
  venue: 'Sala grande',
});
plan = addBlock(plan, 'groups', { title: 'Perché è così difficile? '.repeat(6).trim(), minutes: 90 });
plan = addBlock(plan, 'break', { minutes: 15 });
plan = addTask(plan, 'prework', { text: 'Leggi\nla scheda', minutes: 20 });

const made = (of = plan): string => calendarOf(of, 'Lecce', now) ?? '';

/** Reads the file as the standard says: lines joined again, then the name before the first colon. */
function properties(text: string): Map<string, string> {
  const lines = text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1)];
    }),
  );
}

const unescaped = (text = ''): string =>
  text.replace(/\\([\\;,nN])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter));

describe('the calendar file of a session', () => {
  test('says when in Italian time, how long, where and what', () => {
    const event = properties(made());
    expect(event.get('DTSTART;TZID=Europe/Rome')).toBe('20261126T093000');
    expect(event.get('DURATION')).toBe('PT105M');
    expect(event.get('DTSTAMP')).toBe('20261122T102030Z');
    expect(event.get('UID')).toBe('sessione-a1b2@tra-pari');
    expect(unescaped(event.get('SUMMARY'))).toBe('Una mattina, a Lecce; con «casi» \\ e dati');
    expect(unescaped(event.get('LOCATION'))).toBe('Sala grande, Lecce');
    const description = unescaped(event.get('DESCRIPTION'));
    expect(description).toContain(
      'Prima di venire, entro il 26 novembre 2026, ore 9.30:\n- Leggi\nla scheda (20 minuti)',
    );
    expect(description).toContain('9.30 Perché è così difficile?');
    expect(description).toContain('11.00 Pausa');
  });

  test('ends every line as the standard wants, none longer than 75 bytes, no letter cut in two', () => {
    const text = made();
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\ufffd');
    }
  });

  test('lets nobody add a line of one’s own', () => {
    const nasty = withFields(plan, { title: 'Ciao\r\nATTENDEE:mailto:x@y.z\nEND:VEVENT', venue: 'a\u0000b' });
    expect(made(nasty)).not.toMatch(/^(?:ATTENDEE|END:VEVENT.)/m);
    expect(properties(made(nasty)).has('ATTENDEE')).toBe(false);
    expect(made(nasty).match(/^END:VEVENT\r$/gm)).toHaveLength(1);
    expect(properties(made(nasty)).get('LOCATION')).toBe('a b\\, Lecce');
  });

  test('of the same plan is the same event, whoever makes it and whenever', () => {
    const later = calendarOf({ ...plan, title: 'Altro titolo' }, '', new Date('2027-01-01T00:00:00Z')) ?? '';
    expect(properties(later).get('UID')).toBe(properties(made()).get('UID'));
    expect(properties(made({ ...plan, id: 'b2c3' })).get('UID')).not.toBe(properties(made()).get('UID'));
  });

  test('brings the rules of Italian time, which are those that the computer knows', () => {
    const rules = made().split('\r\n');
    const offsetAt = (instant: string): string =>
      new Intl.DateTimeFormat('en', { timeZone: 'Europe/Rome', timeZoneName: 'longOffset' })
        .format(new Date(instant))
        .replace(/.*GMT|:/g, '');
    const part = (name: string): string[] =>
      rules.slice(rules.indexOf(`BEGIN:${name}`), rules.indexOf(`END:${name}`));
    // the days on which the two rules begin are Sundays, and clocks did change then
    for (const [name, before, after] of [
      ['DAYLIGHT', '2026-03-29T00:59:00Z', '2026-03-29T01:01:00Z'],
      ['STANDARD', '2026-10-25T00:59:00Z', '2026-10-25T01:01:00Z'],
    ] as const) {
      expect(part(name)).toContain(`TZOFFSETFROM:${offsetAt(before)}`);
      expect(part(name)).toContain(`TZOFFSETTO:${offsetAt(after)}`);
      const [, day = ''] = /DTSTART:(\d{8})T/.exec(part(name).join('\n')) ?? [];
      const date = new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`);
      expect(date.getUTCDay()).toBe(0);
      expect(date.getUTCDate()).toBeGreaterThan(24);
    }
  });

  test('of a session without blocks lasts the minutes there are', () => {
    expect(properties(made(withFields({ ...plan, blocks: [] }, { minutes: 50 }))).get('DURATION')).toBe(
      'PT50M',
    );
  });

  test('of a session without a day is none', () => {
    expect(calendarOf(withFields(plan, { date: '' }), '', now)).toBeNull();
  });

  test('of a day that no calendar has is none', () => {
    for (const date of ['2026-02-30', '2026-13-01', '0000-00-00'])
      expect(calendarOf({ ...plan, date }, '', now)).toBeNull();
  });
});
