import type { Steps } from '../../log/steps.js';
import type { LogText } from '../../log/text/logText.js';
import { perBlock } from '../../log/text/perBlock.js';
import { endsMeeting, startsMeeting } from '../dialects/words.js';
import { blockEvents } from '../events.js';

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
    const sign = { isStart: false, isEnd: false, hasEndCommand, hasReply };
    if (event.kind === 'command') {
      if (startsMeeting(event.word)) return { ...sign, isStart: true };
      hasEndCommand ||= endsMeeting(event.word);
    } else if (event.kind === 'reply') {
      const { reply } = event;
      if (reply.kind === 'started' && reply.isExact) return { ...sign, isStart: true };
      if (reply.kind === 'ended' && reply.isExact) return { ...sign, isEnd: true };
      hasReply ||= reply.kind !== 'result';
    }
  }
  return { isStart: false, isEnd: false, hasEndCommand, hasReply };
});

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
