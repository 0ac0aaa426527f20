import { isoTime, stampOf } from './canonicalStamp.js';
import { type Context, type Converter, inUtc } from './context.js';
import { type Fields, fieldsOf, firstText, listOf, textOf } from './fields.js';
import { readItems } from './jsonItems.js';

/** What DiscordChatExporter writes as JSON. */
export const discordJson: Converter = (context) => {
  context.log.note(inUtc);
  const chat: Chat = { ...context, nicks: new Map() };
  return readItems(['messages'], context.log, (value) => take(fieldsOf(value), chat));
};

interface Chat extends Context {
  /** The nicks of those who were named so far, by their ids. */
  readonly nicks: Map<string, string>;
}

/** Types of messages that people write; all others are Discord's own words about what someone did. */
const spoken = new Set(['', 'Default', 'Reply', '0', '19', '20', '23', 'ChatInputCommand', 'ContextMenuCommand']);
/** Those that logs have words for. */
const events = new Map([
  ['GuildMemberJoin', 'has joined'],
  ['7', 'has joined'],
]);

function take(message: Fields, context: Chat): void {
  const { log } = context;
  const { type, timestamp, author, content } = message;
  if (typeof author !== 'object' || author === null) {
    log.leaveOut('unknown');
    return;
  }
  const stamp = stampOf(isoTime(textOf(timestamp)));
  const nick = nickOf(fieldsOf(author), context);
  const text = withNicks(textOf(content), message, context);
  if (spoken.has(textOf(type))) log.say(stamp, nick, [text, ...attached(message, text)].filter(Boolean).join('\n'));
  else log.event(stamp, `${nick} ${events.get(textOf(type)) ?? (text || textOf(type))}`);
}

function nickOf({ id, name, nickname }: Fields, { names, nicks }: Chat): string {
  const shown = firstText(nickname, name);
  // A webhook, such as that of a bridge, writes under many names.
  const nick = names.of(`${textOf(id)} ${shown}`, shown, textOf(name));
  nicks.set(textOf(id), nick);
  return nick;
}

/** A text with the nicks of those it mentions: `@Wren Hill`, or `<@12>` if the exporter left Discord's own codes. */
function withNicks(text: string, { mentions }: Fields, context: Chat): string {
  const people = listOf(mentions).map(fieldsOf);
  let named = text;
  for (const person of people) {
    const nick = nickOf(person, context);
    const id = textOf(person.id);
    if (id !== '') named = named.replaceAll(`<@${id}>`, nick).replaceAll(`<@!${id}>`, nick);
    for (const shown of [textOf(person.nickname), textOf(person.name)])
      if (shown !== '') named = named.replaceAll(`@${shown}`, nick);
  }
  return named.replace(/<@!?(\d{1,25})>/g, (code, id: string) => context.nicks.get(id) ?? code);
}

/** The addresses of files and stickers; of a message without text, also what is embedded, which may be all there is. */
function attached(message: Fields, text: string): readonly string[] {
  const { attachments, stickers, embeds, forwardedMessage } = message;
  const files = listOf(attachments).map((file) => textOf(fieldsOf(file).url));
  const pictures = listOf(stickers).map((sticker) => firstText(fieldsOf(sticker).sourceUrl, fieldsOf(sticker).name));
  const forwarded = textOf(fieldsOf(forwardedMessage).content);
  const all = [...files, ...pictures, forwarded];
  if (text !== '' || all.some((one) => one !== '')) return all;
  return listOf(embeds).map((value) => {
    const { title, description, url } = fieldsOf(value);
    return [title, description, url].map(textOf).filter(Boolean).join('\n');
  });
}
