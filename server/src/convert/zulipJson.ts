import { isoTime, stampOf } from './canonicalStamp.js';
import { type Context, type Converter, inUtc } from './context.js';
import { type Fields, fieldsOf, firstText, fromSeconds, textOf } from './fields.js';
import { readItems } from './jsonItems.js';
import { markupText } from './markupText.js';

/** What Zulip’s `export_search` writes, and the messages that its API returns. */
export const zulipJson: Converter = (context) => {
  context.log.note(inUtc);
  const topics = new Set<string>();
  const feed = readItems(['zerver_message', 'messages'], context.log, (value) => {
    const message = fieldsOf(value);
    if (topics.size < mostTopics) topics.add(`${placeOf(message)} > ${firstText(message.subject, message.topic)}`);
    take(message, context);
  });
  return {
    ...feed,
    end: () => {
      feed.end();
      const many = topics.size >= mostTopics ? `${mostTopics} or more` : topics.size;
      if (topics.size > 1) context.log.note(`Its messages are from ${many} topics, which are mixed here by time.`);
    },
  };
};

const mostTopics = 1000;

function placeOf({ recipient_name: name, display_recipient: shown, stream_id: id, recipient }: Fields): string {
  return firstText(name, shown, id, recipient);
}

function take(message: Fields, context: Context): void {
  const { log } = context;
  const { content, date_sent_utc: utc, date_sent: sent, timestamp } = message;
  if (typeof content !== 'string') {
    log.leaveOut('unknown');
    return;
  }
  const stamp = stampOf(fromSeconds(firstText(sent, timestamp))) ?? stampOf(isoTime(textOf(utc)));
  // The API returns HTML unless it is asked for Markdown.
  const isHtml = message.content_type === 'text/html' || (message.content_type === undefined && /^<p>/.test(content));
  const text = isHtml ? markupText(content) : content;
  const action = /^\/me (.*)$/s.exec(text)?.[1];
  log.say(stamp, nickOf(message, context), withNames(action ?? text, isHtml), action !== undefined);
}

function nickOf(message: Fields, { names }: Context): string {
  const { sender, sender_id: id, sender_email: email, sender_name: whole, sender_full_name: full } = message;
  const name = withoutAddress(textOf(whole).trim());
  // Samples and searches may have one id for all.
  const key = firstText(whole, id, email, sender);
  return names.of(
    key,
    textOf(full),
    name,
    textOf(email).replace(/@.*/s, ''),
    sender === undefined ? '' : `user ${sender}`,
  );
}

/** The name in `Wren Hill <wren@lamps.example>`, which has quotation marks if it has signs. */
function withoutAddress(sender: string): string {
  if (!sender.endsWith('>')) return sender;
  const name = sender.slice(0, Math.max(0, sender.lastIndexOf('<'))).trim();
  return /^".*"$/s.test(name) ? name.slice(1, -1).replace(/\\(.)/gs, '$1') : name;
}

/** Mentions as they are spoken: `@**Wren Hill|12**` and `@_**Wren Hill**` are `Wren Hill`, `#**lamps>oil**` is `#lamps>oil`. */
function withNames(text: string, isHtml: boolean): string {
  if (isHtml) return text;
  return text
    .replace(/@_?\*\*([^*|\n]{1,100})(?:\|\d{1,12})?\*\*/g, '$1')
    .replace(/@_?\*([^*\n]{1,100})\*/g, '@$1')
    .replace(/#\*\*([^*\n]{1,200})\*\*/g, '#$1');
}
