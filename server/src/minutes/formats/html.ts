import { type ItemType, itemTypes } from '../../meeting/itemTypes.js';
import { isUrl, type Link } from '../../meeting/links.js';
import { singleQuotedLink, unescaped, unsafeLink } from '../bugCompatible/unescapedHtml.js';
import { type Html, html, lines, link, wrapped } from '../escape/htmlDoor.js';
import type { Value } from '../escape/markup.js';
import { generatedBy } from '../generator.js';
import { pageUrl } from '../logFile.js';
import { allActions, atTime, type Minutes, type MinutesItem, type MinutesSubtopic, nickAndTime } from '../minutes.js';
import type { ListedPerson, RecordFact } from '../scribe/namesPresent.js';
import type { WriterOptions } from '../writer.js';
import { discussionHtml } from './htmlDiscussion.js';
import { type HtmlForm, htmlPage, originalForm, ourForm } from './htmlPage.js';
import { beforeTopics, ended, type FormatStyle, isNamedByBots, originalStyle, ourStyle, startNote } from './shared.js';

/** MeetBot's colours for decisions: how it writes coloured text, and the equivalent in the page's style. */
const colours = {
  green: { css: '#116329', font: (text: string) => html`<font color="green">${text}</font>` },
  red: { css: '#a40e26', font: (text: string) => html`<font color="red">${text}</font>` },
} as const;

