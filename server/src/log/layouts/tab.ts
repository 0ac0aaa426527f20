import type { Layout } from './layout.js';
import { actor, angle, space, wrapped } from './parts.js';
import { nick, rule, skip, time } from './rule.js';
import { stampSource } from './stamp.js';
import { nextLine } from './wraps.js';

const open = skip(String.raw`[\[(]?`);
const stamp = time(stampSource);
const monthTime = time(String.raw`[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2}`);
const dayTime = time(String.raw`[A-Z][a-z]{2} \d{2}:\d{2}:\d{2}(?=\])`);
const isoTime = time(String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z?(?=\])`);
const prefix = skip('[ @+%&~!•]{0,8}');

/** Clients that write a tab between nick and text. */
export const tab: readonly Layout[] = [
  {
    name: 'weechat',
    title: 'WeeChat: 2031-03-14 20:58:58⇥nick⇥text',
    rules: [
      rule('event', open, stamp, skip(String.raw`[\])]?\t(?:-->|<--|--|=!=)\t`)),
      rule('notice', open, stamp, skip(String.raw`[\])]?\t{1,2}(?=\t)`)),
      rule('action', open, stamp, skip(String.raw`[\])]?\t ?\*\t`), ...actor),
      rule(
        'message',
        open,
        stamp,
        skip(String.raw`[\])]?\t`),
        prefix,
        nick(String.raw`[^\s@+%&~!•<][^\t]{0,64}`),
        skip(String.raw`\t`),
      ),
      wrapped,
    ],
    samples: [
      ['2031-03-14 20:58:58\tann\thello', 'message', '20:58:58', 'ann', 'hello'],
      ['2031-03-14 20:58:58.123456Z\tann\thello', 'message', '20:58:58', 'ann', 'hello'],
      ['2031-03-14 20:58:58 +0100\tann\thello', 'message', '20:58:58', 'ann', 'hello'],
      ['2031-03-14T20:58:58+0100\t *\tann waves', 'action', '20:58:58', 'ann', 'waves'],
      [
        '2031-03-14 20:58:58\t\t****  Beginning of log  ****',
        'notice',
        '20:58:58',
        '',
        '\t****  Beginning of log  ****',
      ],
      ['2031-03-14 20:58:58\t@ann\thello', 'message', '20:58:58', 'ann', 'hello'],
      ['2031-03-14 20:58:58\t *\tann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['2031-03-14 20:58:58\t-->\tbob (~b@h) has joined #c', 'join', '20:58:58', 'bob', ' (~b@h) has joined #c'],
      ['2031-03-14 20:58:58\t<--\tbob (~b@h) has quit (x)', 'quit', '20:58:58', 'bob', ' (~b@h) has quit (x)'],
      ['2031-03-14 20:58:58\t--\tann is now known as al', 'nick', '20:58:58', 'ann', 'al'],
      ['2031-03-14 20:58:58\t--\tTopic for #c is "x"', 'topic', '20:58:58', '', 'Topic for #c is "x"'],
      ['2031-03-14 20:58:58\t--\tMode #c [+o ann] by bob', 'mode', '20:58:58', '', 'Mode #c [+o ann] by bob'],
    ],
  },
  {
    name: 'hexchat',
    title: 'XChat, HexChat: Mar 14 20:58:58 <nick>⇥text',
    rules: [
      rule('message', monthTime, space, ...angle.slice(0, 2), skip(String.raw`>[ \t]?`)),
      rule('known-event', monthTime, skip(String.raw` \*[ \t]{1,64}`)),
      rule('event', monthTime, skip(String.raw` (?:-->|<--|---|-!-|\*\*\*)[ \t]`)),
      rule('action', monthTime, skip(String.raw` \*[ \t]{1,64}`), ...actor),
      rule('notice', monthTime, skip(' -'), nick(String.raw`[^\s/-][^\s/]{0,64}`), skip(String.raw`[^\t]{0,80}-[ \t]`)),
      rule('day', skip(String.raw`(?:\*{4} )?(?=(?:BEGIN|ENDING) LOGGING AT )`)),
      wrapped,
    ],
    samples: [
      ['Mar 14 20:58:58 <ann>\thello', 'message', '20:58:58', 'ann', 'hello'],
      ['Mar 14 20:58:58 <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['Mar 14 20:58:58 *\tann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['Mar 14 20:58:58 *\tbob (~b@h) has joined #c', 'join', '20:58:58', 'bob', ' (~b@h) has joined #c'],
      [
        'Mar 14 20:58:58 * bob gives channel operator status to al',
        'mode',
        '20:58:58',
        'bob',
        ' gives channel operator status to al',
      ],
      ['Mar 14 20:58:58 *\tann is now known as al', 'nick', '20:58:58', 'ann', 'al'],
      [
        '**** BEGIN LOGGING AT Fri Mar 14 09:48:46 2031',
        'day',
        undefined,
        '',
        'BEGIN LOGGING AT Fri Mar 14 09:48:46 2031',
      ],
      [
        '**** ENDING LOGGING AT Fri Mar 14 09:48:46 2031',
        'day',
        undefined,
        '',
        'ENDING LOGGING AT Fri Mar 14 09:48:46 2031',
      ],
    ],
  },
  {
    name: 'iso-tab',
    title: '[2031-03-14T20:58:58.530Z]⇥<nick>⇥text',
    rules: [
      rule(
        'message',
        skip(String.raw`\[`),
        isoTime,
        skip(String.raw`\][ \t]{1,16}`),
        ...angle.slice(0, 2),
        skip(String.raw`>[ \t]?`),
      ),
      rule('event', skip(String.raw`\[`), isoTime, skip(String.raw`\][ \t](?:\*\*\*|-->|<--|---|==)[ \t]`)),
      rule('known-event', skip(String.raw`\[`), isoTime, skip(String.raw`\][ \t]\*[ \t]`)),
      rule('action', skip(String.raw`\[`), isoTime, skip(String.raw`\][ \t]\*[ \t]`), ...actor),
      wrapped,
      nextLine,
    ],
    samples: [
      ['[2031-03-14T20:58:58.530Z]\t<ann>\thello', 'message', '20:58:58', 'ann', 'hello'],
      // Some copies have spaces instead of tabs.
      ['[2031-03-14T20:58:58.530Z]      <ann>  hello', 'message', '20:58:58', 'ann', ' hello'],
      ['and the next line: 2', 'continuation', undefined, '', 'and the next line: 2'],
      ['[2031-03-14T20:58:58.530Z]\t*\tann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['[2031-03-14T20:58:58.530Z]\t*\tbob (~b@h) has joined #c', 'join', '20:58:58', 'bob', ' (~b@h) has joined #c'],
      ['[2031-03-14T20:58:58.530Z]\t*\tann is now known as al', 'nick', '20:58:58', 'ann', 'al'],
    ],
  },
  {
    name: 'weekday',
    title: '[Fri 20:58:58] <nick>⇥text',
    rules: [
      rule(
        'message',
        skip(String.raw`\[`),
        dayTime,
        skip(String.raw`\][ \t]`),
        ...angle.slice(0, 2),
        skip(String.raw`>[ \t]?`),
      ),
      rule('known-event', skip(String.raw`\[`), dayTime, skip(String.raw`\] \*[ \t]`)),
      rule('action', skip(String.raw`\[`), dayTime, skip(String.raw`\] \*[ \t]`), ...actor),
      wrapped,
    ],
    samples: [
      ['[Fri 20:58:58] <ann>\thello', 'message', '20:58:58', 'ann', 'hello'],
      ['[Fri 20:58:58] *\tann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['[Fri 20:58:58] *\tbob (~b@h) has joined #c', 'join', '20:58:58', 'bob', ' (~b@h) has joined #c'],
      ['[Fri 20:58:58] *\tann is now known as al', 'nick', '20:58:58', 'ann', 'al'],
    ],
  },
  {
    name: 'xchat',
    title: 'XChat without times: <nick>⇥text',
    rules: [
      rule('message', ...angle.slice(0, 2), skip(String.raw`>\t`)),
      rule('event', skip(String.raw`(?:-->|<--|---)\t`)),
      rule('known-event', skip(String.raw`\*\t`)),
      rule('action', skip(String.raw`\*\t`), ...actor),
      wrapped,
    ],
    samples: [
      ['<ann>\thello', 'message', undefined, 'ann', 'hello'],
      ['*\tann waves', 'action', undefined, 'ann', 'waves'],
      ['-->\tbob has joined #c', 'join', undefined, 'bob', ' has joined #c'],
      ['<--\tbob has quit (x)', 'quit', undefined, 'bob', ' has quit (x)'],
      ['---\tbob is now known as al', 'nick', undefined, 'bob', 'al'],
    ],
  },
];
