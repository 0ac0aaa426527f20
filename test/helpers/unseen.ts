import fc from 'fast-check';

/** What must never be shown: control characters, line ends, characters that change the text direction. */
export const forbidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Parts of nicks, texts and file names: with such characters, with other invisible ones, and with CI commands. */
const parts = [
  ...[
    '\u0000',
    '\u0007',
    '\b',
    '\t',
    '\u001b[31m',
    '\u001b]0;x\u0007',
    '\u007f',
    '\u0085',
    '\u009b',
    '\u2028',
    '\u2029',
  ],
  ...['\u202a', '\u202b', '\u202d', '\u202e', '\u202c', '\u2066', '\u2067', '\u2068', '\u2069', '\ud800', '\u00034,5'],
  ...['\u200e', '\u200f', '\u061c', '\u200b', '\u2060', '\ufeff', '\u{e0041}', '\u200d'],
  ...[
    '::',
    ':',
    ' ::error title=x::y',
    '##[error]x',
    '##vso[x]y',
    '#',
    '%0A',
    '%',
    ',',
    '{0}',
    '[x](http://x)',
    '?',
    '\\',
    '"',
  ],
  ...['ann', 'x', ' ', 'é', '漢', '😀', '1', '.', '-', '&', '<'],
];

/** A line of such parts. */
export const unseenText = fc.array(fc.constantFrom(...parts), { maxLength: 7 }).map((some) => some.join(''));
/** The same with line ends, which file names may contain. */
export const unseenName = fc
  .array(fc.constantFrom(...parts, '\n', '\r', '\n::error title=pwn::y', '\r\n##[error]z'), { maxLength: 7 })
  .map((some) => some.join(''));

/** A log with such texts in everything that features show: nicks, titles, topics, items, votes, messages. */
export const unseenLog = fc
  .record({
    owner: fc.tuple(fc.constantFrom('a', 'ann'), unseenText).map((both) => both.join('').trim()),
    bob: fc.tuple(fc.constantFrom('b', 'bob'), unseenText).map((both) => both.join('').trim()),
    title: unseenText,
    topic: unseenText,
    said: unseenText,
    rows: fc.array(
      fc.tuple(
        fc.boolean(),
        fc.constantFrom(
          ...[
            'topic',
            'info',
            'link',
            'action',
            'chair',
            'unchair',
            'agree',
            'todo',
            'undo',
            'vote',
            'startmeeting',
            'nick',
          ],
        ),
        unseenText,
      ),
      { maxLength: 12 },
    ),
    isEnded: fc.boolean(),
    hasBot: fc.boolean(),
  })
  .map(({ owner, bob, title, topic, said, rows, isEnded, hasBot }) =>
    [
      `09:59:00 <${bob}> #info ${said}`,
      `10:00:00 <${owner}> #startmeeting ${title}`,
      ...(hasBot ? [`10:00:00 <${bob}> Meeting started Thu Jan  2 10:00:00 2031 UTC.  The chair is ${owner}.`] : []),
      `10:00:01 <${owner}> #meetingname ${said}`,
      `10:00:02 <${owner}> #topic ${topic}`,
      `10:00:03 <${owner}> #startvote ${said}? ${topic}, yes, no`,
      `10:00:04 <${bob}> #vote ${said}`,
      ...rows.map(([isOwner, word, words]) => `10:00:05 <${isOwner ? owner : bob}> #${word} ${words}`),
      `10:00:06 <${owner}> #chair ${bob}x, ${said}`,
      `09:00:07 <${bob}> #topic ${said}`,
      `10:00:08 <${owner}> #action ${said}`,
      ...(isEnded ? [`10:00:09 <${owner}> #endvote`, `10:00:10 <${owner}> #endmeeting`] : []),
    ]
      .map((row) => row.replace(/[\n\r]/g, ''))
      .join('\n'),
  );
