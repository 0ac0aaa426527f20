import type { Steps } from '../../log/steps.js';
import type { LogText } from '../../log/text/logText.js';
import { perBlock } from '../../log/text/perBlock.js';
import { endsMeeting, startsMeeting } from '../dialects/words.js';
import { blockEvents, type Event } from '../events.js';

/** What the first start or end of a meeting in a block is, and what precedes it. */
interface FirstSign {
  readonly isStart: boolean;
  /** Whether a bot says that the meeting ended. */
  readonly isEnd: boolean;
  readonly hasEndCommand: boolean;
  readonly hasReply: boolean;
}

const firstSign = perBlock((block): FirstSign => {
  let hasEndCommand = false;
  let hasReply = false;
  for (const event of blockEvents(block)) {
    const sign = signOf(event);
    if (sign) return { isStart: sign === 'start', isEnd: sign === 'end', hasEndCommand, hasReply };
    hasEndCommand ||= event.kind === 'command' && endsMeeting(event.word);
    hasReply ||= event.kind === 'reply' && event.reply.kind !== 'result';
  }
  return { isStart: false, isEnd: false, hasEndCommand, hasReply };
});

function signOf(event: Event): 'start' | 'end' | undefined {
  if (event.kind === 'command') return startsMeeting(event.word) ? 'start' : undefined;
  if (event.kind !== 'reply') return undefined;
  const { reply } = event;
  if (reply.kind === 'started' && reply.isExact) return 'start';
  return reply.kind === 'ended' && reply.isExact ? 'end' : undefined;
}

/**
 * Whether a log begins inside a meeting: one ends in it, before any starts, and a bot is there. Can be paused at any `yield`.
 */
export function* beginsInside({ blocks }: LogText): Steps<boolean> {
  let hasEndCommand = false;
  let hasReply = false;
  for (const block of blocks) {
    const sign = firstSign(block);
    hasEndCommand ||= sign.hasEndCommand;
    hasReply ||= sign.hasReply;
    if (sign.isEnd || (hasEndCommand && hasReply)) return true;
    if (sign.isStart) return false;
    yield;
  }
  return false;
}
