import { formatDate } from '../knowledge/format.ts';
import { blockTitle, planTitle, type Plan } from '../knowledge/plan.ts';
import { endOf, placesOf } from '../knowledge/plan-times.ts';
import { clock } from '../knowledge/session-times.ts';
import { tasksText } from './documents/plan-shelf.ts';

/** Longest line of a calendar file, in bytes (RFC 5545, 3.1). */
const longestLine = 75;

/** When clocks change in Italy: the last Sunday of March and of October, at one in the morning of Greenwich. */
const rome = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Rome',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * A planned session as a calendar file (RFC 5545): one event at local time, with the programme and what to do before in
 * its description. A session without a day gives null. The library that writes such files gives local times without the
 * rules of their zone, which calendars then read as they like.
 * @param now the moment it is made, for its stamp
 */
export function calendarOf(plan: Plan, city: string, now: Date): string | null {
  if (!isDay(plan.date)) return null;
  const places = placesOf(plan);
  const day = plan.date.replaceAll('-', '');
  const before = tasksText(plan.prework).map((line) => `- ${line}`);
  const deadline = `${formatDate(plan.date)}, ore ${clock(0, plan.start)}`;
  const description = [
    ...plan.objectives.map(({ text }) => text.trim()).filter(Boolean),
    ...(before.length > 0 ? ['', `Prima di venire, entro il ${deadline}:`, ...before] : []),
    '',
    'Programma:',
    ...places.map(({ block, from }) => `${clock(from, plan.start)} ${blockTitle(block)}`),
  ].join('\n');
  const where = [plan.venue.trim(), city].filter(Boolean).join(', ');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tra Pari//Sessioni//IT',
    'CALSCALE:GREGORIAN',
    ...rome,
    'BEGIN:VEVENT',
    `UID:sessione-${plan.id}@tra-pari`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;TZID=Europe/Rome:${day}T${hourOf(plan.start)}`,
    // a length, not an end: it holds past midnight too
    `DURATION:PT${endOf(places) || plan.minutes}M`,
    `SUMMARY:${escaped(planTitle(plan))}`,
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    `DESCRIPTION:${escaped(description.trim())}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A day that the calendar has: what came with an address may be `2026-02-31`. */
function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

const hourOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}00`;

/** Text as a property holds it (RFC 5545, 3.3.11); other control characters have no place in one. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** A line cut so that none is too long in bytes, and no letter is cut in two; what goes on begins with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [out, length] = ['', 0];
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (length + bytes > longestLine) {
      out += '\r\n ';
      length = 1;
    }
    out += letter;
    length += bytes;
  }
  return out;
}
