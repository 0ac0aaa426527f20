import { stampOf } from './canonicalStamp.js';
import { type Context, type Converter, inUtc } from './context.js';
import { type Fields, fieldsOf, firstText, textOf } from './fields.js';
import { readItems } from './jsonItems.js';
import { matrixIds, matrixName } from './matrixName.js';

/** What Element exports as JSON, and the events that a homeserver’s API returns. */
export const matrixJson: Converter = (context) => {
  context.log.note(inUtc);
  return readItems(['messages', 'chunk'], context.log, (value) => take(fieldsOf(value), context));
};

function take(event: Fields, context: Context): void {
  const { type, origin_server_ts: time } = event;
  const stamp = stampOf(typeof time === 'number' ? time : Number.NaN);
  const handler = handlers.get(textOf(type));
  if (typeof event.sender !== 'string' || !handler) {
    context.log.leaveOut('unknown');
    return;
  }
  handler(event, stamp, context);
}

type Handler = (event: Fields, stamp: string | undefined, context: Context) => void;

const handlers = new Map<string, Handler>(
  Object.entries({
    'm.room.message': message,
    'm.sticker': message,
    'm.room.encrypted': (_, __, { log }) => log.leaveOut('encrypted'),
    'm.room.member': member,
    'm.room.topic': (event, stamp, context) =>
      context.log.event(
        stamp,
        `${nickOf(event, context)} changed the topic to: ${textOf(fieldsOf(event.content).topic)}`,
      ),
    'm.reaction': (_, __, { log }) => log.leaveOut('reaction'),
    // What was deleted is counted itself.
    'm.room.redaction': () => {},
  }),
);

function message(event: Fields, stamp: string | undefined, context: Context): void {
  const { log, names } = context;
  const content = fieldsOf(event.content);
  const { body, msgtype, url, file } = content;
  if (body === undefined && Object.keys(content).length === 0) {
    log.leaveOut('deleted');
    return;
  }
  const address = firstText(url, fieldsOf(file).url);
  const text = withoutReply(textOf(body), content).replace(matrixIds, (id: string) => names.of(id, matrixName(id)));
  log.say(stamp, nickOf(event, context), [text, address].filter(Boolean).join('\n'), msgtype === 'm.emote');
}

/** Older clients quote what a reply is about, above it. */
function withoutReply(body: string, content: Fields): string {
  const isReply = fieldsOf(content['m.relates_to'])['m.in_reply_to'] !== undefined;
  return isReply && body.startsWith('> ') ? body.replace(/^(?:>[^\n]*\n)+\n?/, '') : body;
}

function member(event: Fields, stamp: string | undefined, context: Context): void {
  const { log, names } = context;
  const content = fieldsOf(event.content);
  const before = fieldsOf(event.prev_content ?? fieldsOf(event.unsigned).prev_content);
  const id = textOf(event.state_key) || textOf(event.sender);
  const nick = names.of(id, textOf(content.displayname), textOf(before.displayname), matrixName(id), id);
  if (content.membership === before.membership) return;
  if (content.membership === 'join') log.event(stamp, `${nick} has joined`);
  else if (content.membership === 'leave' || content.membership === 'ban') log.event(stamp, `${nick} has left`);
}

/** A person’s name in the room, as far as the events before show it; otherwise the first part of the Matrix id. */
function nickOf({ sender }: Fields, { names }: Context): string {
  const id = textOf(sender);
  return names.of(id, matrixName(id), id);
}
