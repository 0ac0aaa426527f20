import type { Stamp } from '../../log/facts/stamps.js';
import { Changing, Layers } from './layers.js';

/**
 * The state of a running meeting between two events: exactly what determines the results of the next ones. Immutable. Its lines
 * are relative to the meeting's first line. Its fields are `Layers` or plain data, so that new fields are compared and
 * copied automatically.
 */
export interface State {
  readonly owner: string;
  readonly isStarted: boolean;
  /** Who gave the command that starts it; undefined without one. */
  readonly starter: string | undefined;
  /** Whether no command that starts it is in the log: the bot's greeting began it, or the log begins inside it. */
  readonly isStartMissing: boolean;
  /** The line on which the bot says that it started; undefined if it does not. */
  readonly greeting: number | undefined;
  /** Whether everyone has all rights: it is a whole log, or the log does not show who was a chair before. */
  readonly isOpenToAll: boolean;
  /** When it was started. */
  readonly startTime: Stamp | undefined;
  readonly bot: string | undefined;
  /** The nick of the bridge through which the bot speaks, if it does: it is on the other side, and so is whom it hears. */
  readonly botRelay: string | undefined;
  readonly chairs: Layers<true>;
  /** The line on which someone stopped being a chair, and the one on which the chairs last changed. */
  readonly lost: Layers<number>;
  readonly changedAt: number | undefined;
  /** The chairs that the bot is expected to list, and those that it did not list, which is reported only once. */
  readonly expected: Layers<true>;
  readonly disputed: Layers<true>;
  /** The expected chairs after each command for which the bot has yet to list them. */
  readonly unprinted: readonly Unprinted[];
  /** The first nick of people who changed theirs. */
  readonly formerly: Layers<string>;
  /** For bots that undo commands of any kind: whether the last command that counted did not record an item. */
  readonly isLastOther: boolean;
  /** Who may vote; everyone if there are none. Layers, since each command may add one to very many. */
  readonly voters: Layers<true>;
  readonly votesRequired: number;
  /** The last opened vote. */
  readonly vote: OpenedVote | undefined;
  /** How many chose each option, and what each nick chose last. */
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

/** How a meeting begins. */
export interface Opening {
  /** Empty if the log does not show who it is. */
  readonly owner: string;
  /** Whether it has begun before its first line. */
  readonly isStarted: boolean;
  /** How many lines below its first line the bot says that it started; undefined if it does not. */
  readonly greeting: number | undefined;
}

/** A meeting before anything has happened in it. */
export function newState({ owner, isStarted, greeting }: Opening): State {
  return {
    owner,
    isStarted,
    starter: undefined,
    isStartMissing: isStarted,
    greeting,
    isOpenToAll: isStarted,
    startTime: undefined,
    bot: undefined,
    botRelay: undefined,
    chairs: Layers.empty(),
    lost: Layers.empty(),
    changedAt: undefined,
    expected: Layers.empty(),
    disputed: Layers.empty(),
    unprinted: [],
    formerly: Layers.empty(),
    isLastOther: false,
    voters: Layers.empty(),
    votesRequired: 0,
    vote: undefined,
    counts: Layers.empty(),
    choices: Layers.empty(),
  };
}

const empty = newState({ owner: '', isStarted: false, greeting: undefined });
const keys = Object.keys(empty) as (keyof State)[];
/** The fields that are layers. */
const layerKeys = keys.filter((key) => empty[key] instanceof Layers) as LayerKey[];

type LayerKey = { [K in keyof State]: State[K] extends Layers<infer _> ? K : never }[keyof State];

/** Whether two states are equal, so that the same events have the same results. */
export function sameState(a: State, b: State): boolean {
  return a === b || keys.every((key) => isSame(a[key], b[key]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Layers && b instanceof Layers) return a.equals(b);
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A mutable state. */
export type Changeable = {
  -readonly [K in keyof State]: State[K] extends Layers<infer V> ? Changing<V> : State[K];
};

/** A mutable copy of a state. There are as many as a log has blocks, so everything except layers is copied at once. */
export function opened(state: State): Changeable {
  const now: Record<string, unknown> = { ...state };
  for (const key of layerKeys) now[key] = new Changing<unknown>(state[key]);
  return now as unknown as Changeable;
}

/** The immutable result of changing a state. */
export function closed(now: Changeable): State {
  const state: Record<string, unknown> = { ...now };
  for (const key of layerKeys) state[key] = now[key].frozen();
  return state as unknown as State;
}
