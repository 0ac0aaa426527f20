import type { ShownKind } from '../../meeting/scribe/shown.js';
import type { Html } from '../escape/htmlDoor.js';
import { page, splitAtTabs } from '../escape/scribeDoor.js';
import type { Minutes, MinutesScribe } from '../minutes.js';
import type { WriterOptions } from '../writer.js';
import { discussionHtml, type ShownParagraph } from './discussionHtml.js';
import { type InlineOptions, inlineOf } from './inline.js';
import { exactForm, listMarkup, markup, ourForm, type PageForm } from './pageForm.js';
import { exactShell, ourShell } from './pageShells.js';
import { dateOf, scribeRecord } from './scribeRecord.js';

/**
 * The page that scribe.perl writes. Bug-compatible, it is the same text but for the line about who wrote it, and has no scripts
 * and no embedded recordings; otherwise it is a page of its own kind, which loads nothing.
 */
export function writeScribePage(minutes: Minutes, { bugCompatible = false }: WriterOptions): string {
  const scribe = scribeRecord(minutes);
  const form = bugCompatible ? exactForm : ourForm;
  const shown = discussionHtml(scribe, form);
  const parts = {
    title: scribe.title ?? (bugCompatible ? '(MEETING TITLE)' : minutes.title),
    date: scribe.date ?? (bugCompatible ? null : dateOf(minutes)),
    isFinal: scribe.display.isFinal,
    scribe,
    contents: contents(shown, scribe, form),
    recording: recordingSection(scribe, form),
    discussion: sections(shown, form),
    summaries: page`${summaries.map((one) => summary(one, shown, scribe, form))}`,
  };
  return String(bugCompatible ? exactShell(parts) : ourShell(parts));
}

/** The lists at the end. */
const summaries = [
  { kind: 'action', id: 'ActionSummary', title: 'Summary of action items' },
  { kind: 'resolution', id: 'ResolutionSummary', title: 'Summary of resolutions' },
  { kind: 'issue', id: 'IssueSummary', title: 'Summary of issues' },
] as const satisfies readonly { readonly kind: ShownKind; readonly id: string; readonly title: string }[];

type Summary = (typeof summaries)[number];

/** A section for each topic, and one for what is before the first, which may be empty. */
function sections(shown: readonly ShownParagraph[], { isExact }: PageForm): Html {
  const start = page`<section>`;
  const next = page`</section>\n\n<section>\n`;
  const isHeaded = shown[0]?.kind === 'topic' && !isExact;
  const written = shown.map(({ kind, html }, index) =>
    kind === 'topic' ? page`${index === 0 && isHeaded ? page`\n` : next}${html}` : html,
  );
  return page`${start}${written}</section>`;
}

/** A link to a paragraph, with its text as it is in lists. */
function entry({ id, text }: ShownParagraph, { display }: MinutesScribe, form: PageForm): Html {
  const options: InlineOptions = { emphasis: display.emphasis, isExact: form.isExact };
  const [first, ...more] = splitAtTabs(listMarkup(inlineOf(text, options), form, display));
  const further = more.map((line) => (display.keepLines ? page`<br>\n… ${line}` : page` ${line}`));
  return page`${form.tag('a', { href: `#${id}` })}${first}${further}</a>`;
}

/** The topics with their subtopics, and the lists at the end that are not empty. */
function contents(shown: readonly ShownParagraph[], scribe: MinutesScribe, form: PageForm): Html {
  let last: ShownKind | undefined;
  const topics: Html[] = [];
  for (const one of shown) {
    if (one.kind !== 'topic' && one.kind !== 'subtopic') continue;
    const item = page`<li>${entry(one, scribe, form)}`;
    topics.push(page`${between(last, one.kind)}${item}`);
    last = one.kind;
  }
  const lists = summaries.flatMap(({ kind, id, title }) => {
    if (!shown.some((one) => one.kind === kind)) return [];
    return page`${form.tag('li', { class: 'app' })}${form.tag('a', { href: `#${id}` })}${title}</a></li>\n`;
  });
  return page`${topics}${between(last, undefined)}${lists}`;
}

/** What ends an entry of the contents and begins the list for the next; undefined is before the first and behind the last. */
function between(last: ShownKind | undefined, next: ShownKind | undefined): Html {
  const isBelow = last === 'subtopic';
  if (next === undefined) return isBelow ? page`</li>\n</ol>\n</li>\n` : page`${last && page`</li>\n`}`;
  if (last === undefined) return next === 'subtopic' ? page`<li>\n<ol>\n` : page``;
  if (last === next) return page`</li>\n`;
  return isBelow ? page`</li>\n</ol>\n</li>\n` : page`\n<ol>\n`;
}

function summary(
  { kind, id, title }: Summary,
  shown: readonly ShownParagraph[],
  scribe: MinutesScribe,
  form: PageForm,
) {
  const entries = shown.filter((one) => one.kind === kind);
  if (entries.length === 0) return undefined;
  const items = entries.map((one) => page`<li>${entry(one, scribe, form)}</li>\n`);
  return page`\n${form.tag('div', { id })}\n<h2>${title}</h2>\n<ol>\n${items}</ol>\n</div>\n`;
}

function recordingSection({ recording, display }: MinutesScribe, form: PageForm): Html | undefined {
  if (!recording) return undefined;
  const said = markup(inlineOf(recording.text, { emphasis: display.emphasis, isExact: form.isExact }), form, display);
  const [section, paragraph] = [form.tag('section', { id: 'recording' }), form.tag('p', { class: 'summary' })];
  return page`${section}\n${paragraph}Recording: ${said}${form.isExact ? undefined : page`</p>`}\n</section>\n`;
}
