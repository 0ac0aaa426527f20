import { escapeHtml } from './escapeHtml.js';
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
  const lines = minutes.entries.map((entry, index) => line(entry, index + 1, bugCompatible));
  const title = `${escapeHtml(minutes.channel)} log`;
  const log = `<pre>${lines.join('\n')}</pre>`;
  return htmlPage({
    title,
    style,
    // MeetBot's has no heading, by which a screen reader would find its way.
    body: bugCompatible ? log : `<main><h1>${title}</h1>\n${log}</main>`,
    bugCompatible,
  });
}

function line(entry: LogEntry, number: number, bugCompatible: boolean): string {
  const anchor = bugCompatible ? `<a name="l-${number}"></a>` : `<a id="l-${number}"></a>`;
  const time = entry.time ?? '';
  const nick = escapeHtml(entry.nick);
  if (entry.isAction) {
    const said = `<span class="ac">${escapeHtml(entry.text)}</span>`;
    return `${anchor}<span class="tm">${time} </span><span class="nka">* ${nick}</span> ${said}`;
  }
  return `${anchor}<span class="tm">${time}</span><span class="nk"> &lt;${nick}&gt;</span> ${spoken(entry.text, bugCompatible)}`;
}

// MeetBot takes #topics for #topic.
const topicLine = /^(#topic(?!\w)[ \t\f\v]*)([^\n]*)/;
const meetBotsTopicLine = /^(#topic[ \t\f\v]*)([^\n]*)/;
const commandLine = /^(#[^ \t\n\r\f\v]+[ \t\f\v]*)([^\n]*)/;
const address = /^([^ \t\n\r\f\v]+:)( [^\n]*)/;

function spoken(text: string, bugCompatible: boolean): string {
  const topic = (bugCompatible ? meetBotsTopicLine : topicLine).exec(text);
  if (topic) return pair('topic', 'topicline', topic);
  const command = commandLine.exec(text);
  if (command) return pair('cmd', 'cmdline', command);
  const [, whom, rest] = address.exec(text) ?? [];
  return whom && rest ? `<span class="hi">${escapeHtml(whom)}</span>${escapeHtml(rest)}` : escapeHtml(text);
}

function pair(first: string, second: string, [, word = '', rest = '']: RegExpExecArray): string {
  return `<span class="${first}">${escapeHtml(word)}</span><span class="${second}">${escapeHtml(rest)}</span>`;
}
