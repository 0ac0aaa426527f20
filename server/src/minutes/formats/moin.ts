import { type Moin, moinQuote, moinTarget, moin as page } from '../escape/wikiDoor.js';
import { generatedBy } from '../generator.js';
import { pageUrl } from '../logFile.js';
import {
  actionsByPerson,
  type LogEntry,
  type Minutes,
  type MinutesItem,
  type MinutesTopic,
  type MinutesVote,
  nickAndTime,
  optionText,
  unassignedActions,
} from '../minutes.js';
import { ending, isNamedByBots, visibleTitle } from './shared.js';

/** A MoinMoin page with the sections that meetingology's pages have. */
export function writeMoin(minutes: Minutes): string {
  const { title, items, topics, votes, people, entries } = minutes;
  const byPerson = actionsByPerson(minutes).flatMap(({ nick, actions }) => [page` * ${nick}`, ...actions.map(below)]);
  const unassigned = unassignedActions(minutes);
  if (unassigned.length > 0) byPerson.push(page` * '''UNASSIGNED'''`, ...unassigned.map(below));
  const sections = [
    page`= ${visibleTitle(title)} =`,
    section('Meeting information', information(minutes)),
    section('Meeting summary', items.map(entry)),
    ...topics.map(topicSection),
    ...(votes.length > 0 ? [section('Vote results', votes.flatMap(voteLines))] : []),
    section('Action items, by person', byPerson),
    section(
      'People present (lines said)',
      people.map(({ nick, lines }) => page` * ${nick} (${lines})`),
    ),
    section('Full log', [moinQuote(entries.map(logLine))]),
    page`${generatedBy}`,
  ];
  return String(page`${page.join(sections, page`\n\n`)}\n`);
}

function information(minutes: Minutes): Moin[] {
  const { channel, date, start, zone, owner, chairs, log } = minutes;
  const address = pageUrl(log);
  const when = [date, start.time && `${start.time} ${zone}`.trimEnd()].filter(Boolean).join(', ');
  return [
    page` * ${[channel, when, `started by ${owner}`].filter(Boolean).join(', ')}`,
    page` * Chairs: ${page.join(chairs, page`, `)}`,
    page` * ${ending(minutes)}`,
    ...(address === undefined ? [] : [page` * Full logs at [[${moinTarget(address)}]]`]),
  ];
}

function voteLines({ question, options, end }: MinutesVote): Moin[] {
  return [
    page` * ${question}${!end && page` (not closed)`}`,
    ...options.map(({ option, voters }) => page`  * ${optionText(option, voters)}`),
  ];
}

function topicSection({ text, nick, time, items }: MinutesTopic): Moin {
  const title = visibleTitle(text);
  const start = page`The discussion about "${title}" was started by ${nick}${time !== null && page` at ${time}`}.`;
  return page.join([page`=== ${title} ===`, '', start, ...items.map(entry)], page`\n`);
}

function entry(item: MinutesItem): Moin {
  return page` * ${isNamedByBots(item) && page`''${item.type}:'' `}${item.text} (${nickAndTime(item.nick, item)})`;
}

function below({ text }: MinutesItem): Moin {
  return page`  * ${text}`;
}

function logLine({ time, nick, isAction, text }: LogEntry): string {
  return `${time === null ? '' : `${time} `}${isAction ? `* ${nick}` : `<${nick}>`} ${text}`;
}

function section(title: string, lines: readonly Moin[]): Moin {
  return page.join([page`== ${title} ==`, '', ...(lines.length > 0 ? lines : [page` * (none)`])], page`\n`);
}
