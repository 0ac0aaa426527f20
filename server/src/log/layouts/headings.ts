import { type LogLine, unread } from '../logLine.js';
import type { Layout } from './layout.js';
import { actor, space } from './parts.js';
import { nick, readBy, rule, skip, time } from './rule.js';
import { dateSource } from './stamp.js';
import { endOfText } from './times.js';

/* Layouts with headings that name the speaker of the lines below them. */

const shortTime = time(String.raw`\d{1,2}:\d{2}(?::\d{2})?(?: [AaPp][Mm])?`);
const bareTime = rule('heading', skip(String.raw`\[?`), shortTime, skip(String.raw`\]?[ \t]*$`));

export const headings: readonly Layout[] = [
  {
    name: 'slack',
    title: 'Slack, copied: nick [8:58 PM] above the text',
    rules: [
      rule(
        'heading',
        nick(String.raw`[^[\]]{1,60}(?= \[)`),
        skip(String.raw` \[`),
        time(String.raw`\d{1,2}:\d{2} [AP]M`),
        skip(String.raw`\][ \t]*$`),
      ),
      // Others have a time at the end of what is said, too.
      rule(
        'heading',
        nick(String.raw`[^\s[\]:<>]{1,60}(?= \[)`),
        skip(String.raw` \[`),
        time(String.raw`\d{1,2}:\d{2}`),
        skip(String.raw`\][ \t]*$`),
      ),
      bareTime,
    ],
    below: saidBelow,
    speech: ['ann [8:58 PM]', 'hello'],
    samples: [
      ['ann [8:58 PM]', 'heading', '20:58:00', 'ann'],
      ['bob [20:59]', 'heading', '20:59:00', 'bob'],
      ['[8:59]', 'heading', '08:59:00'],
      ['hello', 'other'],
    ],
  },
  {
    name: 'irssi-block',
    title: '<nick> above the text',
    rules: [
      rule('heading', skip('<[ @+%&~]{0,8}'), nick('[^@+%&~ >][^>]{0,64}'), skip('>[ \t]*$')),
      bareTime,
      rule('event', skip('-!- ')),
      rule('action', skip(String.raw` {0,2}\* `), nick(String.raw`[^\s*]\S{0,64}`), space),
    ],
    below: saidBelow,
    speech: ['20:58', '<@ann>', 'hello'],
    samples: [
      ['<@ann>', 'heading', undefined, 'ann'],
      ['20:58', 'heading', '20:58:00'],
      ['-!- ann is now known as al', 'nick', undefined, 'ann', 'al'],
      [' * ann waves', 'action', undefined, 'ann', 'waves'],
      ['-!- bob [~b@host] has joined #c', 'join', undefined, 'bob', ' [~b@host] has joined #c'],
    ],
  },
  {
    name: 'irccloud-copy',
    title: 'IRCCloud, copied: 8:58 PM and <nick> above the text, 8:58 PM before the next',
    rules: [
      bareTime,
      rule(
        'heading',
        skip('<(?:(?!@[^>:]{1,64}:)[ @+%&~!•]{0,8}|)'),
        nick('[^>]{1,64}'),
        skip(String.raw`>(?: [^<>]{0,60})?[ \t]*$`),
      ),
      rule('day', skip(String.raw`(?=${dateSource}[ \t]*$)`)),
      rule('known-event', shortTime, skip(' (?:[→⇐←⇄ℹ⚙*—] )?')),
      rule('event', shortTime, skip(' [→⇐←⇄ℹ⚙] ')),
      rule('event', skip('[→⇐←⇄ℹ⚙] ')),
      rule('action', shortTime, skip(' [—*] '), ...actor),
      rule('action', skip('— '), ...actor),
      // Who goes on speaking is not named again.
      rule('message', shortTime, space),
    ],
    below: saidBelow,
    speech: ['8:58 PM ', '<•ann> Ann Lee ', 'hello'],
    samples: [
      ['8:58 PM ', 'heading', '20:58:00'],
      ['Friday, March 14th 2031', 'day', undefined, '', 'Friday, March 14th 2031'],
      ['<•ann> Ann Lee ', 'heading', undefined, 'ann'],
      ['<bob> ', 'heading', undefined, 'bob'],
      ['8:58 PM — •ann waves', 'action', '20:58:00', 'ann', 'waves'],
      ['8:58 PM → bob joined (b@h)', 'join', '20:58:00', 'bob', ' joined (b@h)'],
      ['→ bob joined (b@h)', 'join', undefined, 'bob', ' joined (b@h)'],
      ['8:58 PM ann → al', 'nick', '20:58:00', 'ann', 'al'],
    ],
  },
  {
    name: 'jitsi',
    title: 'Jitsi, copied: a name, the text, and 20:58 below it',
    rules: [rule('heading', shortTime, skip(String.raw`[ \t]*$`))],
    below: namedBelow,
    speech: ['ann', 'hello', '20:58'],
    samples: [
      ['Ann Lee', 'heading', undefined, 'Ann Lee'],
      ['20:58', 'heading', '20:58:00'],
    ],
  },
];

/** Below a heading, its nick speaks, also behind a time; a time below it belongs to it as well. */
function saidBelow(text: string, read: LogLine | undefined, above: LogLine | undefined): LogLine {
  if (read?.kind === 'message') return above?.nick ? { ...read, nick: above.nick } : { ...read, kind: 'other' };
  if (read && read.kind !== 'heading') return read;
  if (read) return { ...read, nick: read.nick || (above?.nick ?? ''), time: read.time ?? above?.time };
  return said(text, above);
}

/** A name comes at the top and after each time. */
function namedBelow(text: string, read: LogLine | undefined, above: LogLine | undefined): LogLine {
  if (read) return read;
  const name = above?.nick ? undefined : readBy([nameLine], text);
  return name ?? said(text, above);
}

const nameLine = rule('heading', nick(String.raw`[^\t]{1,80}`));

function said(text: string, above: LogLine | undefined): LogLine {
  if (!above?.nick) return unread;
  const textEnd = endOfText(text);
  return { ...unread, kind: textEnd === 0 ? 'other' : 'message', time: above.time, nick: above.nick, textEnd };
}
