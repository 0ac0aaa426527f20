import type { LogText } from '../log/logText.js';
import type { Bot } from './bots.js';
import type { Effect, ItemType } from './commands.js';
import { addItem, type Draft, setChair } from './draft.js';
import type { CommandEvent } from './events.js';
import { byCodePoint, type Ignored, type Place } from './model.js';
import { castVote, closeVote, endVote, openVote } from './voteEffects.js';

/** A command with its argument. */
export interface Given extends Pick<CommandEvent, 'line' | 'nick'> {
  readonly argument: Place;
  readonly text: string;
}

/** What each command does to the meeting; a reason where it does nothing after all. */
export const effects: Record<Effect, (draft: Draft, given: Given, log: LogText) => Ignored | undefined> = {
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
  start(draft, { line, nick, text, argument }) {
    if (draft.startLine !== undefined) return 'meeting-already-started';
    draft.startLine = line;
    setChair(draft, line, nick, true, nick);
    if (text !== '') draft.title = argument;
    if (text.trim() !== '' && draft.rules.namesFromStart) draft.name = fileName(text, draft.rules);
    return undefined;
  },
  end(draft, { line, nick }, log) {
    if (draft.vote && draft.voting?.endsWithMeeting) closeVote(draft, line, nick, log);
    draft.endLine = line;
    return undefined;
  },
  title(draft, { text, argument }) {
    draft.title = /^(?:none|unset|)$/i.test(text.trim()) ? undefined : argument;
    return undefined;
  },
  name(draft, { text }) {
    draft.name = fileName(text, draft.rules);
    return undefined;
  },
  chair(draft, { line, nick, text }) {
    for (const name of text.split(/[, ]+/).filter(Boolean)) {
      if (!draft.named.has(name)) draft.named.set(name, line);
      setChair(draft, line, name, true, nick);
    }
    draft.unprinted.push(byCodePoint(draft.chairs));
    return undefined;
  },
  unchair(draft, { line, nick, text }) {
    // White space only, as in the original: with "bob, cat" it finds nobody called "bob,".
    for (const name of text.split(/\s+/).filter(Boolean)) {
      // The owner may be taken off the list, but the bot goes on listing and obeying them.
      if (name !== draft.owner) setChair(draft, line, name, false, nick);
    }
    draft.unprinted.push(byCodePoint(draft.chairs));
    return undefined;
  },
  nick(draft, { line, text }) {
    for (const name of text.split(/[, ]+/).filter(Boolean)) {
      if (!draft.named.has(name)) draft.named.set(name, line);
    }
    return undefined;
  },
  here(draft, { line, nick, text }) {
    if (!draft.named.has(nick)) draft.named.set(nick, line);
    if (text.trim() !== '') draft.aliases.set(text.trim(), nick);
    return undefined;
  },
  voters(draft, { text }) {
    const nicks = text.split(/[, ]+/).filter(Boolean);
    const isAll = nicks.length === 0 || ['all', 'everyone', 'everybody'].includes(nicks[0]?.toLowerCase() ?? '');
    draft.voters = isAll ? undefined : new Set(nicks);
    return undefined;
  },
  openVote,
  castVote: (draft, { line, nick, text }) => castVote(draft, line, nick, text).ignored,
  closeVote: (draft, { line, nick }, log) => closeVote(draft, line, nick, log),
  votesRequired(draft, { text }) {
    draft.votesRequired = Number.parseInt(text, 10) || 0;
    return undefined;
  },
  undo(draft, { line }) {
    const item = draft.items.pop();
    if (!item) return 'nothing-to-undo';
    draft.undone.push({ line, item });
    return undefined;
  },
  none: () => undefined,
};

/** The name under which a bot files a meeting. */
function fileName(text: string, { name }: Bot): string {
  const lower = text.trim().toLowerCase().replace(/\s+/g, '_');
  return name === 'opendev' ? lower.replace(/[^a-z0-9]/g, '_') : lower;
}

/** Items of these types close an open vote by decree, where each ballot is an item. */
const decrees: ReadonlySet<ItemType> = new Set(['ACCEPTED', 'FAILED', 'INCONCLUSIVE']);

function recordItem(type: ItemType) {
  return (draft: Draft, { argument, nick, line }: Given): undefined => {
    if (draft.vote && draft.voting?.recordsBallots && decrees.has(type)) endVote(draft, line);
    addItem(draft, type, argument, nick);
  };
}
