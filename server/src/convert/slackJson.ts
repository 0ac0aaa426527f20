import { stampOf } from './canonicalStamp.js';
import { type Context, type Converter, inUtc } from './context.js';
import { type Fields, fieldsOf, firstText, fromSeconds, listOf, textOf } from './fields.js';
import { readItems } from './jsonItems.js';
import { slackText } from './slackText.js';

/** A channel of Slack's export: a list of messages for each day. Also what its API returns, an object with that list. */
export const slackJson: Converter = (context) => {
  context.log.note(inUtc);
  return readItems(['messages'], context.log, (value) => take(fieldsOf(value), context));
};

/** Messages that Slack itself writes, and how logs write them. */
const events = new Map(
  Object.entries({
    channel_join: 'has joined',
    group_join: 'has joined',
    channel_leave: 'has left',
    group_leave: 'has left',
    channel_topic: 'changed the topic to:',
    group_topic: 'changed the topic to:',
  }),
);
/** What Slack writes of a message that is no more. */
const deleted = new Set(['tombstone', 'message_deleted']);
/** Whatever else it writes about a channel: its purpose, its name, its archive, what is pinned. */
const aboutChannel = /^(?:channel|group)_|^(?:pinned|unpinned)_item$|^(?:bot_(?:add|remove)|reminder_add)$/;

function take(message: Fields, context: Context): void {
  const { log } = context;
  if (message.type !== 'message') {
    log.leaveOut('unknown');
    return;
  }
  const subtype = textOf(message.subtype);
  if (deleted.has(subtype)) {
    log.leaveOut('deleted');
    return;
  }
  const stamp = stampOf(fromSeconds(message.ts));
  const nick = speakerOf(message, context);
  const text = slackText(textOf(message.text), context);
  const event = events.get(subtype);
  if (event !== undefined) log.event(stamp, `${nick} ${event} ${slackText(textOf(message.topic), context)}`.trimEnd());
  else if (aboutChannel.test(subtype)) log.event(stamp, text.startsWith(nick) ? text : `${nick} ${text}`);
  else log.say(stamp, nick, withFiles(text, message, context), subtype === 'me_message');
}

function speakerOf(message: Fields, { names }: Context): string {
  const profile = fieldsOf(message.user_profile);
  const bot = fieldsOf(message.bot_profile);
  const user = textOf(message.user);
  const own = [profile.real_name, profile.display_name, profile.name].map(textOf);
  if (user !== '' && message.subtype !== 'bot_message') return names.of(user, ...own, textOf(message.username));
  const name = firstText(message.username, bot.name, ...own);
  // Programs write under the names of others.
  return names.of(`${firstText(message.bot_id, user)} ${name}`, name, 'bot');
}

/** The text, below it what is attached: programs often write nothing else. */
function withFiles(text: string, message: Fields, context: Context): string {
  const files = listOf(message.files).map((file) => {
    const { permalink, url_private: url, name, title } = fieldsOf(file);
    return firstText(permalink, url, title, name);
  });
  const attached = listOf(message.attachments).map((value) => {
    const { text: own, fallback, title, title_link: link } = fieldsOf(value);
    return slackText(firstText(own, fallback, title, link), context);
  });
  // Previews of links repeat what is linked, and are no one's words.
  return [text, ...(text.trim() === '' ? attached : []), ...files].filter((part) => part !== '').join('\n');
}
