import type { Block } from '../../log/text/block.js';
import type { Bot } from '../dialects/bots.js';
import type { Effect, ItemType } from '../dialects/commands.js';
import type { CommandEvent } from '../events.js';
import type { Ignored, Outcome, Place } from '../model.js';
import { nicksIn, unchairedIn } from '../nickLists.js';
import type { Draft } from './runningMeeting.js';
import { castVote, closeVote, endVote, openVote } from './voteEffects.js';

/** A command with its argument. */
export interface Given extends Pick<CommandEvent, 'line' | 'nick'> {
  readonly argument: Place;
  readonly text: string;
  /** Where it stands. */
  readonly block: Block;
}

/** What each command does to the meeting; a reason where it does nothing after all. */
export const effects: Record<Effect, (draft: Draft, given: Given) => Outcome> = {
  SUBTOPIC: recordItem('SUBTOPIC'),
  FAILED: recordItem('FAILED'),
  INCONCLUSIVE: recordItem('INCONCLUSIVE'),
  DONE: recordItem('DONE'),
  MOTION: recordItem('MOTION'),
  VOTE: recordItem('VOTE'),
  TOPIC: recordItem('TOPIC'),
  AGREED: recordItem('AGREED'),
  ACCEPTED: recordItem('ACCEPTED'),
  REJECTED: recordItem('REJECTED'),
  ACTION: recordItem('ACTION'),
  INFO: recordItem('INFO'),
  IDEA: recordItem('IDEA'),
  HELP: recordItem('HELP'),
  LINK: recordItem('LINK'),
  start(draft, { line, nick, text, argument, block }) {
    if (draft.isStarted) return ignored('meeting-already-started');
    draft.isStarted = true;
    draft.startTime = block.time(line);
    draft.setChair(line, nick, true, nick);
    if (text !== '') draft.found.title = argument;
    if (text.trim() !== '' && draft.rules.namesFromStart) draft.found.name = fileName(text, draft.rules);
    return done;
  },
  end(draft, given) {
    if (draft.vote?.isOpen && draft.voting?.endsWithMeeting) closeVote(draft, given);
    draft.isEnded = true;
    return done;
  },
  title(draft, { text, argument }) {
    draft.found.title = /^(?:none|unset|)$/i.test(text.trim()) ? null : argument;
    return done;
  },
  name(draft, { text }) {
    draft.found.name = fileName(text, draft.rules);
    return done;
  },
  chair(draft, { line, nick, text }) {
    const nicks = nicksIn(text);
    for (const name of nicks) draft.found.named.push({ nick: name, line });
    changeChairs(draft, nicks, true, { line, nick });
    return done;
  },
  unchair(draft, { line, nick, text }) {
    // The owner may be taken off the list, but the bot goes on listing and obeying them.
    const nicks = unchairedIn(text).filter((name) => name !== draft.owner);
    changeChairs(draft, nicks, false, { line, nick });
    return done;
  },
  nick(draft, { line, text }) {
    for (const nick of nicksIn(text)) draft.found.named.push({ nick, line });
    return done;
  },
  here(draft, { line, nick, text }) {
    draft.found.named.push({ nick, line });
    if (text.trim() !== '') draft.found.aliases.push({ name: text.trim(), nick });
    return done;
  },
  voters(draft, { text }) {
    const nicks = nicksIn(text);
    const isAll = nicks.length === 0 || ['all', 'everyone', 'everybody'].includes(nicks[0]?.toLowerCase() ?? '');
    draft.voters = isAll ? undefined : new Set(nicks);
    return done;
  },
  openVote,
  castVote: (draft, { line, nick, text }) => castVote(draft, line, nick, text),
  closeVote,
  votesRequired(draft, { text }) {
    draft.votesRequired = Number.parseInt(text, 10) || 0;
    return done;
  },
  undo: (draft, { line }) => (draft.undo(line) ? done : ignored('nothing-to-undo')),
  none: () => done,
};

/** What comes of most commands. */
const done: Outcome = {};

function ignored(why: Ignored): Outcome {
  return { ignored: why };
}

/** How many lists of chairs a bot may be behind with: none is further behind. */
const mostUnprinted = 50;

function changeChairs(draft: Draft, nicks: readonly string[], chair: boolean, by: Pick<Given, 'line' | 'nick'>): void {
  const changes = nicks.filter((nick) => draft.setChair(by.line, nick, chair, by.nick));
  const unprinted = { count: draft.expected.size, changes: changes.map((nick) => [nick, chair] as const) };
  draft.unprinted = [...draft.unprinted.slice(1 - mostUnprinted), unprinted];
}

/** The name under which a bot files a meeting. */
function fileName(text: string, { name }: Bot): string {
  const lower = text.trim().toLowerCase().replace(/\s+/g, '_');
  return name === 'opendev' ? lower.replace(/[^a-z0-9]/g, '_') : lower;
}

/** Items of these types close an open vote by decree, where each ballot is an item. */
const decrees: ReadonlySet<ItemType> = new Set(['ACCEPTED', 'FAILED', 'INCONCLUSIVE']);

function recordItem(type: ItemType) {
  return (draft: Draft, { argument, nick, line }: Given): Outcome => {
    if (draft.vote?.isOpen && draft.voting?.recordsBallots && decrees.has(type)) endVote(draft, line);
    draft.addItem(type, argument, nick);
    return done;
  };
}
