import { describe, expect, test } from 'vitest';
import { plainTextOf } from '../../../src/exports/documents/document.ts';
import { runReviewDocument } from '../../../src/exports/documents/run-review.ts';
import { advance, begin, finish, newCapture, skip, withChange } from '../../../src/knowledge/run-edits.ts';
import { emptyCapture, emptyRun } from '../../../src/knowledge/run.ts';
import { richPlan } from '../../knowledge/led-session.ts';

const at = (hour: number, minutes = 0): number => new Date(2026, 10, 26, hour, minutes).getTime();
const plan = richPlan();
const names = { need: (id: string) => `bisogno ${id}`, city: (id: string) => `città ${id}` };

let run = begin(plan, emptyRun(plan.id), at(9));
run = advance(plan, run, at(9, 12));
run = skip(plan, run, at(9, 15));
run = finish(run, at(9, 45));
const [welcome = ''] = plan.blocks.map(({ key }) => key);

describe('how a session went', () => {
  const said = withChange(
    newCapture(run, {
      ...emptyCapture,
      kind: 'commitment',
      text: 'Chiamare il quartiere',
      who: 'Servizi sociali',
      by: '2026-12-15',
      city: 'torino',
      block: welcome,
      practice: 'tonite',
    }).run,
    welcome,
    'cominciare puntuali',
  );

  test('planned and real minutes of each block, with what to change', () => {
    const lines = plainTextOf(runReviewDocument(plan, said, names, at(12))).split('\n');
    expect(lines).toContain('26 novembre 2026, 9.00–9.45');
    expect(lines).toContain('Benvenuti\t9.00\t10\t12 (+2)\tcominciare puntuali');
    expect(lines).toContain('Il caso ToNite\t9.12\t30\tsaltato dopo 3 minuti\t');
    expect(lines).toContain('Mappa dei bisogni\t9.15\t40\t30 (−10)\t');
    expect(lines).toContain('Pausa\t–\t15\tnon fatto\t');
  });

  test('what the room said, by kind, with all that was written of it', () => {
    const text = plainTextOf(runReviewDocument(plan, said, names, at(12)));
    expect(text).toContain(
      'Chiamare il quartiere (Servizi sociali; entro il 15 dicembre 2026; città torino; su «ToNite»; Benvenuti)',
    );
  });

  test('what nobody wrote is not documented', () => {
    const text = plainTextOf(runReviewDocument(plan, run, names, at(12)));
    expect(text).toMatch(/La prossima volta\nnon documentato\nChe cosa ha detto la sala\nnon documentato/);
  });

  test('a need of the base without words is called by its name', () => {
    const { run: withNeed } = newCapture(run, { ...emptyCapture, kind: 'need', need: 'casa' });
    expect(plainTextOf(runReviewDocument(plan, withNeed, names, at(12)))).toContain('bisogno casa');
  });

  test('before it begins there are no times', () => {
    expect(plainTextOf(runReviewDocument(plan, emptyRun('x'), names, at(9)))).toContain(
      'non è ancora cominciata',
    );
  });
});
