import { durationText } from '../../log/facts/clock.js';
import { type Markdown, type MarkdownOptions, markdownDoor, markdownLink } from '../escape/markdownDoor.js';
import type { Door } from '../escape/markup.js';
import { generatedBy } from '../generator.js';
import { logUrl } from '../logFile.js';
import {
  actionsByPerson,
  allDecisions,
  type Minutes,
  type MinutesItem,
  type MinutesSubtopic,
  type MinutesTopic,
  type Moment,
  nickAndTime,
  noTopic,
  optionText,
  questionText,
  unassignedActions,
} from '../minutes.js';
import { discussed } from '../scribe/discussion.js';
import { type ListedPerson, peopleLists, type RecordFact, recordFacts } from '../scribe/namesPresent.js';
import { select } from '../select.js';
import { votesApart } from '../votesApart.js';
import { markdownDiscussion } from './markdownDiscussion.js';
import { beforeTopics, isNamedByUs, lineCount, restartTimes, visibleTitle } from './shared.js';

/** What writing each part of a document needs. */
interface Context {
  readonly md: Door<'markdown'>;
  readonly options: MarkdownOptions;
  readonly minutes: Minutes;
}

/** Minutes in GitHub's Markdown. Chat text never becomes markup, except that URLs are links. */
export function writeMarkdown(given: Minutes, options: MarkdownOptions): string {
  const md = markdownDoor(options);
  const minutes = votesApart(given);
  const context: Context = { md, options, minutes };
  const { title, items, topics, log, scribe } = minutes;
  const { present, others, othersTitle } = peopleLists(minutes);
  const discussion = discussed(minutes);
  const person = ({ nick, lines }: ListedPerson) => md`- ${nick}${lines !== undefined && md` (${lineCount(lines)})`}`;
  return document(md, [
    md`# ${visibleTitle(title)}`,
    facts(context),
    section('Decisions', entries(allDecisions(minutes), context), context),
    section('Votes', votes(context), context),
    section('Action items', actionItems(context), context),
    ...(discussion.length > 0
      ? [md`## Discussion`, ...markdownDiscussion(discussion, md`##`, (item) => entry(item, context), options)]
      : [
          section(topics.length > 0 ? beforeTopics : 'Notes', entries(items, context), context),
          topics.length > 0 && md`## Topics`,
          ...topics.map((topic) => topicText(topic, md`##`, context)),
        ]),
    // A scribe's list is at the top.
    section('People present', scribe?.present.length ? [] : present.map(person), context),
    section(othersTitle, others.map(person), context),
    md`${generatedBy}${log.file !== '' && md` from ${linked(log.file, logUrl(log), context)}`}.`,
  ]);
}

/** One topic of the minutes, by its 1-based number, to paste into an issue. Throws a RangeError if there is no such topic. */
export function writeTopicMarkdown(minutes: Minutes, number: number, options: MarkdownOptions = {}): string {
  const topic = votesApart(minutes).topics[number - 1];
  if (!topic) throw noTopic(number, minutes);
  const md = markdownDoor(options);
  const context: Context = { md, options, minutes };
  const from = [minutes.title, minutes.date].filter(Boolean).join(', ');
  const discussion = discussed(select(minutes, { topic: number }));
  const shown =
    discussion.length > 0
      ? markdownDiscussion(discussion, md``, (item) => entry(item, context), options)
      : [topicText(topic, md`#`, context)];
  return document(md, [...shown, md`From ${from} (${source(topic, context)}).`]);
}

function document(md: Door<'markdown'>, blocks: readonly (Markdown | false)[]): string {
  return String(md`${md.join(blocks.filter(Boolean), md`\n\n`)}\n`);
}

function facts(context: Context): Markdown | false {
  const { md, minutes } = context;
  const { date, start, end, duration, zone, owner, isStartMissing, chairs } = minutes;
  const restarts = restartTimes(minutes);
  const span = end?.time ? `${start.time} to ${end.time}` : start.time && `from ${start.time}`;
  const times = span && `${span} ${zone}`.trimEnd();
  const when = [date, times].filter(Boolean).join(', ');
  const length = duration === null ? '' : ` (${durationText(duration)})`;
  const lines = [
    when && md`- **When:** ${when + length}`,
    owner !== null && md`- **Started by:** ${owner}`,
    isStartMissing && md`- **Start:** not in the log`,
    restarts !== '' && md`- **Started anew:** ${restarts}`,
    chairs.length > 0 && md`- **Chairs:** ${md.join(chairs, md`, `)}`,
    ...recordFacts(minutes, ['Chairs']).map((fact) => recordFact(fact, context)),
    !end && !minutes.scribe && md`- **Not ended:** the log has no \`#endmeeting\``,
  ].filter(Boolean);
  return lines.length > 0 && md.join(lines, md`\n`);
}

function recordFact({ name, text }: RecordFact, { md }: Context): Markdown {
  return md`- **${name}:** ${text}`;
}

function section(title: string, lines: readonly Markdown[], { md }: Context): Markdown | false {
  return lines.length > 0 && md`## ${title}\n\n${md.join(lines, md`\n`)}`;
}

/** A topic with a heading of the given level. */
function topicText({ subtopics, ...topic }: MinutesTopic, above: Markdown, context: Context): Markdown {
  const { md } = context;
  const level = md`${above}#`;
  const own = subtopicText(topic, level, context);
  return md.join([own, ...subtopics.map((one) => subtopicText(one, md`${level}#`, context))], md`\n\n`);
}

function subtopicText({ text, items }: MinutesSubtopic, level: Markdown, context: Context): Markdown {
  const { md } = context;
  const heading = md`${level} ${visibleTitle(text)}`;
  return items.length > 0 ? md`${heading}\n\n${md.join(entries(items, context), md`\n`)}` : heading;
}

function entries(items: readonly MinutesItem[], context: Context): Markdown[] {
  return items.map((item) => context.md`- ${entry(item, context)}`);
}

function entry(item: MinutesItem, context: Context): Markdown {
  const { md } = context;
  const label = isNamedByUs(item) && md`**${item.type}:** `;
  return md`${label}${item.text} (${source(item, context)})`;
}

/** Who gave an item and when, with a link to its line in the log if there is one. */
function source(item: Moment & { readonly nick: string }, context: Context): Markdown {
  return linked(nickAndTime(item.nick, item), logUrl(context.minutes.log, item.line), context);
}

/** A text, as a link if there is an address. */
function linked(said: string, address: string | undefined, { md, options }: Context): Markdown {
  return address === undefined ? md`${said}` : markdownLink(said, address, options);
}

function votes(context: Context): Markdown[] {
  const { md, minutes } = context;
  return minutes.votes.map((vote) => {
    const options = vote.options.map(({ option, voters }) => md`\n  - ${optionText(option, voters)}`);
    return md`- ${questionText(vote)} (${source(vote, context)})${options}`;
  });
}

function actionItems({ md, minutes }: Context): Markdown[] {
  const task = ({ text }: MinutesItem) => md`\n  - [ ] ${text}`;
  const assigned = actionsByPerson(minutes).map(({ nick, actions }) => md`- ${nick}${actions.map(task)}`);
  const unassigned = unassignedActions(minutes);
  return unassigned.length > 0 ? [...assigned, md`- **Unassigned**${unassigned.map(task)}`] : assigned;
}
