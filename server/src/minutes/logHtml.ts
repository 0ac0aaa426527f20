import { type Html, html, lines } from './escape/html.js';
import type { Value } from './escape/markup.js';
import { htmlPage } from './html.js';
import type { LogEntry, Minutes } from './minutes.js';
import type { WriterOptions } from './writers.js';

const style = `body { font: 14px/1.5 ui-monospace, monospace; margin: 1.5em; color: #1f2328; background: #fff; }
h1 { font-size: 1.2em; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
.tm { color: #59636e; }
.nk { color: #0550ae; }
.nka, .ac { color: #6639ba; font-style: italic; }
.topic, .cmd { color: #953800; }
.topicline { font-weight: bold; }
.cmdline { font-weight: 600; }
.hi { color: #116329; }`;

/** MeetBot's page of the log: everything that was said, each line with an anchor to which minutes link. */
export function writeLogHtml(minutes: Minutes, { bugCompatible = false }: WriterOptions): string {
  const title = html`${minutes.channel} log`;
  const log = html`<pre>${lines(minutes.entries.map((entry, index) => line(entry, index + 1, bugCompatible)))}</pre>`;
  return htmlPage({
    title,
    style,
    // MeetBot's has no heading, by which a screen reader would find its way.
    body: bugCompatible ? log : html`<main><h1>${title}</h1>\n${log}</main>`,
    bugCompatible,
  });
}

function line({ time, nick, isAction, text }: LogEntry, number: number, bugCompatible: boolean): Html {
  const anchor = bugCompatible ? html`<a name="l-${number}"></a>` : html`<a id="l-${number}"></a>`;
  if (isAction) {
    return html`${anchor}<span class="tm">${time ?? ''} </span><span class="nka">* ${nick}</span> <span class="ac">${text}</span>`;
  }
  return html`${anchor}<span class="tm">${time ?? ''}</span><span class="nk"> &lt;${nick}&gt;</span> ${spoken(text, bugCompatible)}`;
}

// MeetBot takes #topics for #topic.
const topicLine = /^(#topic(?!\w)[ \t\f\v]*)([^\n]*)/;
const meetBotsTopicLine = /^(#topic[ \t\f\v]*)([^\n]*)/;
const commandLine = /^(#[^ \t\n\r\f\v]+[ \t\f\v]*)([^\n]*)/;
const address = /^([^ \t\n\r\f\v]+:)( [^\n]*)/;

function spoken(text: string, bugCompatible: boolean): Value<'html'> {
  const topic = (bugCompatible ? meetBotsTopicLine : topicLine).exec(text);
  if (topic) return html`<span class="topic">${topic[1]}</span><span class="topicline">${topic[2]}</span>`;
  const command = commandLine.exec(text);
  if (command) return html`<span class="cmd">${command[1]}</span><span class="cmdline">${command[2]}</span>`;
  const [, whom, rest] = address.exec(text) ?? [];
  return whom && rest ? html`<span class="hi">${whom}</span>${rest}` : text;
}
