import { durationText } from '../../log/facts/clock.js';
import { finish, mapped, type Steps } from '../../log/steps.js';
import { perObject } from '../../log/text/perBlock.js';
import { splitLink } from '../../meeting/links.js';
import { cleanText } from '../escape/clean.js';
import { type Html, html, lines, link } from '../escape/htmlDoor.js';
import type { Value } from '../escape/markup.js';
import { isNamedByUs } from '../formats/shared.js';
import { generatedBy } from '../generator.js';
import {
  actionsByPerson,
  allActions,
  allDecisions,
  allItems,
  type LogEntry,
  type Minutes,
  type MinutesItem,
  type MinutesTopic,
  type MinutesVote,
  nickAndTime,
  optionText,
  unassignedActions,
} from '../minutes.js';
import { pageShell } from './pageShell.js';
import { shares, timeline } from './pictures.js';

/** One page with all that there is to see: minutes, pictures and the log, without scripts and without any other file. */
export function writePage(minutes: Minutes): string {
  const title = [minutes.title, minutes.date].filter(Boolean).join(', ');
  return pageShell(title, pageBody(minutes, { withLog: true }));
}

/**
 * What stands in the page's body, with the log or without. Elements that tell of a line of the log bear its number, from 1, as
 * `data-line`.
 */
export function pageBody(minutes: Minutes, shown: { readonly withLog: boolean }): Html {
  return finish(writingBody(minutes, shown));
}

/** The same work in small steps. */
export function* writingBody(minutes: Minutes, { withLog }: { readonly withLog: boolean }): Steps<Html> {
  const { topics, people, entries } = minutes;
  const caption = 'Topics over time with their decisions (◆) and actions (▲), and who spoke when.';
  // Kept with each item, for the lists that it stands in.
  yield* mapped(allItems(minutes), entry);
  yield* mapped(allActions(minutes), task);
  const sections = [header(minutes), html`<main>`];
  const add = function* (title: string, content: Html | undefined | false): Steps<void> {
    if (content) sections.push(section(title, content));
    yield;
  };
  yield* add('Time line', figure(yield* timeline(minutes), caption));
  yield* add('Decisions', list(allDecisions(minutes)));
  yield* add('Votes', listOfPeople(yield* mapped(minutes.votes, vote)));
  yield* add('Action items', listOfPeople(yield* actions(minutes)));
  yield* add('Summary', list(minutes.items));
  yield* add('Topics', topics.length > 0 && lines(yield* mapped(topics, topicSection)));
  yield* add('People', people.length > 0 && (yield* peopleSection(minutes)));
  yield* add('Log', withLog && entries.length > 0 && (yield* log(entries)));
  const file = cleanText(minutes.log.file);
  sections.push(html`</main>`, html`<footer>${generatedBy} from ${file}.</footer>`);
  return lines(sections);
}

function header({ title, channel, date, start, end, duration, zone, owner, chairs }: Minutes): Html {
  const span = start.time && `${start.time}${end?.time ? ` to ${end.time}` : ''} ${zone}`.trimEnd();
  const facts: [string, string | null | undefined][] = [
    ['When', [date, span].filter(Boolean).join(', ')],
    ['Duration', duration === null ? null : durationText(duration)],
    ['Channel', channel],
    ['Started by', owner],
    ['Chairs', chairs.join(', ')],
    ['Not ended', end ? null : 'the log has no #endmeeting'],
  ];
  const shown = facts.flatMap(([name, value]) => (value ? [html`<dt>${name}</dt><dd>${value}</dd>`] : []));
  return html`<header data-line="${start.line}">\n<h1>${title}</h1>\n<dl>${shown}</dl>\n</header>`;
}

function section(title: string, content: Html): Html {
  const id = title.toLowerCase().replace(/\W+/g, '-');
  return html`<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${content}\n</section>`;
}

function topicSection(topic: MinutesTopic): Html {
  const title = topic.text.trim() || '(no title)';
  return html`<h3 data-line="${topic.line}">${title} ${source(topic)}</h3>\n${list(topic.items)}`;
}

function list(items: readonly MinutesItem[]): Html | undefined {
  return items.length === 0 ? undefined : html`<ul>\n${lines(items.map(entry))}\n</ul>`;
}

/** An item as it stands in lists; of a decision in two. */
const entry = perObject((item: MinutesItem): Html => {
  const { type } = item;
  const label = isNamedByUs(item) && html`<b class="type ${type}">${type.toLowerCase()}</b> `;
  return html`<li data-line="${item.line}">${label}${rich(orEmpty(item.text))} ${source(item)}</li>`;
});

/** An item as something to do. */
const task = perObject(
  (item: MinutesItem): Html => html`<li data-line="${item.line}">${rich(orEmpty(item.text))} ${source(item)}</li>`,
);

/** Who gave an item and when, with a link to its line in the log below. */
function source(item: MinutesItem): Html {
  return link(`#l-${item.anchor}`, nickAndTime(item.nick, item), { className: 'source' });
}

function vote(one: MinutesVote): Html {
  const options = one.options.map(({ option, voters }) => html`<li>${optionText(option, voters)}</li>`);
  const isOpen = !one.end && ' (not closed)';
  return html`<li data-line="${one.line}"><b>${rich(orEmpty(one.question))}</b>${isOpen} ${plainSource(one)}\n<ul>\n${lines(options)}\n</ul></li>`;
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
  return html`${figure(shares(minutes), 'Shares of the lines said.')}${yield* peopleTable(minutes)}`;
}

function* peopleTable({ people: present }: Minutes): Steps<Html> {
  const total = Math.max(
    1,
    present.reduce((sum, person) => sum + person.lines, 0),
  );
  const rows = yield* mapped(present, ({ nick, lines: said, chair }) => {
    const share = `${Math.round((said / total) * 100)} %`;
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
  return html`<details>\n<summary>Everything that was said (${entries.length} lines)</summary>\n<ol class="log">\n${lines(rows)}\n</ol>\n</details>`;
}

/** A text of which something can be seen. */
function orEmpty(text: string): string {
  return text.trim() === '' ? '(empty)' : text;
}

/** A text with its URLs as links. No URL has white space in it, so each word is looked at by itself. */
function rich(text: string): Value<'html'> {
  if (!text.includes('//')) return text;
  return text.split(/(\s+)/).map((word) => {
    const found = splitLink(word);
    if (!found) return word;
    const { prefix, url, suffix } = found;
    return html`${prefix}${link(url, url, { rel: 'nofollow noreferrer' })}${suffix}`;
  });
}
