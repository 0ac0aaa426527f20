import { firstUrl } from '../../meeting/scribe/scribeUrls.js';
import type { ShownKind } from '../../meeting/scribe/shown.js';
import { secondsOf } from '../dayTime.js';
import type { Html } from '../escape/htmlDoor.js';
import { page, splitAtTabs } from '../escape/scribeDoor.js';
import type { MinutesParagraph, MinutesScribe } from '../minutes.js';
import { type InlineOptions, inlineOf, joinedLines, withoutLinks } from './inline.js';
import { Repositories, repositoriesIn } from './issues.js';
import { LineIds } from './lineIds.js';
import { endTag, linked, markup, type PageForm } from './pageForm.js';
import type { Piece } from './pieces.js';
import { recordingAddress } from './recording.js';

/** A paragraph on the page, and the text that was said, with tabs between its lines. */
export interface ShownParagraph {
  readonly kind: ShownKind;
  readonly id: string;
  readonly text: string;
  readonly html: Html;
}

/** How a kind of paragraph is written. */
interface Shape {
  readonly tag: 'p' | 'pre' | 'h3' | 'h4';
  readonly class?: string;
  /** What is before and behind its text. */
  readonly before?: (parts: Parts) => Html;
  readonly after?: (parts: Parts) => Html;
  /** Whether its text may have emphasis. */
  readonly isPlain?: boolean;
}

interface Parts {
  readonly paragraph: MinutesParagraph;
  readonly form: PageForm;
  readonly recording: string | undefined;
}

const by = ({ paragraph }: Parts) => page`<cite>&lt;${paragraph.nick}&gt;</cite> `;
const recordingLink = ({ paragraph: { recordingAt }, form, recording }: Parts) => {
  if (recording === undefined || recordingAt === null) return page``;
  const title = 'matching video record';
  const content = form.isExact ? page`🎞\ufe0e` : page`recording`;
  return page` ${linked(form, `${recording}#t=${recordingAt}`, content, { class: 'recording', title })}`;
};

const shapes: Readonly<Record<Exclude<ShownKind, 'anchor'>, Shape>> = {
  topic: { tag: 'h3', after: recordingLink },
  subtopic: { tag: 'h4', after: recordingLink },
  action: { tag: 'p', class: 'action', before: () => page`<strong>ACTION:</strong> ` },
  resolution: { tag: 'p', class: 'resolution', before: () => page`<strong>RESOLUTION:</strong> ` },
  issue: { tag: 'p', class: 'issue', before: () => page`<strong>ISSUE:</strong> ` },
  speech: { tag: 'p', class: 'phone', before: ({ paragraph }) => page`<cite>${paragraph.speaker ?? ''}:</cite> ` },
  narration: { tag: 'p', class: 'summary' },
  remark: { tag: 'p', class: 'irc', before: by },
  verbatim: { tag: 'pre', class: 'summary', before: () => page`\n`, isPlain: true },
  'verbatim-remark': {
    tag: 'p',
    class: 'irc',
    before: (parts) => page`${by(parts)}<code>`,
    after: () => page`</code>`,
    isPlain: true,
  },
  'failed-edit': { tag: 'p', class: 'irc', before: by, isPlain: true },
  bot: { tag: 'p', class: 'bot', before: by, isPlain: true },
  'bot-item': {
    tag: 'p',
    class: 'bot',
    before: (parts) => page`${by(parts)}<strong>`,
    after: ({ paragraph }) => page`</strong> ${paragraph.data ?? ''}`,
    isPlain: true,
  },
  slideset: { tag: 'p', class: 'summary', before: () => page`Slideset: `, isPlain: true },
  slide: { tag: 'p', class: 'summary' },
  repo: { tag: 'p', class: 'summary', before: () => page`Repository: `, isPlain: true },
  'repo-drop': { tag: 'p', class: 'summary', before: () => page`Repository- ` },
};

/** Everything that is shown, in order. */
export function discussionHtml(scribe: MinutesScribe, form: PageForm): ShownParagraph[] {
  const ids = new LineIds();
  for (const { kind, data } of scribe.discussion) if (kind === 'anchor') ids.reserve(data ?? '');
  const writer = new DiscussionWriter(scribe, form, ids);
  return scribe.discussion.map((paragraph) => writer.shown(paragraph));
}

/** Writes paragraphs, in order: repositories and anchors depend on those before. */
class DiscussionWriter {
  readonly #repositories = new Repositories();
  readonly #speakers = new SpeakerIds();
  readonly #recording: string | undefined;

  constructor(
    readonly scribe: MinutesScribe,
    readonly form: PageForm,
    readonly ids: LineIds,
  ) {
    this.#recording = scribe.recording ? recordingAddress(scribe.recording) : undefined;
  }

