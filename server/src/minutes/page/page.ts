import { durationText } from '../../log/facts/clock.js';
import { finish, mapped, type Steps } from '../../log/steps.js';
import { perObject } from '../../log/text/perBlock.js';
import { splitLink } from '../../meeting/links.js';
import { cleanText } from '../escape/clean.js';
import { type Html, html, lines, link } from '../escape/htmlDoor.js';
import type { Value } from '../escape/markup.js';
import { discussionHtml } from '../formats/htmlDiscussion.js';
import { beforeTopics, isNamedByUs, lineCount, restartTimes } from '../formats/shared.js';
import { generatedBy } from '../generator.js';
import {
  actionsByPerson,
  allActions,
  allDecisions,
  allItems,
  type LogEntry,
  type Minutes,
  type MinutesItem,
  type MinutesPerson,
  type MinutesSubtopic,
  type MinutesTopic,
  type MinutesVote,
  nickAndTime,
  optionText,
  speakersAndNamed,
  unassignedActions,
} from '../minutes.js';
import { type Discussed, discussed } from '../scribe/discussion.js';
import { namedOnly, peopleLists, recordFacts, spokeOnly } from '../scribe/namesPresent.js';
import { votesApart } from '../votesApart.js';
import { pageShell } from './pageShell.js';
import { discussionStyle } from './pageStyle.js';
import { leftOut, shares, timeline } from './pictures.js';

/** A complete page: minutes, charts and the log, without scripts or other files. */
export function writePage(minutes: Minutes): string {
  const title = [minutes.title, minutes.date].filter(Boolean).join(', ');
  const moreStyle = minutes.scribe?.discussion.length ? discussionStyle : '';
  return pageShell(title, pageBody(minutes, { withLog: true }), moreStyle);
}

/** What a page shows besides the minutes: the log, and a sentence about the time zone. */
interface Shown {
  readonly withLog: boolean;
  readonly note?: string | undefined;
}

/** The page's body, with or without the log. Elements about a line of the log have its 1-based number as `data-line`. */
export function pageBody(minutes: Minutes, shown: Shown): Html {
  return finish(writingBody(minutes, shown));
}

/** The same, in small steps. */
export function* writingBody(given: Minutes, { withLog, note }: Shown): Steps<Html> {
  const minutes = votesApart(given);
  const { topics, people, entries } = minutes;
  const discussion = discussed(minutes);
  const about = topics.length > 0 ? 'Topics over time with their decisions' : 'Decisions';
  const caption = `${about} (◆) and actions (▲), and who spoke when. ${leftOut(given)}`.trimEnd();
  // Cached for each item, since it may be in several lists.
  yield* mapped(allItems(minutes), entry);
  yield* mapped(allActions(minutes), task);
  const sections = [header(minutes, note), html`<main>`];
  const add = function* (title: string, content: Html | undefined | false): Steps<void> {
    if (content) sections.push(section(title, content));
    yield;
  };
  yield* add('Timeline', figure(yield* timeline(given), caption));
  yield* add('Decisions', list(allDecisions(minutes)));
  yield* add('Votes', listOfPeople(yield* mapped(minutes.votes, vote)));
  yield* add('Action items', listOfPeople(yield* actions(minutes)));
  if (discussion.length > 0) yield* add('Discussion', yield* discussionSection(discussion));
  else {
    yield* add(topics.length > 0 ? beforeTopics : 'Notes', list(minutes.items));
    yield* add('Topics', topics.length > 0 && lines(yield* mapped(topics, topicSection)));
  }
  yield* add('People', people.length > 0 && (yield* peopleSection(minutes)));
  yield* add('Log', withLog && entries.length > 0 && (yield* log(entries)));
  const file = cleanText(minutes.log.file);
  sections.push(html`</main>`, html`<footer>${generatedBy}${file && html` from ${file}`}.</footer>`);
  return lines(sections);
}

function header(minutes: Minutes, note?: string): Html {
  const { title, channel, date, start, end, duration, zone, owner, isStartMissing, chairs } = minutes;
  const span = start.time && `${start.time}${end?.time ? ` to ${end.time}` : ''} ${zone}`.trimEnd();
  const facts: [string, string | null | undefined][] = [
    ['When', [date, span].filter(Boolean).join(', ')],
    ['Time zone', note],
    ['Duration', duration === null ? null : durationText(duration)],
    ['Channel', channel],
    ['Started by', owner],
    ['Start', isStartMissing ? 'not in the log' : null],
    ['Started anew', restartTimes(minutes)],
    ['Chairs', chairs.join(', ')],
    ['Not ended', end || minutes.scribe ? null : 'the log has no #endmeeting'],
  ];
  const shown = facts.flatMap(([name, value]) => (value ? [html`<dt>${name}</dt><dd>${value}</dd>`] : []));
  for (const { name, text } of recordFacts(minutes, ['Chairs']))
    shown.push(html`<dt>${name}</dt><dd>${rich(text)}</dd>`);
  return html`<header data-line="${start.line}">\n<h1>${title}</h1>\n<dl>${shown}</dl>\n</header>`;
}

function section(title: string, content: Html): Html {
  const id = title.toLowerCase().replace(/\W+/g, '-');
  return html`<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${content}\n</section>`;
}

function topicSection(topic: MinutesTopic): Html {
  const title = topic.text.trim() || '(no title)';
  return html`<h3 data-line="${topic.line}">${title} ${source(topic)}</h3>\n${list(topic.items, topic.subtopics)}`;
}

/** What a scribe wrote down. Each paragraph is made of its own, in small steps. */
function* discussionSection(discussion: readonly Discussed[]): Steps<Html> {
  return lines(yield* mapped(discussion, (one) => html`${discussionHtml([one], (item) => itemContent(item))}`));
}

