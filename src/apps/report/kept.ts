import { openKept, type Kept } from '../device/kept.ts';

export const writtenFields = ['page', 'wrong', 'right', 'title', 'publisher', 'date', 'url'] as const;
export type WrittenField = (typeof writtenFields)[number];
/** What is typed in the fields of one report. */
export type Written = Readonly<Record<WrittenField, string>>;

export const nothingWritten: Written = {
  page: '',
  wrong: '',
  right: '',
  title: '',
  publisher: '',
  date: '',
  url: '',
};

/** Reports begun on this device, by what they are about; the last one changed stands last. */
export type KeptReports = Readonly<Record<string, Written>>;

/** More than a person begins; the oldest go first. */
const most = 20;

/** Adds what is written to the others, or takes it away where nothing is. */
export function withReport(reports: KeptReports, about: string, written: Written): KeptReports {
  const others = Object.entries(reports).filter(([key]) => key !== about);
  const isEmpty = writtenFields.every((field) => written[field].trim() === '');
  return Object.fromEntries(isEmpty ? others : [...others, [about, written] as const].slice(-most));
}

/** What was kept, when it is that; null for anything else. */
export function readReports(json: unknown): KeptReports | null {
  if (!isRecord(json)) return null;
  const entries = Object.entries(json).map(([about, value]) => [about, writtenIn(value)] as const);
  return entries.every((entry): entry is readonly [string, Written] => entry[1] !== null)
    ? Object.fromEntries(entries)
    : null;
}

function writtenIn(value: unknown): Written | null {
  if (!isRecord(value)) return null;
  const texts = writtenFields.map((field) => [field, value[field]] as const);
  return texts.every(([, text]) => typeof text === 'string')
    ? (Object.fromEntries(texts) as Record<WrittenField, string>)
    : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const openReports = (): Kept<KeptReports> =>
  openKept<KeptReports>('segnalazioni', { read: readReports, empty: () => ({}) });