  shown(paragraph: MinutesParagraph): ShownParagraph {
    const { kind, time, isInserted, data } = paragraph;
    const text = textOf(paragraph);
    this.#noteRepositories(paragraph, text);
    const id = this.ids.next(isInserted || time === null ? 0 : secondsOf(time), text);
    if (kind !== 'anchor') return { kind, id, text, html: this.#html(paragraph, kind, id, text) };
    const name = data ?? '';
    // scribe.perl has quotes around its id, whatever that is.
    const start = this.form.isExact ? page`<p class=anchor id="${name}">` : page`<p class="anchor" id="${name}">`;
    const sign = page`${this.form.tag('a', { href: `#${name}` })}⚓</a>`;
    return { kind, id: name, text, html: page`${start}${sign}</p>\n` };
  }

  #noteRepositories({ kind }: MinutesParagraph, text: string): void {
    if (kind === 'repo') this.#repositories.use(text);
    else if (kind === 'repo-drop') this.#repositories.forget(text);
    else if (kind === 'topic' || kind === 'subtopic')
      for (const one of repositoriesIn(text)) this.#repositories.use(one);
  }

  #html(paragraph: MinutesParagraph, kind: keyof typeof shapes, id: string, text: string): Html {
    const { form } = this;
    const shape = shapes[kind];
    const parts: Parts = { paragraph, form, recording: this.#recording };
    const speaker = kind === 'speech' ? ` ${this.#speakers.of(paragraph.speaker ?? '')}` : '';
    const start = form.tag(shape.tag, { id, class: shape.class === undefined ? undefined : shape.class + speaker });
    const content = kind === 'slide' ? this.#slide(paragraph, text) : this.#content(paragraph, shape, text);
    const [first, ...more] = splitAtTabs(content);
    const tail = page`${shape.after?.(parts)}${endTag(shape.tag)}\n`;
    return page`${start}${shape.before?.(parts)}${first}${this.#furtherLines(more, tail, shape)}`;
  }

  #content({ kind, lines }: MinutesParagraph, { isPlain = false }: Shape, text: string): Html {
    const { emphasis, issueLinks } = this.scribe.display;
    const repositories = issueLinks ? this.#repositories : undefined;
    const options: InlineOptions = { emphasis: emphasis && !isPlain, repositories, isExact: this.form.isExact };
    const write = (pieces: readonly Piece[]) => markup(pieces, this.form, this.scribe.display);
    if (kind !== 'verbatim') return write(inlineOf(text, options));
    if (!this.form.isExact) return page`${lines.map((line) => page`${write(inlineOf(line, options))}\n`)}`;
    // scribe.perl finds links in a block of one line alone, whose line end is then lost.
    const [only = '', another] = lines;
    return write(another === undefined && firstUrl(only) ? inlineOf(only, options) : withoutLinks(text, options));
  }

  #slide({ data }: MinutesParagraph, text: string): Html {
    const attributes = this.form.isExact ? { class: 'islide', 'data-islide-srcref': '' } : {};
    const address = data === null ? undefined : this.form.address(data);
    const name = page`[Slide ${text}]`;
    if (address === undefined) return name;
    return page`${this.form.tag('a', { ...attributes, href: address })}${name}</a>`;
  }

  /** The lines that go on, and what is behind the last. Each has an anchor of its own, by its markup. */
  #furtherLines(lines: readonly Html[], tail: Html, { tag }: Shape): Html {
    if (!this.scribe.display.keepLines) return page`${lines.map((line) => page` ${line}`)}${tail}`;
    const { form, ids } = this;
    const last = lines.length - 1;
    const written = lines.map((line, index) => {
      const id = ids.next(0, index === last ? `${line}${tail}` : String(line));
      // scribe.perl closes the last one only before the end of a paragraph, not of a heading.
      const isClosed = index < last || tag === 'p' || !form.isExact;
      return page`<br>\n${form.tag('span', { id })}… ${line}${isClosed && endTag('span')}`;
    });
    return page`${written}${tail}`;
  }
}

/** What was said, with tabs between lines; of verbatim blocks, with all line ends. */
function textOf({ kind, lines }: MinutesParagraph): string {
  if (kind === 'verbatim') return lines.map((line) => `${line}\n`).join('');
  return joinedLines(lines);
}

/** The classes of speakers, `s01` for the first; by their names whatever their case. */
class SpeakerIds {
  readonly #known = new Map<string, string>();

  of(name: string): string {
    const key = name.toUpperCase().toLowerCase();
    const known = this.#known.get(key) ?? classAt(this.#known.size + 1);
    this.#known.set(key, known);
    return known;
  }
}

/** `s01` to `s99`, then `t00` and so on; behind `z99`, `aa00`. */
function classAt(number: number): string {
  let letters = '';
  for (let rest = Math.floor(number / 100) + 18; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
  }
  return letters + String(number % 100).padStart(2, '0');
}
