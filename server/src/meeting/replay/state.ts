import { Changing, Layers } from './layers.js';

/**
 * What a running meeting is between two events: all that decides what comes of the next ones, and nothing else. It is never
 * changed. The lines in it count from the meeting's first line. Its fields are `Layers`, sets or plain data, so that whatever is
 * added here is compared and carried on by itself.
 */
export interface State {
  readonly owner: string;
  readonly isStarted: boolean;
  /** When it was started, in seconds since midnight. */
  readonly startTime: number | undefined;
  readonly bot: string | undefined;
  readonly chairs: Layers<true>;
  /** The line where someone ceased to be chair, and the one where the chairs changed last. */
  readonly lost: Layers<number>;
  readonly changedAt: number | undefined;
  /** The chairs whom the bot may be expected to list, and those whom it did not list: that is reported once. */
  readonly expected: Layers<true>;
  readonly disputed: Layers<true>;
  /** The expected chairs after each command that makes a bot list them, as long as it has not. */
  readonly unprinted: readonly Unprinted[];
  /** The first nick of the person who changed it. */
  readonly formerly: Layers<string>;
  /** Who may vote; undefined if everybody may. */
  readonly voters: ReadonlySet<string> | undefined;
  readonly votesRequired: number;
  /** The vote that was opened last. */
  readonly vote: OpenedVote | undefined;
  /** How many chose each of its options, and what each nick chose last. */
  readonly counts: Layers<number>;
  readonly choices: Layers<string>;
}

/** How many chairs are expected after a command, and how it changed them. */
export interface Unprinted {
  readonly count: number;
  readonly changes: readonly (readonly [nick: string, chair: boolean])[];
}

export interface OpenedVote {
  readonly line: number;
  readonly question: string;
  readonly options: readonly string[];
  readonly isOpen: boolean;
}

/** A meeting before anything has happened in it; one that is all of a log has begun. */
export function newState(owner: string, isWholeLog: boolean): State {
  return {
    owner,
    isStarted: isWholeLog,
    startTime: undefined,
    bot: undefined,
    chairs: Layers.empty(),
    lost: Layers.empty(),
    changedAt: undefined,
    expected: Layers.empty(),
    disputed: Layers.empty(),
    unprinted: [],
    formerly: Layers.empty(),
    voters: undefined,
    votesRequired: 0,
    vote: undefined,
    counts: Layers.empty(),
    choices: Layers.empty(),
  };
}

const empty = newState('', false);
const keys = Object.keys(empty) as (keyof State)[];
/** The fields that are layers. */
const layerKeys = keys.filter((key) => empty[key] instanceof Layers) as LayerKey[];

type LayerKey = { [K in keyof State]: State[K] extends Layers<infer _> ? K : never }[keyof State];

/** Whether two states are the same, so that the same comes of the same events after them. */
export function sameState(a: State, b: State): boolean {
  return a === b || keys.every((key) => isSame(a[key], b[key]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Layers && b instanceof Layers) return a.equals(b);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain(value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}

/** A state while events change it. */
export type Changeable = {
  -readonly [K in keyof State]: State[K] extends Layers<infer V> ? Changing<V> : State[K];
};

/** A state to be changed. There are as many as a log has blocks: what is not a layer is copied at once. */
export function opened(state: State): Changeable {
  const now: Record<string, unknown> = { ...state };
  for (const key of layerKeys) now[key] = new Changing<unknown>(state[key]);
  return now as unknown as Changeable;
}

/** What a state has become. */
export function closed(now: Changeable): State {
  const state: Record<string, unknown> = { ...now };
  for (const key of layerKeys) state[key] = now[key].frozen();
  return state as unknown as State;
}
