import { describe, expect, test } from 'vitest';
import { fitResult, type FitResult } from '../../src/knowledge/fit-result.ts';
import { emptyAnswer, emptyFit, type FitAnswer } from '../../src/knowledge/fit-state.ts';
import { fitQuestions } from '../../src/knowledge/fit.ts';
import type { Practice } from '../../src/schemas/practice.ts';
import { practiceWith } from './entries.ts';

const { data } = practiceWith({
  conditions: [
    { kind: 'people', text: 'Un ufficio.', essential: true },
    { kind: 'money', text: 'Una somma.', essential: true },
    { kind: 'policy', text: 'Un regolamento.', essential: false },
  ],
  components: [
    { name: 'Il cuore', kind: 'core', why: 'Senza non è più lei.' },
    { name: 'La forma', kind: 'adaptable', why: 'x' },
  ],
  procedure: [{ step: 'Primo passo' }, { step: 'Secondo passo' }],
  staffing: [{ role: 'Chi coordina' }],
  funding: [{ name: 'Un fondo', source: 'a' }],
  whenNotTo: [{ text: 'Quando c’è già.' }],
  difficulties: [
    { kind: 'staffing', text: 'Poche persone.' },
    { kind: 'procurement', text: 'Una gara lenta.' },
    { kind: 'spaces', text: 'Un tetto rotto.' },
  ],
  openQuestions: ['Quanto è costata?'],
});

/** What comes of some answers, each named by the words of its question. */
function result(answers: Record<string, Partial<FitAnswer>>, practice: Practice = data): FitResult {
  const questions = fitQuestions(practice);
  const known = Object.entries(answers).map(([about, answer]) => {
    const question = questions.find((one) => one.about === about);
    if (!question) throw new Error(`nobody asks «${about}»`);
    return [question.key, { ...emptyAnswer(about), ...answer }] as const;
  });
  return fitResult(practice, { ...emptyFit(), answers: Object.fromEntries(known) });
}

const abouts = (lines: FitResult['fits']): string[] => lines.map(({ question }) => question.about);
const yes = { have: 'yes' } as const;
const partly = { have: 'partly' } as const;
const no = { have: 'no' } as const;
const unknown = { have: 'unknown' } as const;
const notNeeded = { have: 'notNeeded' } as const;

describe('what fits', () => {
  test('is what we have and keep, and the limits that are not ours', () => {
    const { fits, gaps, risks } = result({
      'Un ufficio.': yes,
      'Il cuore': yes,
      'La forma': yes,
      'Quando c’è già.': no,
      'Quanto è costata?': yes,
    });
    expect(abouts(fits)).toEqual(['Un ufficio.', 'Il cuore', 'La forma', 'Quando c’è già.']);
    expect([gaps, risks]).toEqual([[], []]);
  });

  test('is not what we have in part', () => {
    expect(result({ 'Un ufficio.': partly, 'Quando c’è già.': yes }).fits).toEqual([]);
  });
});

describe('gaps', () => {
  test('are what is missing or half there', () => {
    const { gaps } = result({ 'Un ufficio.': no, 'Una somma.': partly, 'Il cuore': no, 'Chi coordina': no });
    expect(abouts(gaps)).toEqual(['Un ufficio.', 'Una somma.', 'Il cuore', 'Chi coordina']);
  });

  test('are not limits, changed parts, nor what nobody needs', () => {
    const { gaps } = result({
      'Quando c’è già.': yes,
      'Il cuore': partly,
      'La forma': partly,
      'Un regolamento.': notNeeded,
      'Quanto è costata?': no,
    });
    expect(gaps).toEqual([]);
  });
});

describe('what we would change', () => {
  test('is every part that is changed or left out, and whatever has words for it', () => {
    const { adapted } = result({
      'Il cuore': partly,
      'La forma': notNeeded,
      'Un regolamento.': notNeeded,
      'Primo passo': { have: 'no', change: 'Una determina.' },
    });
    expect(abouts(adapted)).toEqual(['Un regolamento.', 'Il cuore', 'La forma', 'Primo passo']);
  });

  test('is not what stays as it is, nor a condition that is half there', () => {
    expect(result({ 'Il cuore': yes, 'Un ufficio.': partly }).adapted).toEqual([]);
  });
});

