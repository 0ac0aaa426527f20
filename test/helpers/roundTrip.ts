import { dateAt } from '../../server/src/log/facts/timeline.js';
import { LogText } from '../../server/src/log/text/logText.js';
import { type MeetingLog, meetingLog, textAt } from '../../server/src/meeting/meetingLog.js';
import type { Item, Meeting } from '../../server/src/meeting/model.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import type { SaidLine } from './randomFrames.js';
import type { RandomLog } from './randomLayouts.js';
import type { Expected } from './randomMeetings.js';

/* Whether reading a random log gives back what it was written from. */

/** How far a random log is read right: the first thing that is wrong, or undefined. */
export function firstMismatch(random: RandomLog): string | undefined {
  const log = meetingLog(LogText.of(random.text), 'chat.log');
  const found = wrong(log, random);
  return found && `${found} (layout ${log.text.layout.name})`;
}

function wrong(log: MeetingLog, random: RandomLog): string | undefined {
  const [meeting, another] = log.meetings;
  if (!meeting) return 'no meeting';
  return (
    (another && 'several meetings') ??
    wrongSaid(log, random.said) ??
    wrongOutline(outlineOf(log, meeting), random.outline) ??
    wrongDate(log, meeting, random.date) ??
    problems(log).map(({ code, line }) => `problem ${code} on line ${line + 1}`)[0]
  );
}

/** The first line that was read as something else. */
function wrongSaid(log: MeetingLog, expected: readonly SaidLine[]): string | undefined {
  const said = new Map(expected.map((one) => [one.line, one]));
  for (let line = 0; line < log.text.lineCount; line++) {
    const { kind, nick, time, textStart, textEnd } = log.text.read(line);
    const one = said.get(line);
    const isSaid = kind === 'message' || kind === 'action' || kind === 'continuation';
    const text = log.text.text(line).slice(textStart, textEnd).trim();
    const found = isSaid ? parts(nick, time, text) : ['nothing'];
    const right = one ? parts(one.nick, one.time, one.text.trim()) : ['nothing'];
    // Who goes on speaking is named above.
    const from = kind === 'continuation' ? 2 : 0;
    const at = right.findIndex((part, index) => index >= from && part !== found[index]);
    if (at >= 0 || right.length !== found.length)
      return `line ${line + 1} says ${found.join(' ') || '?'}, not ${right.join(' ')}`;
  }
  return undefined;
}

function parts(nick: string, time: number | undefined, text: string): string[] {
  const clock = time === undefined ? 'never' : new Date(time * 1000).toISOString().slice(11, 19);
  return [bareNick(nick), clock, JSON.stringify(text)];
}

function wrongOutline(found: Expected & { readonly isEnded: boolean }, expected: Expected): string | undefined {
  const [actual, right] = [found, { ...expected, isEnded: true }].map((one) =>
    JSON.stringify(one, null, 1).split('\n'),
  );
  const at = right?.findIndex((row, index) => row !== actual?.[index]) ?? -1;
  return at < 0 ? undefined : `outline has ${actual?.[at]?.trim()}, not ${right?.[at]?.trim()}`;
}

function outlineOf(log: MeetingLog, meeting: Meeting): Expected & { readonly isEnded: boolean } {
  const items: string[] = [];
  const topics: { title: string; items: string[] }[] = [];
  for (const item of meeting.items) {
    if (item.type === 'TOPIC') topics.push({ title: textAt(log, item), items: [] });
    else (topics.at(-1)?.items ?? items).push(written(log, item));
  }
  const title = meeting.title ? textAt(log, meeting.title) : '';
  return { title, owner: bareNick(meeting.owner), items, topics, isEnded: meeting.endLine !== undefined };
}

/** A nick without its server, which some layouts keep. */
function bareNick(nick: string): string {
  return nick.replace(/ \(@.*\)$/, '').replace(/^@(.*):boats\.example$/, '$1');
}

function written(log: MeetingLog, item: Item): string {
  return `${item.type} ${bareNick(item.nick)}: ${textAt(log, item)}`;
}

function wrongDate({ text }: MeetingLog, { startLine }: Meeting, date: string | undefined): string | undefined {
  const found = dateAt(text, startLine);
  return date === undefined || found === date ? undefined : `date ${found}, not ${date}`;
}