function list(items: readonly MinutesItem[], subtopics: readonly MinutesSubtopic[] = []): Html | undefined {
  const entries = [...items.map(entry), ...subtopics.map(subtopicEntry)];
  return entries.length === 0 ? undefined : html`<ul>\n${lines(entries)}\n</ul>`;
}

function subtopicEntry(subtopic: MinutesSubtopic): Html {
  const title = subtopic.text.trim() || '(no title)';
  return html`<li data-line="${subtopic.line}"><b>${title}</b> ${source(subtopic)}${list(subtopic.items)}</li>`;
}

/** An item in lists; decisions are in two. */
const entry = perObject((item: MinutesItem): Html => html`<li data-line="${item.line}">${itemContent(item)}</li>`);

function itemContent(item: MinutesItem): Html {
  const { type } = item;
  const label = isNamedByUs(item) && html`<b class="type ${type}">${type.toLowerCase()}</b> `;
  return html`${label}${rich(orEmpty(item.text))} ${source(item)}`;
}

/** An action item. */
const task = perObject(
  (item: MinutesItem): Html => html`<li data-line="${item.line}">${rich(orEmpty(item.text))} ${source(item)}</li>`,
);

/** Who gave an item and when, with a link to its line in the log below. */
function source(item: MinutesItem): Html {
  return link(`#l-${item.anchor}`, nickAndTime(item.nick, item), { className: 'source' });
}

function vote(one: MinutesVote): Html {
  const options = one.options.map(({ option, voters }) => html`<li>${optionText(option, voters)}</li>`);
  const about = one.end ? one.outcome : 'not closed';
  const outcome = about !== null && ` (${about})`;
  return html`<li data-line="${one.line}"><b>${rich(orEmpty(one.question))}</b>${outcome} ${plainSource(one)}\n<ul>\n${lines(options)}\n</ul></li>`;
}

function plainSource(one: MinutesVote): Html {
  return html`<span class="source">${nickAndTime(one.nick, one)}</span>`;
}

function* actions(minutes: Minutes): Steps<Html[]> {
  const groups = yield* mapped(actionsByPerson(minutes), ({ nick, actions: own }) => group(nick, own));
  const unassigned = unassignedActions(minutes);
  if (unassigned.length > 0) groups.push(group(html`<em>Unassigned</em>`, unassigned));
  return groups;
}

function listOfPeople(entries: readonly Html[]): Html | undefined {
  return entries.length === 0 ? undefined : html`<ul class="people">\n${lines(entries)}\n</ul>`;
}

function group(name: Value<'html'>, own: readonly MinutesItem[]): Html {
  return html`<li><b>${name}</b>\n<ul>\n${lines(own.map(task))}\n</ul></li>`;
}

function figure(svg: Html | undefined, caption: string): Html | undefined {
  return svg && html`<figure>\n${svg}\n<figcaption>${caption}</figcaption>\n</figure>\n`;
}

function* peopleSection(minutes: Minutes): Steps<Html> {
  const { speakers, named } = speakersAndNamed(minutes);
  const caption = `Shares of the lines said. ${leftOut(minutes)}`.trimEnd();
  const isListed = (minutes.scribe?.present.length ?? 0) > 0;
  const apart = isListed ? peopleLists(minutes).others : named;
  const nicks = apart.map(({ nick }) => nick).join(', ');
  const silent = apart.length > 0 && html`<p>${isListed ? spokeOnly : namedOnly}: ${nicks}</p>`;
  const table = speakers.length > 0 && (yield* peopleTable(speakers));
  return html`${figure(shares(minutes), caption)}${table}${table && silent && '\n'}${silent}`;
}

function* peopleTable(present: readonly MinutesPerson[]): Steps<Html> {
  const total = Math.max(
    1,
    present.reduce((sum, person) => sum + person.lines, 0),
  );
  const rows = yield* mapped(present, ({ nick, lines: said, chair }) => {
    const share = `${Math.round((said / total) * 100)}%`;
    return html`<tr><th scope="row">${nick}</th><td>${said}</td><td>${share}</td><td>${chair && 'chair'}</td></tr>`;
  });
  const head = ['Nick', 'Lines said', 'Share', 'Role'].map((name) => html`<th scope="col">${name}</th>`);
  return html`<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${lines(rows)}\n</tbody>\n</table>`;
}

function* log(entries: readonly LogEntry[]): Steps<Html> {
  const rows = yield* mapped(entries, ({ line, time, nick, isAction, text }, index) => {
    const who = isAction ? `* ${nick}` : `<${nick}>`;
    const clock = time !== null && html`<time>${time}</time> `;
    return html`<li id="l-${index + 1}" data-line="${line}">${clock}<span class="nick">${who}</span> ${rich(text)}</li>`;
  });
  return html`<details>\n<summary>Full log (${lineCount(entries.length)})</summary>\n<ol class="log">\n${lines(rows)}\n</ol>\n</details>`;
}

/** A text, or a replacement if it has nothing visible. */
function orEmpty(text: string): string {
  return text.trim() === '' ? '(empty)' : text;
}

/** A text with its URLs as links. URLs contain no whitespace, so each word is examined separately. */
function rich(text: string): Value<'html'> {
  if (!text.includes('//')) return text;
  return text.split(/(\s+)/).map((word) => {
    const found = splitLink(word);
    if (!found) return word;
    const { prefix, url, suffix } = found;
    return html`${prefix}${link(url, url, { rel: 'nofollow noreferrer' })}${suffix}`;
  });
}
