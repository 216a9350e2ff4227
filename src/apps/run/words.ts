import { plural } from '../../knowledge/italian.ts';
import { hourOf, warningMinutes, type GroupNow, type RunNow } from '../../knowledge/run-times.ts';
import { blockTitle } from '../../knowledge/plan.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** `1421` → `23:41`, `4000` → `1:06:40`, `-125` → `+2:05`: what is over is counted up. */
export function clockText(left: number): string {
  const seconds = Math.abs(left);
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ];
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return left < 0 ? `+${text}` : text;
}

export const clockWord = (left: number): string => (left > 0 ? 'al termine' : 'oltre il tempo');

const inMinutes = (minutes: number): string => plural(Math.abs(minutes), 'minuto', 'minuti');

/** Ahead or behind, and when all would end. */
export function paceText(now: RunNow): string {
  const moved = 'Le ore del piano sono spostate a quando hai cominciato.';
  return now.start.byPlan ? ownPace(now) : `${ownPace(now)} ${moved}`;
}

function ownPace({ delay, predictedEnd, plannedEnd }: RunNow): string {
  const end = hourOf(predictedEnd);
  if (delay === 0) return `In orario: si finirebbe alle ${end}.`;
  const word = delay > 0 ? `In ritardo di ${inMinutes(delay)}` : `In anticipo di ${inMinutes(delay)}`;
  const isMadeUp = delay > 0 && Math.abs(predictedEnd - plannedEnd) < 60_000;
  return isMadeUp
    ? `${word}, che più avanti si riprende: si finirebbe alle ${end}.`
    : `${word}: si finirebbe alle ${end}.`;
}

/** What comes after the current block. */
export function nextText({ toCome: [next] }: RunNow): string {
  if (!next) return 'Dopo non c’è altro: è l’ultimo blocco.';
  return `Poi, alle ${hourOf(next.from)}: ${blockTitle(next.block)} (${inMinutes(next.block.minutes)}).`;
}

/** Told once, when a block begins. */
export function beginText(now: RunNow): string {
  if (!now.current) return '';
  return `Ora: ${titleNow(now)}, ${inMinutes(now.current.minutes)}. ${nextText(now)}`;
}

export const nearText = (now: RunNow): string =>
  `Mancano ${warningMinutes} minuti alla fine di «${titleNow(now)}».`;

export const overText = (now: RunNow): string => `Tempo scaduto: «${titleNow(now)}».`;

export const titleNow = ({ current }: RunNow): string =>
  current ? (current.block ? blockTitle(current.block) : current.step.title) : '';

/** What a group does now, and what after it. */
export function groupText({ row, next }: GroupNow): { now: string; then: string } {
  const title = (of: { title: string; activity: { title: string } | null }): string =>
    of.title.trim() || (of.activity?.title ?? 'lavoro del gruppo');
  return {
    now: row ? title(row) : 'nessuna riga nel piano',
    then: next ? `alle ${hourOf(next.at)}: ${title(next.row)}` : 'fino alla fine comune',
  };
}
