import {
  agendaKeeper,
  attendees,
  explainedIssue,
  isContinued,
  isIssueBot,
  issueBotNod,
  issueBotReport,
  logAddress,
  minutesAddress,
  queueCommand,
  queueKeeper,
  recorder,
  takenUp,
  takenUpFrom,
  toAgendaKeeper,
  toIssueBot,
  toRecorder,
  toTracker,
  trackedItem,
  tracker,
  youWanted,
} from '../dialects/scribeBots.js';
import { namesIn } from './nameLists.js';
import { type ChatRecord, type Said, saidIn } from './record.js';
import { isUrl } from './scribeUrls.js';
import type { Line, Scribing } from './scribing.js';
import type { Rule } from './shown.js';

/* What bots say, and what is said to them. */

/** What the recorder says, and what is said to it. */
export function readRecorder(state: Scribing, { record }: Line): Rule | undefined {
  const { nick, text, line } = record;
  if (nick === recorder) {
    const minutes = minutesAddress.exec(text)?.[1];
    if (minutes !== undefined) state.links.set('minutes', { url: minutes, line });
    if (minutes !== undefined) return 'recorder-minutes';
    const log = logAddress.exec(text)?.[1];
    if (log !== undefined) state.links.set('log', { url: log, line });
    if (log !== undefined) return 'recorder-log';
  }
  if (toRecorder.test(text)) return 'to-recorder';
  return nick === recorder ? 'from-recorder' : undefined;
}

/** What the queue keeper says, and commands to it. */
export function readQueue(state: Scribing, line: Line): Rule | undefined {
  if (!state.options.useZakimTopics) return undefined;
  if (line.record.nick === queueKeeper) return readQueueKeeper(state, line);
  return queueCommand.test(line.record.text) ? 'queue-command' : undefined;
}

function readQueueKeeper(state: Scribing, line: Line): Rule {
  const { record } = line;
  const topic = topicIn(record);
  if (topic) {
    state.show(line, 'topic', topic);
    return 'queue-keeper-topic';
  }
  const found = attendees.exec(record.text);
  if (found) {
    const names = record.text.slice(found.index + found[0].length).replace(/,$/, '');
    state.roster.add('present', namesIn(names.replace('(no one)', '')), record);
    return 'queue-keeper-attendees';
  }
  if (isContinued(record.text)) {
    goOn(state, line, record.text.slice(4));
    return 'queue-keeper-continuation';
  }
  if (!youWanted.test(record.text)) return 'from-queue-keeper';
  state.show(line, 'remark', saidIn(record));
  return 'queue-keeper-you-wanted';
}

function topicIn(record: ChatRecord): Said | undefined {
  for (const pattern of takenUp) {
    const found = pattern.exec(record.text);
    const topic = found?.[1];
    if (!found || topic === undefined) continue;
    const start = record.text.indexOf(topic, found[0].indexOf(' ', 8));
    return saidIn(record, start, start + withoutOrigin(topic).length);
  }
  return undefined;
}

/** A topic without who took it up from whom. */
function withoutOrigin(topic: string): string {
  const at = topic.search(takenUpFrom);
  return at < 0 ? topic : topic.slice(0, at);
}

/** A text that is longer, in UTF-16 units, does not go on. The queue keeper's lines have some hundred. */
const longest = 20_000;

/** A long line of the queue keeper goes on: with what it last said that does not begin so. */
function goOn(state: Scribing, { record }: Line, more: string): void {
  const above = state.lastOfQueueKeeper;
  if (!above) return;
  if (attendees.test(above.text)) {
    const names = namesIn(more).filter((name) => name !== '');
    state.roster.add('present', names, record);
    return;
  }
  const shown = state.lastBy(queueKeeper);
  if (shown?.record !== above || !(shown.kind === 'topic' || youWanted.test(above.text))) return;
  const [first] = shown.lines;
  if (first && first.text.length < longest)
    shown.lines[0] = { ...first, text: withoutOrigin(`${first.text} ${more}`), isInLog: false };
}

/** What the tracker, the agenda keeper and the issue bot say, and what is said to them. */
export function readOtherBots(state: Scribing, line: Line): Rule | undefined {
  const { nick, text } = line.record;
  if (toTracker.test(text)) return 'to-tracker';
  if (nick === tracker) return readTracker(state, line);
  if (nick === agendaKeeper) return 'from-agenda-keeper';
  if (toAgendaKeeper.test(text)) return 'to-agenda-keeper';
  if (state.options.ghurlbot) return isIssueBot(nick) ? readIssueBot(state, line) : undefined;
  if (toIssueBot.test(text)) return 'to-issue-bot';
  return isIssueBot(nick) ? 'from-issue-bot' : undefined;
}

function readTracker(state: Scribing, line: Line): Rule {
  const { record } = line;
  const [, id, about] = trackedItem.exec(record.text) ?? [];
  if (id !== undefined && about !== undefined) {
    state.show(line, 'bot-item', saidIn(record, 0, id.length), { data: about });
    return 'tracker-item';
  }
  if (isUrl(record.text)) {
    const above = state.lastBy(tracker);
    const [first] = above?.lines ?? [];
    if (above && first) {
      above.lines[0] = { ...first, text: `->${record.text} ${first.text}`, isInLog: false };
      return 'tracker-url';
    }
  }
  state.show(line, 'bot', saidIn(record));
  return isUrl(record.text) ? 'tracker-url' : 'from-tracker';
}

function readIssueBot(state: Scribing, line: Line): Rule | undefined {
  const { record } = line;
  const arrow = record.text.indexOf(' -> ');
  const url = arrow < 0 ? '' : record.text.slice(0, arrow);
  const [, issue, about = '', user] = isUrl(url) ? (explainedIssue.exec(record.text.slice(arrow + 4)) ?? []) : [];
  const what = issue ?? user;
  if (what !== undefined) {
    const said = { ...saidIn(record), text: `->${url} ${what}`, isInLog: false };
    state.show(line, 'bot-item', said, { data: about });
    return issue === undefined ? 'issue-bot-user' : 'issue-bot-item';
  }
  if (issueBotReport.test(record.text)) {
    state.show(line, 'bot', saidIn(record));
    return 'issue-bot-line';
  }
  return issueBotNod.test(record.text) ? 'issue-bot-ok' : undefined;
}
