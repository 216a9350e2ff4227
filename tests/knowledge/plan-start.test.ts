import { describe, expect, test } from 'vitest';
import { remarksOf } from '../../src/knowledge/plan-checks.ts';
import { planMaterials } from '../../src/knowledge/plan-materials.ts';
import { readPlan } from '../../src/knowledge/plan-reader.ts';
import { planFromPractice, planFromSession } from '../../src/knowledge/plan-start.ts';
import { addBlock, editBlock, withFields } from '../../src/knowledge/plan-edits.ts';
import { emptyPlan, mostCharacters, type ActivityFacts } from '../../src/knowledge/plan.ts';

const activity = (id: string, min: number, max: number): [string, ActivityFacts] => [
  id,
  {
    id,
    title: `Titolo di ${id}`,
    purpose: ['learn'],
    minutes: { min, max },
    people: { min: 4, max: 40 },
    materials: [],
  },
];
const activities = new Map([
  activity('dilemma-in-giunta', 50, 70),
  activity('dati-che-non-concordano', 25, 45),
  activity('essenziale-o-adattabile', 30, 60),
  activity('impegni-e-prossimi-passi', 20, 40),
]);
const teaching = {
  dilemma: 'Telecamere o bando?',
  questions: ['Chi lo usa la sera?', 'Che cosa misureresti?'],
  roles: [{ name: 'Assessora', brief: 'Ha poco tempo.' }],
};
const practice = { id: 'tonite', data: { title: 'ToNite', teaching } };

describe('a plan from a practice', () => {
  const plan = planFromPractice('a1', practice, ['candidature ricevute'], activities);
  const notes = plan.blocks.map((block) => block.notes).join('\n');

  test('has its dilemma, roles, questions and disputed figures, and its sections to read', () => {
    for (const words of [
      'Telecamere o bando?',
      'Assessora: Ha poco tempo.',
      ...teaching.questions,
      'candidature ricevute',
    ])
      expect(notes).toContain(words);
    expect(plan.blocks.flatMap(({ sections }) => sections)).toContain('Il problema');
    expect(plan.blocks.flatMap((block) => block.practice?.id ?? [])).toContain('tonite');
  });

  test('is a plan that can be kept, with nothing to look at again', () => {
    expect(readPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    expect(remarksOf(withFields(plan, { people: 20 }), activities)).toEqual([]);
  });

  test('gives each activity the minutes it needs', () => {
    const dilemma = plan.blocks.find((block) => block.activity?.id === 'dilemma-in-giunta');
    expect(dilemma?.minutes).toBe(50);
  });

  test('of a sheet with no material for the room still reads, sorts its parts and closes', () => {
    const bare = planFromPractice('a1', { id: 'x', data: { title: 'X' } }, [], activities);
    expect(bare.blocks.flatMap((block) => block.activity?.id ?? [])).toEqual([
      'essenziale-o-adattabile',
      'impegni-e-prossimi-passi',
    ]);
    expect(bare.blocks.map(({ title }) => title)).not.toContain('Il dilemma');
    expect(remarksOf(bare, activities)).toEqual([]);
  });

  test('without those activities in the base has the same blocks without them', () => {
    const alone = planFromPractice('a1', practice, [], new Map());
    expect(alone.blocks.every((block) => block.activity === null)).toBe(true);
    expect(readPlan(JSON.parse(JSON.stringify(alone)))).toEqual(alone);
  });

  test('with words past the room of a field still can be kept', () => {
    const long = { ...teaching, questions: Array.from({ length: 10 }, () => 'x'.repeat(300)) };
    const plenty = planFromPractice('a1', { id: 'x', data: { title: 'X', teaching: long } }, [], activities);
    expect(Math.max(...plenty.blocks.map((block) => block.notes.length))).toBe(mostCharacters);
    expect(readPlan(JSON.parse(JSON.stringify(plenty)))).toEqual(plenty);
  });
});

describe('a plan from a ready session', () => {
  const session = {
    title: 'Due ore',
    tagline: 't',
    audience: 'funzionari',
    people: { min: 10, max: 24 },
    objectives: ['capire', 'provare'],
    minutes: 120,
    prework: [{ text: 'leggi', minutes: 10, practice: 'tonite' }],
    blocks: [
      { kind: 'welcome' as const, minutes: 20, title: 'Saluti' },
      {
        kind: 'groups' as const,
        minutes: 100,
        title: 'Lavoro',
        activity: 'cerchio',
        practice: 'tonite',
        sections: ['Il problema' as const],
        objective: 2,
        notes: 'n',
        output: 'o',
      },
    ],
    authors: ['Redazione'],
    reviewedOn: '2026-11-22',
  };
  const plan = planFromSession(
    'a1',
    { id: 'due-ore', title: 'Due ore' },
    session as never,
    (kind, id) => `${kind} ${id}`,
  );

  test('has all its blocks, tasks and objectives, with titles for what they name', () => {
    expect(plan).toMatchObject({
      title: 'Due ore',
      minutes: 120,
      people: 24,
      from: { kind: 'session', id: 'due-ore' },
    });
    expect(plan.prework[0]).toMatchObject({
      text: 'leggi',
      practice: { id: 'tonite', title: 'practice tonite' },
    });
    expect(plan.blocks.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Saluti', 20],
      ['Lavoro', 100],
    ]);
    const [first, second] = plan.blocks;
    expect(first?.objective).toBe('');
    expect(plan.objectives.find(({ key }) => key === second?.objective)?.text).toBe('provare');
    expect(second?.activity).toEqual({ id: 'cerchio', title: 'activity cerchio' });
    expect(readPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });
});

test('the materials of activities and of blocks are summed for the people of the plan', () => {
  const pens = { item: 'penna', quantity: 1, per: 'person' as const };
  const sheet = { item: 'scheda', quantity: 1, per: 'group' as const };
  const facts: ActivityFacts = {
    ...activity('cerchio', 10, 20)[1],
    materials: [pens, sheet],
    groupSize: { min: 5, max: 5 },
  };
  const named = { id: 'cerchio', title: 'Cerchio' };
  let plan = addBlock(withFields(emptyPlan('a1'), { people: 20 }), 'groups', { activity: named });
  plan = editBlock(plan, '1', {
    materials: [
      { item: 'proiettore', quantity: 1, per: 'room' },
      { item: ' ', quantity: 9, per: 'room' },
    ],
  });
  expect(planMaterials(plan, new Map([['cerchio', facts]]))).toEqual([
    'penna: 20 pezzi (per persona)',
    'scheda: 4 pezzi (per gruppo)',
    'proiettore: 1 pezzo (per la sala)',
  ]);
});
