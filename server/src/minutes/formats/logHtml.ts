import { type Html, html, lines } from '../escape/htmlDoor.js';
import type { Value } from '../escape/markup.js';
import { generatedBy } from '../generator.js';
import type { LogEntry, Minutes } from '../minutes.js';
import type { WriterOptions } from '../writer.js';
import { type HtmlForm, htmlPage, originalForm, ourForm } from './htmlPage.js';

const css = `body { font: 14px/1.5 ui-monospace, monospace; margin: 1.5em; color: #1f2328; background: #fff; }
h1 { font-size: 1.2em; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
.tm { color: #59636e; }
.nk { color: #0550ae; }
.nka, .ac { color: #6639ba; font-style: italic; }
.topic, .cmd { color: #953800; }
.topicline { font-weight: bold; }
.cmdline { font-weight: 600; }
.hi { color: #116329; }`;

/** How MeetBot's page of the log differs from ours. */
interface LogStyle {
  readonly form: HtmlForm;
  readonly body: (title: Html, log: Html) => Html;
  /** The anchor that minutes link to, given the 1-based number of an entry. */
  readonly anchor: (number: number) => Html;
  /** What is shown as a topic: the command, then its text. */
  readonly topicLine: RegExp;
}

const original: LogStyle = {
  form: originalForm,
  // It has no heading, which screen readers need for navigation, and does not name its generator.
  body: (_, log) => log,
  anchor: (number) => html`<a name="l-${number}"></a>`,
  // MeetBot treats #topics as #topic.
  topicLine: /^(#topic[ \t\f\v]*)([^\n]*)/,
};
const ours: LogStyle = {
  form: ourForm,
  body: (title, log) => html`<main><h1>${title}</h1>\n${log}</main>\n<footer>${generatedBy}.</footer>`,
  anchor: (number) => html`<a id="l-${number}"></a>`,
  topicLine: /^(#topic(?!\w)[ \t\f\v]*)([^\n]*)/,
};

/** MeetBot's page of the log: everything that was said, with an anchor on each line for links from minutes. */
export function writeLogHtml(minutes: Minutes, { bugCompatible }: WriterOptions): string {
  const style = bugCompatible ? original : ours;
  const title = html`${minutes.channel ?? minutes.title} log`;
  const log = html`<pre>${lines(minutes.entries.map((entry, index) => line(entry, index + 1, style)))}</pre>`;
  return htmlPage(style.form, { title, css, body: style.body(title, log) });
}

function line({ time, nick, isAction, text }: LogEntry, number: number, style: LogStyle): Html {
  const anchor = style.anchor(number);
  const clock = time ?? '';
  return isAction
    ? html`${anchor}<span class="tm">${clock} </span><span class="nka">* ${nick}</span> <span class="ac">${text}</span>`
    : html`${anchor}<span class="tm">${clock}</span><span class="nk"> &lt;${nick}&gt;</span> ${spoken(text, style)}`;
}

const commandLine = /^(#[^ \t\n\r\f\v]+[ \t\f\v]*)([^\n]*)/;
const address = /^([^ \t\n\r\f\v]+:)( [^\n]*)/;

function spoken(text: string, { topicLine }: LogStyle): Value<'html'> {
  const topic = topicLine.exec(text);
  if (topic) return html`<span class="topic">${topic[1]}</span><span class="topicline">${topic[2]}</span>`;
  const command = commandLine.exec(text);
  if (command) return html`<span class="cmd">${command[1]}</span><span class="cmdline">${command[2]}</span>`;
  const [, whom, rest] = address.exec(text) ?? [];
  return whom && rest ? html`<span class="hi">${whom}</span>${rest}` : text;
}