const css = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em; color: #1f2328; background: #fff; }
h1 { font-size: 1.6em; }
h2, h3 { font-size: 1.2em; margin-bottom: 0.3em; border-bottom: 1px solid #d0d7de; }
ol ol { margin-bottom: 0.6em; }
ol.letters { list-style-type: lower-alpha; }
a { color: #0550ae; }
.details { color: #59636e; font-size: 0.85em; }
.details a { color: inherit; }
.itemtype { font-style: normal; font-weight: 600; font-size: 0.85em; }
${colourRules().join('\n')}`;

/** What pages with a discussion need besides. */
const discussionCss = `
h3, h4 { font-size: 1.05em; margin: 1.2em 0 0.3em; border: 0; }
p { margin: 0.4em 0; }
p.remark { color: #59636e; padding-left: 0.8em; border-left: 2px solid #d0d7de; }
pre { padding: 0.4em 0.8em; background: #f6f8fa; white-space: pre-wrap; }`;

function colourRules(): string[] {
  return Object.entries(itemTypes).flatMap(([type, { originalColour }]) =>
    originalColour ? [`.${type} { color: ${colours[originalColour].css}; }`] : [],
  );
}

/** How MeetBot's page of minutes differs from a valid and safe one. */
interface HtmlStyle
  extends Pick<FormatStyle, 'emptySections' | 'headsFirstItems' | 'people' | 'actionLists' | 'facts' | 'discussion'> {
  readonly form: HtmlForm;
  readonly body: (content: Html) => Html;
  /** How title and owner are written. */
  readonly shown: (text: string) => Value<'html'>;
  readonly heading: (title: string) => Html;
  /** The start of a list of items. */
  readonly letters: Html;
  /** A link into the log. */
  readonly source: (address: string, nick: string) => Html;
  /** The link of an item; undefined if the item stays text. */
  readonly linked: (found: Link) => Html | undefined;
  /** The text of an item. */
  readonly said: (text: string, type: ItemType) => Value<'html'>;
}

const original: HtmlStyle = {
  ...originalStyle,
  form: originalForm,
  body: (content) => content,
  shown: unescaped,
  heading: (title) => html`<h3>${title}</h3>`,
  letters: html`<ol type="a">`,
  source: singleQuotedLink,
  // If there is no URL, MeetBot makes a link of the first word, so anything can be its target.
  linked: unsafeLink,
  said(text, type) {
    const { originalColour } = itemTypes[type];
    return originalColour ? colours[originalColour].font(text) : text;
  },
};
const ours: HtmlStyle = {
  ...ourStyle,
  form: ourForm,
  body: (content) => html`<main>\n${content}\n</main>`,
  shown: (text) => text,
  heading: (title) => html`<h2>${title}</h2>`,
  letters: html`<ol class="letters">`,
  source: link,
  linked: ({ prefix, url, suffix }) =>
    isUrl(url) ? html`${prefix}${link(url.replaceAll('"', '%22'), url)}${suffix}` : undefined,
  said: (text) => text,
};

const betweenBlocks = html`\n<br><br>\n\n\n\n`;

/** MeetBot's page of minutes, with items wrapped at 72 columns including their tags. */
export function writeHtml(minutes: Minutes, { bugCompatible }: WriterOptions): string {
  const style = bugCompatible ? original : ours;
  const title = html`${style.shown(minutes.title)}`;
  const { present, others, othersTitle } = style.people(minutes);
  const person = ({ nick, lines: said }: ListedPerson) =>
    html`  <li>${nick}${said !== undefined && html` (${said})`}</li>`;
  const facts = style.facts(minutes).map(recordFact);
  const blocks = [
    html`<h1>${title}</h1>\n${opening(minutes, style)}`,
    facts.length > 0 ? list(style, 'Meeting information', facts) : undefined,
    summary(minutes, style),
    closing(minutes),
    list(style, 'Action items', allActions(minutes).map(below('  ')), html`  <li>(none)</li>`),
    byPerson(minutes, style),
    present.length > 0 || style.emptySections
      ? list(style, 'People present (lines said)', present.map(person))
      : undefined,
    others.length > 0 ? list(style, othersTitle, others.map(person)) : undefined,
    html`<span class="details">${generatedBy}.</span>`,
  ];
  const shown = blocks.filter((block) => block !== undefined);
  const ownCss = style.discussion(minutes).length > 0 ? css + discussionCss : css;
  return htmlPage(style.form, { title, css: ownCss, body: style.body(html.join(shown, betweenBlocks)) });
}

function opening(minutes: Minutes, { shown }: HtmlStyle): Html {
  const { owner, start } = minutes;
  const who = owner === null ? html`The log begins` : html`Meeting started by ${shown(owner)}`;
  return details(html`${who}${atTime(start, minutes)}${fullLogs(minutes)}${startNote(minutes)}`);
}

function closing(minutes: Minutes): Html {
  return details(html`${ended(minutes)}${fullLogs(minutes)}`);
}

function details(text: Html): Html {
  return html`<span class="details">\n${text}</span>\n`;
}

function fullLogs({ log }: Minutes): Html {
  const address = pageUrl(log);
  return address === undefined ? html`.` : html`\n(${link(address, 'full logs')}).`;
}

function recordFact({ name, text, isAddress }: RecordFact): Html {
  return html`  <li>${name}: ${isAddress ? link(text, text) : text}</li>`;
}

function summary(minutes: Minutes, style: HtmlStyle): Html {
  const discussion = style.discussion(minutes);
  if (discussion.length > 0) {
    const item = (one: MinutesItem) => html`${content(one, style)} ${source(one, minutes, style)}`;
    return lines([style.heading('Meeting summary'), ...discussionHtml(discussion, item)]);
  }
  const { items, topics } = minutes;
  const entries = topics.map(
    (topic) => html`${topicHead(topic, minutes, style)}${itemList(topic.items, minutes, style, topic.subtopics)}`,
  );
  const head = style.headsFirstItems && topics.length > 0 && html`<b class="TOPIC">${beforeTopics}</b>`;
  if (items.length > 0) entries.unshift(html`<li>${head}${itemList(items, minutes, style)}`);
  return lines([style.heading('Meeting summary'), html`<ol>`, ...entries.map(closed), html`</ol>`]);
}

/** An entry with its end tag; all but the last have a line break. */
function closed(entry: Html, index: number, { length }: readonly Html[]): Html {
  return html`${entry}\n${index < length - 1 && html`<br>`}</li>`;
}

function topicHead(topic: MinutesItem, minutes: Minutes, style: HtmlStyle): Html {
  return html`<li><b class="TOPIC">${topic.text}</b> ${source(topic, minutes, style)}`;
}

/** The items of a topic, and its subtopics with their items; empty if there are none. */
function itemList(
  items: readonly MinutesItem[],
  minutes: Minutes,
  style: HtmlStyle,
  subtopics: readonly MinutesSubtopic[] = [],
): Html | undefined {
  if (items.length + subtopics.length === 0) return undefined;
  const entries = [
    ...items.map((item) => wrapped(html`<li>${content(item, style)} ${source(item, minutes, style)}`, '  ', '    ')),
    ...subtopics.map((one) => html`${topicHead(one, minutes, style)}${itemList(one.items, minutes, style)}`),
  ];
  return html`\n${style.letters}\n${lines(entries.map((entry) => html`${entry}</li>`))}\n</ol>`;
}

/** Who gave an item and when, with a link to its line in the bot's log. */
function source(item: MinutesItem, { log }: Minutes, style: HtmlStyle): Html {
  const address = pageUrl(log, item.anchor);
  const who = address === undefined ? item.nick : style.source(address, item.nick);
  return html`<span class="details">(${who}${nickAndTime('', item)})</span>`;
}

function content(item: MinutesItem, style: HtmlStyle): Html {
  const { type, text, link: found } = item;
  const linked = found && style.linked(found);
  if (linked) return linked;
  const said = html`<span class="${type}">${style.said(text, type)}</span>`;
  return isNamedByBots(item) ? html`<i class="itemtype">${type}</i>: ${said}` : said;
}

function byPerson(minutes: Minutes, style: HtmlStyle): Html | undefined {
  const { assigned, unassigned } = style.actionLists(minutes);
  const entries = assigned.map(({ nick, actions }) =>
    lines([html`  <li> ${nick} <ol>`, ...actions.map(below('    ')), html`  </ol></li>`]),
  );
  if (unassigned.length > 0) {
    const own = unassigned.map(below('    '));
    entries.push(lines([html`  <li><b>UNASSIGNED</b><ol>`, ...own, html`  </ol>\n</li>`]));
  }
  return entries.length > 0 ? list(style, 'Action items, by person', entries) : undefined;
}

function below(indent: string) {
  return ({ text }: MinutesItem) => html`${indent}<li>${text}</li>`;
}

function list({ heading }: HtmlStyle, title: string, entries: readonly Html[], none?: Html): Html {
  const shown = entries.length === 0 && none !== undefined ? [none] : entries;
  return lines([heading(title), html`<ol>`, ...shown, html`</ol>`]);
}
