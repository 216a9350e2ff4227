import { describe, expect, test } from 'vitest';
import {
  applied,
  closed,
  emptyStory,
  goneKeys,
  progressText,
  recorded,
  redo,
  resetEdit,
  shortened,
  undo,
  valueAt,
  withValue,
  type Edit,
  type Place,
  type Story,
} from '../../../src/apps/fit/model.ts';
import { emptyFit, type FitState } from '../../../src/knowledge/fit-state.ts';

/** A reader at work: every edit is done and written down. */
function worked(edits: readonly [Place, string, open?: boolean][]): { state: FitState; story: Story } {
  let [state, story]: [FitState, Story] = [emptyFit(), emptyStory];
  for (const [place, after, open = true] of edits) {
    const edit: Edit = {
      what: place,
      fields: [{ place, question: 'Che cosa?', before: valueAt(state, place), after }],
      open,
    };
    story = recorded(story, edit);
    state = applied(state, edit, 'after');
  }
  return { state, story };
}

describe('a value', () => {
  test('is written into its answer with the question, and read from there', () => {
    const state = withValue(emptyFit(), 'core-1.who', 'Che cosa?', 'Il sindaco');
    expect(state.answers['core-1']).toMatchObject({ question: 'Che cosa?', who: 'Il sindaco', have: '' });
    expect(valueAt(state, 'core-1.who')).toBe('Il sindaco');
    expect(valueAt(state, 'core-2.who')).toBe('');
    expect(valueAt(withValue(state, 'city', '', 'Qui'), 'city')).toBe('Qui');
  });

  test('the last to be emptied takes the answer away', () => {
    const state = withValue(emptyFit(), 'core-1.who', 'Che cosa?', 'x');
    expect(withValue(state, 'core-1.who', 'Che cosa?', '').answers).toEqual({});
  });
});

describe('undo and redo', () => {
  test('letters typed in one field are one edit, until the field is left', () => {
    const { state, story } = worked([
      ['city', 'Q'],
      ['city', 'Qui'],
    ]);
    expect(story.done).toHaveLength(1);
    const taken = undo(story);
    expect(applied(state, taken?.edit as Edit, 'before').city).toBe('');
    const again = recorded(closed(story), {
      what: 'city',
      fields: [{ place: 'city', question: '', before: 'Qui', after: 'Là' }],
      open: true,
    });
    expect(again.done).toHaveLength(2);
  });

  test('a choice is an edit of its own', () => {
    expect(
      worked([
        ['core-1.have', 'yes', false],
        ['core-1.have', 'no', false],
      ]).story.done,
    ).toHaveLength(2);
  });

  test('go back and forth over the same states', () => {
    const { state, story } = worked([
      ['core-1.have', 'yes', false],
      ['core-2.note', 'parole'],
    ]);
    const first = undo(story);
    const back = applied(state, first?.edit as Edit, 'before');
    expect(Object.keys(back.answers)).toEqual(['core-1']);
    const second = undo(first?.story as Story);
    expect(applied(back, second?.edit as Edit, 'before').answers).toEqual({});
    expect(undo(second?.story as Story)).toBe(null);
    const forth = redo(second?.story as Story);
    expect(forth?.edit.what).toBe('core-1.have');
    expect(redo(redo(forth?.story as Story)?.story as Story)).toBe(null);
  });

  test('leave alone what another window has changed meanwhile', () => {
    const { state, story } = worked([['core-1.have', 'yes', false]]);
    const elsewhere = withValue(state, 'core-2.who', 'Che cosa?', 'Un’altra finestra');
    const back = applied(elsewhere, undo(story)?.edit as Edit, 'before');
    expect(Object.keys(back.answers)).toEqual(['core-2']);
  });

  test('something new makes redo impossible', () => {
    const { story } = worked([['core-1.have', 'yes', false]]);
    const back = undo(story)?.story as Story;
    const edit: Edit = { what: 'x', fields: [], open: false };
    expect(redo(recorded(back, edit))).toBe(null);
  });

  test('starting again can be undone whole, with the questions that the sheet asks no more', () => {
    const { state } = worked([
      ['city', 'Qui'],
      ['core-1.have', 'yes', false],
      ['limits-9.note', 'una domanda di prima'],
    ]);
    const edit = resetEdit(state);
    const empty = applied(state, edit, 'after');
    expect(empty).toEqual(emptyFit());
    expect(applied(empty, edit, 'before')).toEqual(state);
    expect(resetEdit(emptyFit()).fields).toEqual([]);
  });
});

test('how far one is, in words and never in hundredths', () => {
  const keys = ['core-1', 'core-2'];
  const one = withValue(emptyFit(), 'core-1.have', '?', 'no');
  expect(progressText(emptyFit(), keys)).toBe('2 domande, nessuna risposta ancora');
  expect(progressText(one, keys)).toBe('1 domanda su 2 ha una risposta');
  expect(progressText(withValue(one, 'core-3.have', '?', 'no'), keys)).toBe('1 domanda su 2 ha una risposta');
  expect(progressText(withValue(one, 'core-2.have', '?', 'unknown'), keys)).toBe(
    'Tutte le domande hanno una risposta',
  );
  // words without a choice are no answer yet
  expect(progressText(withValue(one, 'core-2.note', '?', 'x'), [...keys, 'core-3'])).toBe(
    '1 domanda su 3 ha una risposta',
  );
  expect(goneKeys(withValue(one, 'open-7.note', '?', 'x'), keys)).toEqual(['open-7']);
});

test('a long question is cut between words', () => {
  expect(shortened('Uno due tre', 8)).toBe('Uno due…');
  expect(shortened('Uno due', 8)).toBe('Uno due');
  expect(shortened('abcdefghijkl', 8)).toBe('abcdefgh…');
});
