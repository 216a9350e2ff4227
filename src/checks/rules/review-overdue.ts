import { formatDate } from '../../knowledge/format.ts';
import { freshnessOf } from '../../knowledge/freshness.ts';
import { problemAt, type Rule } from '../record.ts';

/** A sheet is read again before its term. */
export const reviewOverdue: Rule = {
  name: 'review-overdue',
  check: ({ all, today }) =>
    all.flatMap((record) => {
      const { reviewedOn, reviewBy } = record.data as { reviewedOn?: string; reviewBy?: string };
      if (today === null || !record.valid || record.draft || !reviewedOn) return [];
      if (freshnessOf({ reviewedOn, reviewBy }, today) !== 'overdue') return [];
      const term = reviewBy ? `, andava riletta entro il ${formatDate(reviewBy)}` : '';
      const message = `La scheda è stata riletta il ${formatDate(reviewedOn)}${term}.`;
      const hint = `Rileggi le fonti, aggiorna ciò che è cambiato e scrivi reviewedOn: '${today}'.`;
      return [problemAt(record, [reviewBy ? 'reviewBy' : 'reviewedOn'], 'review-overdue', message, hint)];
    }),
};
