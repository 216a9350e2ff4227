import type {
  activityPurposes,
  organisationKinds,
  quantityRules,
  sessionBlockKinds,
} from '../schemas/labels.ts';

/** A session that somebody is preparing. It lives on the reader's device, in an address or in a file: never on a server. */
export interface Plan {
  version: 1;
  /** Tells the plans of one device apart; letters and figures. */
  id: string;
  title: string;
  audience: string;
  /** Day, `2026-11-26`; empty while nobody has fixed it. */
  date: string;
  /** Id of the city, and the room. */
  city: string;
  venue: string;
  organiser: string;
  organiserKind: keyof typeof organisationKinds;
  /** Who leads, by role. */
  lead: string;
  /** When it starts: minutes after midnight. */
  start: number;
  /** Minutes there are, breaks included. */
  minutes: number;
  people: number;
  objectives: readonly Objective[];
  prework: readonly Task[];
  blocks: readonly Block[];
  followUp: readonly Task[];
  /** The ready session or the practice it began from. */
  from: Origin | null;
  /** Number of the next key: keys are never used twice in a plan. */
  next: number;
}

/** An entry of the base that a plan names, with its title: a plan must read whole without a network. */
export interface Named {
  id: string;
  title: string;
}

/** What a plan began from. */
export interface Origin extends Named {
  kind: 'session' | 'practice';
}

export interface Objective {
  key: string;
  text: string;
}

export interface Task {
  key: string;
  text: string;
  /** 0 when nobody said. */
  minutes: number;
  practice: Named | null;
}

export type BlockKind = keyof typeof sessionBlockKinds;

/** What may be done with a block when time runs short. */
export type Cut = 'keep' | 'shorten' | 'drop';

export const cuts: Record<Cut, string> = {
  keep: 'da tenere',
  shorten: 'si può accorciare',
  drop: 'si può togliere',
};

export interface Block {
  key: string;
  kind: BlockKind;
  minutes: number;
  title: string;
  /** A start that does not move: minutes after midnight; null when it follows the block before. */
  lockedAt: number | null;
  activity: Named | null;
  practice: Named | null;
  /** Titles of the sections of the practice to read. */
  sections: readonly string[];
  /** Key of the objective it serves; empty when none. */
  objective: string;
  /** For who leads. */
  notes: string;
  output: string;
  lead: string;
  /** Besides those of the activity. */
  materials: readonly Material[];
  cut: Cut;
  /** Groups that work on different things at the same time, and end together when the block does. */
  groups: readonly Group[];
}

export interface Material {
  item: string;
  quantity: number;
  per: keyof typeof quantityRules;
}

export interface Group {
  key: string;
  name: string;
  rows: readonly Row[];
}

/** What a parallel group does after what it did before. */
export interface Row {
  key: string;
  minutes: number;
  title: string;
  activity: Named | null;
}

/** What a planner knows of an activity; the published `/dati/activities.json` has it. */
export interface ActivityFacts {
  id: string;
  title: string;
  purpose: readonly (keyof typeof activityPurposes)[];
  minutes: { min: number; max: number };
  people: { min: number; max: number };
  groupSize?: { min: number; max: number } | undefined;
  materials: readonly Material[];
}

export type Activities = ReadonlyMap<string, ActivityFacts>;

/** More than a day holds, and little enough for an address. */
export const mostBlocks = 100;
export const mostMinutes = 1440;
export const mostPeople = 1000;
export const mostCharacters = 2000;
export const mostTitle = 200;
/** Objectives, tasks, materials of a block, groups of a block, rows of a group. */
export const mostOfAList = 20;

/** Ten days without a break would not fit. */
const usualStart = 9 * 60;

/** @param id made by who keeps it: nothing here is left to chance */
export const emptyPlan = (id: string): Plan => ({
  version: 1,
  id,
  title: '',
  audience: '',
  date: '',
  city: '',
  venue: '',
  organiser: '',
  organiserKind: 'municipality',
  lead: '',
  start: usualStart,
  minutes: 120,
  people: 20,
  objectives: [],
  prework: [],
  blocks: [],
  followUp: [],
  from: null,
  next: 1,
});

/** A block with nothing in it but its kind. */
export const emptyBlock = (key: string, kind: BlockKind): Block => ({
  key,
  kind,
  minutes: kind === 'break' ? 15 : 20,
  title: kind === 'break' ? 'Pausa' : '',
  lockedAt: null,
  activity: null,
  practice: null,
  sections: [],
  objective: '',
  notes: '',
  output: '',
  lead: '',
  materials: [],
  cut: 'keep',
  groups: [],
});

/** What a plan is called where it has no title yet. */
export const planTitle = ({ title }: Pick<Plan, 'title'>): string => title.trim() || 'Sessione senza titolo';

export const blockTitle = ({ title }: Pick<Block, 'title'>): string => title.trim() || 'Blocco senza titolo';
