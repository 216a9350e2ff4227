import {
  emptyBlock,
  mostBlocks,
  mostOfAList,
  type Block,
  type BlockKind,
  type Group,
  type Objective,
  type Plan,
  type Row,
  type Task,
} from './plan.ts';

/** Where a plan keeps tasks: before the day and after it. */
export type TaskList = 'prework' | 'followUp';

/** The plain fields of a plan, that a form writes one by one. */
export type PlanFields = Omit<
  Plan,
  'version' | 'id' | 'objectives' | 'prework' | 'blocks' | 'followUp' | 'next' | 'from'
>;
export type BlockFields = Omit<Block, 'key' | 'groups'>;

export const withFields = (plan: Plan, fields: Partial<PlanFields>): Plan => ({ ...plan, ...fields });

/** A key that no part of this plan has ever had. */
function withKey<T>(plan: Plan, make: (key: string) => T): { made: T; next: number } {
  return { made: make(String(plan.next)), next: plan.next + 1 };
}

export const isFull = ({ blocks }: Plan): boolean => blocks.length >= mostBlocks;

/** Puts a block before the place `at`; at the end when left out. A full plan stays as it is. */
export function addBlock(
  plan: Plan,
  kind: BlockKind,
  fields: Partial<BlockFields> = {},
  at = plan.blocks.length,
): Plan {
  if (isFull(plan)) return plan;
  const { made, next } = withKey(plan, (key) => ({ ...emptyBlock(key, kind), ...fields }));
  return { ...plan, next, blocks: plan.blocks.toSpliced(at, 0, made) };
}

export const editBlock = (plan: Plan, key: string, fields: Partial<BlockFields>): Plan =>
  onBlock(plan, key, (block) => ({ ...block, ...fields }));

export const removeBlock = (plan: Plan, key: string): Plan => ({
  ...plan,
  blocks: plan.blocks.filter((block) => block.key !== key),
});

/** The same block again, right after itself. It follows the one before it, because two cannot start at one time. */
export function duplicateBlock(plan: Plan, key: string): Plan {
  const place = plan.blocks.findIndex((block) => block.key === key);
  const block = plan.blocks[place];
  if (!block || isFull(plan)) return plan;
  let { next } = plan;
  const fresh = (): string => String(next++);
  const copy: Block = {
    ...block,
    key: fresh(),
    lockedAt: null,
    groups: block.groups.map((group) => ({
      ...group,
      key: fresh(),
      rows: group.rows.map((row) => ({ ...row, key: fresh() })),
    })),
  };
  return { ...plan, next, blocks: plan.blocks.toSpliced(place + 1, 0, copy) };
}

/** Takes a block to a place, counted without it: 0 is the first. */
export function moveBlock(plan: Plan, key: string, to: number): Plan {
  const block = plan.blocks.find((other) => other.key === key);
  if (!block) return plan;
  const others = plan.blocks.filter((other) => other !== block);
  const place = Math.min(Math.max(0, to), others.length);
  return { ...plan, blocks: others.toSpliced(place, 0, block) };
}

export function addObjective(plan: Plan, text = ''): Plan {
  if (plan.objectives.length >= mostOfAList) return plan;
  const { made, next } = withKey(plan, (key): Objective => ({ key, text }));
  return { ...plan, next, objectives: [...plan.objectives, made] };
}

export const editObjective = (plan: Plan, key: string, text: string): Plan => ({
  ...plan,
  objectives: plan.objectives.map((objective) =>
    objective.key === key ? { ...objective, text } : objective,
  ),
});

/** Blocks that served it serve none. */
export const removeObjective = (plan: Plan, key: string): Plan => ({
  ...plan,
  objectives: plan.objectives.filter((objective) => objective.key !== key),
  blocks: plan.blocks.map((block) => (block.objective === key ? { ...block, objective: '' } : block)),
});

export function addTask(plan: Plan, list: TaskList, fields: Partial<Omit<Task, 'key'>> = {}): Plan {
  if (plan[list].length >= mostOfAList) return plan;
  const { made, next } = withKey(plan, (key): Task => ({
    key,
    text: '',
    minutes: 0,
    practice: null,
    ...fields,
  }));
  return { ...plan, next, [list]: [...plan[list], made] };
}

export const editTask = (
  plan: Plan,
  list: TaskList,
  key: string,
  fields: Partial<Omit<Task, 'key'>>,
): Plan => ({
  ...plan,
  [list]: plan[list].map((task) => (task.key === key ? { ...task, ...fields } : task)),
});

export const removeTask = (plan: Plan, list: TaskList, key: string): Plan => ({
  ...plan,
  [list]: plan[list].filter((task) => task.key !== key),
});

/** A parallel group with one row as long as the block. */
export function addGroup(plan: Plan, key: string): Plan {
  const block = plan.blocks.find((other) => other.key === key);
  if (!block || block.groups.length >= mostOfAList) return plan;
  const group: Group = {
    key: String(plan.next),
    name: `Gruppo ${block.groups.length + 1}`,
    rows: [{ key: String(plan.next + 1), minutes: block.minutes, title: '', activity: null }],
  };
  return onBlock({ ...plan, next: plan.next + 2 }, key, () => ({
    ...block,
    groups: [...block.groups, group],
  }));
}

export const renameGroup = (plan: Plan, key: string, group: string, name: string): Plan =>
  onGroup(plan, key, group, (it) => ({ ...it, name }));

export const removeGroup = (plan: Plan, key: string, group: string): Plan =>
  onBlock(plan, key, (block) => ({ ...block, groups: block.groups.filter((it) => it.key !== group) }));

export function addRow(plan: Plan, key: string, group: string): Plan {
  const row: Row = { key: String(plan.next), minutes: 10, title: '', activity: null };
  return onGroup({ ...plan, next: plan.next + 1 }, key, group, (it) =>
    it.rows.length >= mostOfAList ? it : { ...it, rows: [...it.rows, row] },
  );
}

export const editRow = (
  plan: Plan,
  key: string,
  group: string,
  row: string,
  fields: Partial<Omit<Row, 'key'>>,
): Plan =>
  onGroup(plan, key, group, (it) => ({
    ...it,
    rows: it.rows.map((other) => (other.key === row ? { ...other, ...fields } : other)),
  }));

export const removeRow = (plan: Plan, key: string, group: string, row: string): Plan =>
  onGroup(plan, key, group, (it) => ({ ...it, rows: it.rows.filter((other) => other.key !== row) }));

function onBlock(plan: Plan, key: string, edit: (block: Block) => Block): Plan {
  return { ...plan, blocks: plan.blocks.map((block) => (block.key === key ? edit(block) : block)) };
}

function onGroup(plan: Plan, key: string, group: string, edit: (group: Group) => Group): Plan {
  return onBlock(plan, key, (block) => ({
    ...block,
    groups: block.groups.map((it) => (it.key === group ? edit(it) : it)),
  }));
}
