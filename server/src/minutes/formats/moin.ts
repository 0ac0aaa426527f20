import { type Moin, moinQuote, moinTarget, moin as page } from '../escape/wikiDoor.js';
import { generatedBy } from '../generator.js';
import { pageUrl } from '../logFile.js';
import {
  actionsByPerson,
  type LogEntry,
  type Minutes,
  type MinutesItem,
  type MinutesSubtopic,
  type MinutesTopic,
  type MinutesVote,
  nickAndTime,
  optionText,
  questionText,
  unassignedActions,
} from '../minutes.js';
import { type Discussed, discussed } from '../scribe/discussion.js';
import { type ListedPerson, peopleLists, recordFacts } from '../scribe/namesPresent.js';
import { votesApart } from '../votesApart.js';
import { beforeTopics, ending, isNamedByBots, plainTalk, startNote, visibleTitle } from './shared.js';

/** A MoinMoin page with the same sections as meetingology's. */
export function writeMoin(given: Minutes): string {
  const minutes = votesApart(given);
  const { title, items, topics, votes, entries } = minutes;
  const { present, others, othersTitle } = peopleLists(minutes);
  const discussion = discussed(minutes);
  const byPerson = actionsByPerson(minutes).flatMap(({ nick, actions }) => [page` * ${nick}`, ...actions.map(below)]);
  const unassigned = unassignedActions(minutes);
  if (unassigned.length > 0) byPerson.push(page` * '''UNASSIGNED'''`, ...unassigned.map(below));
  const sections = [
    page`= ${visibleTitle(title)} =`,
    section('Meeting information', information(minutes)),
    ...(discussion.length > 0 ? discussionSections(discussion) : summary(items, topics)),
    ...(votes.length > 0 ? [section('Vote results', votes.flatMap(voteLines))] : []),
    section('Action items, by person', byPerson),
    section('People present (lines said)', present.map(person)),
    ...(others.length > 0 ? [section(othersTitle, others.map(person))] : []),
    section('Full log', [moinQuote(entries.map(logLine))]),
    page`${generatedBy}`,
  ];
  return String(page`${page.join(sections, page`\n\n`)}\n`);
}

function information(minutes: Minutes): Moin[] {
  const { channel, date, start, zone, owner, chairs, log } = minutes;
  const address = pageUrl(log);
  const when = [
    channel,
    date,
    start.time && `${start.time} ${zone}`.trimEnd(),
    owner === null ? null : `started by ${owner}`,
  ].flatMap((part) => part || []);
  return [
    ...(when.length > 0 ? [page` * ${page.join(when, page`, `)}`] : []),
    ...(chairs.length > 0 ? [page` * Chairs: ${page.join(chairs, page`, `)}`] : []),
    ...(startNote(minutes) !== '' ? [page` *${startNote(minutes)}`] : []),
    page` * ${ending(minutes)}`,
    ...recordFacts(minutes, ['Chairs', 'Present']).map(({ name, text }) => page` * ${name}: ${text}`),
    ...(address === undefined ? [] : [page` * Full logs at [[${moinTarget(address)}]]`]),
  ];
}

function person({ nick, lines }: ListedPerson): Moin {
  return page` * ${nick}${lines !== undefined && page` (${lines})`}`;
}

/** The discussion that a scribe wrote down, with its topics as headings. */
function discussionSections(discussion: readonly Discussed[]): Moin[] {
  const lines = discussion.map((one) => {
    if (one.kind === 'talk') return page` * ${plainTalk(one).join(' ')}`;
    if (one.kind === 'topic') return page`\n=== ${visibleTitle(one.item.text)} ===\n`;
    return one.kind === 'subtopic' ? page`\n==== ${visibleTitle(one.item.text)} ====\n` : entry(one.item);
  });
  return [page.join([page`== Discussion ==`, ...(discussion[0]?.kind === 'topic' ? [] : ['']), ...lines], page`\n`)];
}

/** The items before the first topic, and each topic with its items. */
function summary(items: readonly MinutesItem[], topics: readonly MinutesTopic[]): Moin[] {
  if (topics.length === 0) return [section('Meeting summary', items.map(entry))];
  const first = page.join([page`=== ${beforeTopics} ===`, '', ...items.map(entry)], page`\n`);
  return [page`== Meeting summary ==`, ...(items.length > 0 ? [first] : []), ...topics.map(topicSection)];
}

function voteLines(vote: MinutesVote): Moin[] {
  return [
    page` * ${questionText(vote)}`,
    ...vote.options.map(({ option, voters }) => page`  * ${optionText(option, voters)}`),
  ];
}

function topicSection({ text, nick, time, items, subtopics }: MinutesTopic): Moin {
  const title = visibleTitle(text);
  const start = page`The discussion about "${title}" was started by ${nick}${time !== null && page` at ${time}`}.`;
  return page.join(
    [page`=== ${title} ===`, '', start, ...items.map(entry), ...subtopics.map(subtopicSection)],
    page`\n`,
  );
}

function subtopicSection({ text, items }: MinutesSubtopic): Moin {
  return page.join(['', page`==== ${visibleTitle(text)} ====`, '', ...items.map(entry)], page`\n`);
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