describe('risks', () => {
  const kinds = (answers: Parameters<typeof result>[0]) =>
    result(answers).risks.map((risk) =>
      risk.kind === 'difficulty'
        ? `difficulty: ${risk.difficulty.text} ${abouts([...risk.lacking]).join(' ')}`
        : `${risk.kind}: ${risk.line.question.about}`,
    );

  test('are limits that are ours, also in part', () => {
    expect(kinds({ 'Quando c’è già.': yes })).toEqual(['limit: Quando c’è già.']);
    expect(kinds({ 'Quando c’è già.': partly })).toEqual(['limit: Quando c’è già.']);
    expect(kinds({ 'Quando c’è già.': unknown })).toEqual([]);
  });

  test('are essential things that are not as the sheet wants them', () => {
    expect(kinds({ 'Una somma.': no, 'Il cuore': partly })).toEqual([
      'essential: Una somma.',
      'essential: Il cuore',
    ]);
    expect(kinds({ 'Una somma.': notNeeded })).toEqual(['essential: Una somma.']);
    // another condition may be missing
    expect(kinds({ 'Un regolamento.': no })).toEqual([]);
  });

  test('are their troubles of the kind of what we lack, and of no other kind', () => {
    expect(kinds({ 'Chi coordina': no })).toEqual(['difficulty: Poche persone. Chi coordina']);
    expect(kinds({ 'Primo passo': partly, 'Secondo passo': no })).toEqual([
      'difficulty: Una gara lenta. Primo passo Secondo passo',
    ]);
    expect(kinds({ 'Chi coordina': yes, 'Primo passo': yes })).toEqual([]);
  });
});

describe('first steps', () => {
  test('are three at most: indispensable, then essential parts, then the path', () => {
    const { steps } = result({
      'Un regolamento.': no,
      'Chi coordina': no,
      'Secondo passo': no,
      'Primo passo': no,
      'Il cuore': no,
      'Una somma.': no,
    });
    expect(abouts(steps)).toEqual(['Una somma.', 'Il cuore', 'Primo passo']);
  });

  test('what is not certain comes first too; what is there is no step', () => {
    expect(abouts(result({ 'Un ufficio.': unknown, 'Primo passo': yes, 'Secondo passo': no }).steps)).toEqual(
      ['Un ufficio.', 'Secondo passo'],
    );
  });

  test('open questions are asked, not done', () => {
    expect(result({ 'Quanto è costata?': no }).steps).toEqual([]);
  });
});

describe('the rest', () => {
  test('is unclear, settled or without an answer', () => {
    const { unclear, settled, unanswered } = result({
      'Un ufficio.': unknown,
      'Una somma.': { note: 'scritto senza scegliere' },
      'Quanto è costata?': yes,
    });
    expect(abouts(unclear)).toEqual(['Un ufficio.', 'Una somma.']);
    expect(abouts(settled)).toEqual(['Quanto è costata?']);
    expect(unanswered.map(({ about }) => about)).toEqual(
      fitQuestions(data)
        .map(({ about }) => about)
        .filter((about) => !['Un ufficio.', 'Una somma.', 'Quanto è costata?'].includes(about)),
    );
  });

  test('answers to questions that are gone are kept, and mix with no other', () => {
    const later = {
      ...data,
      conditions: [{ kind: 'people' as const, text: 'Due uffici.', essential: true }],
    };
    const [question] = fitQuestions(data);
    const state = {
      ...emptyFit(),
      answers: { [question?.key ?? '']: { ...emptyAnswer('Un ufficio.'), ...no, who: 'Il sindaco' } },
    };
    const { gone, gaps } = fitResult(later, state);
    expect(gone.map(({ answer }) => [answer.question, answer.who])).toEqual([['Un ufficio.', 'Il sindaco']]);
    expect(gaps).toEqual([]);
    expect(fitResult(data, state).gone).toEqual([]);
  });

  test('says nothing that could be read as a score', () => {
    const kinds = Object.values(result({ 'Un ufficio.': yes })).map((value) => typeof value);
    expect(kinds.filter((kind) => kind === 'number')).toEqual([]);
  });
});
