import { secondsOfDay } from '../../log/layouts/times.js';
import { nicksIn } from '../nickLists.js';
import { type BotName, botGreeting } from './bots.js';

/** Something that a bot said about the meeting: evidence for what its log does not show otherwise. */
export type Reply =
  | {
      readonly kind: 'started';
      /** `YYYY-MM-DD` and seconds since midnight, both UTC. */
      readonly date: string | undefined;
      readonly time: number | undefined;
      readonly owner: string | undefined;
      readonly bot: BotName | undefined;
    }
  | { readonly kind: 'owner'; readonly owner: string; readonly bot: BotName | undefined }
  | { readonly kind: 'chairs'; readonly nicks: readonly string[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'ended' }
  /** The counts of a vote; those of an option that is not told are not known. */
  | { readonly kind: 'result'; readonly counts: Readonly<Record<string, number>> };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// One pattern tells whether a line may be a bot's. Some bots put the nick of who asked in front.
const replyStart =
  /(?:[^\s:]{1,64}: )?(?:Meeting (?:started|ended|name set)|Current chairs: |The (?:chair is|[Mm]eeting [Nn]ame) |Votes for: ?\d|Motion (?:accepted|failed|inconclusive): |[\w+-]{1,32} \(\d+\): )/y;

/** Whether what is said in a text from `start` to `end` may be a bot's reply; a quick look that copies nothing. */
export function mayBeReply(text: string, start: number, end: number): boolean {
  let blank = start;
  while (blank < end && text.charCodeAt(blank) !== 32) blank++;
  if (blank === end) return false;
  // Only so do the first words of replies end or begin: `nick: `, `option (3): `, `Meeting`, `Current`, `The`, `Votes`, `Motion`.
  const first = text.charCodeAt(start);
  const isLikely =
    text.charCodeAt(blank - 1) === 58 ||
    text.charCodeAt(blank + 1) === 40 ||
    first === 77 ||
    first === 67 ||
    first === 84 ||
    first === 86;
  if (!isLikely) return false;
  replyStart.lastIndex = start;
  return replyStart.test(text);
}

/**
 * Reads what a bot of the family replies to `#startmeeting`, `#chair`, `#meetingname`, `#endvote`, `#endmeeting`; undefined for
 * all else.
 */
export function readReply(said: string): Reply | undefined {
  if (!mayBeReply(said, 0, said.length)) return undefined;
  const text = said.replace(/^[^\s:]{1,64}: (?=Meeting|Current|Motion)/, '');
  if (text.startsWith('Meeting started ')) return started(text);
  if (text.startsWith('Meeting ended')) return { kind: 'ended' };
  const chairs = /^Current chairs: ([^\n]*)$/.exec(text)?.[1];
  if (chairs !== undefined) return { kind: 'chairs', nicks: nicksIn(chairs) };
  if (text.startsWith('The chair is ')) {
    const owner = ownerIn(text);
    return owner === undefined ? undefined : { kind: 'owner', owner, bot: botGreeting(text) };
  }
  return nameIn(text) ?? resultIn(text);
}

function started(text: string): Reply {
  const iso = /\b(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)/.exec(text);
  const clock = iso?.[2] ?? /\b\d\d:\d\d:\d\d\b/.exec(text)?.[0];
  return {
    kind: 'started',
    date: iso?.[1] ?? asctimeDate(text),
    time: clock === undefined ? undefined : secondsOfDay(clock),
    owner: ownerIn(text),
    bot: botGreeting(text),
  };
}

function nameIn(text: string): Reply | undefined {
  const quoted = /^The (?:meeting name has been set to|Meeting name is) '([^\n]*)'$/.exec(text)?.[1];
  const name = quoted ?? /^(?:The Meeting Name is now|Meeting name set to:) ([^\n]*)$/.exec(text)?.[1];
  return name === undefined ? undefined : { kind: 'name', name };
}

function resultIn(text: string): Reply | undefined {
  const three = /^Votes for: ?(\d+),? Votes against: ?(\d+),? Abstentions: ?(\d+)/.exec(text);
  if (three)
    return { kind: 'result', counts: { '+1': Number(three[1]), '-1': Number(three[2]), '+0': Number(three[3]) } };
  const motion = /^Motion \w+: (\d+) in favor to (\d+) opposed/.exec(text);
  if (motion) return { kind: 'result', counts: { '+1': Number(motion[1]), '-1': Number(motion[2]) } };
  const option = /^([\w+-]{1,32}) \((\d+)\): /.exec(text);
  return option ? { kind: 'result', counts: { [option[1] ?? '']: Number(option[2]) } } : undefined;
}

/** `YYYY-MM-DD` of a text that holds a date as C's `asctime` writes it, with the day of the month padded by a blank. */
function asctimeDate(text: string): string | undefined {
  const match = /\b([A-Z][a-z]{2}) ([ \d]\d) \d\d:\d\d:\d\d (\d{4})\b/.exec(text);
  const month = months.indexOf(match?.[1] ?? '') + 1;
  if (!match || month === 0) return undefined;
  return `${match[3]}-${String(month).padStart(2, '0')}-${match[2]?.replace(' ', '0')}`;
}

function ownerIn(text: string): string | undefined {
  const before = 'The chair is ';
  const start = text.indexOf(before);
  if (start < 0) return undefined;
  const owner = text.slice(start + before.length);
  const end = owner.search(/\.(?: |$)/);
  return owner.slice(0, end < 0 ? undefined : end).trim() || undefined;
}
