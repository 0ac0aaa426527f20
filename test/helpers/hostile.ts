import fc from 'fast-check';
import { isEventMark } from '../../server/src/log/layouts/characters.js';
import { anyCharacter } from './anyCharacter.js';

/** Control characters, IRC and terminal codes, separators and direction marks: none of them may be shown. */
export const controls = [
  '\u0000',
  '\u0002',
  '\u00034,5',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ud83d',
];

/** What someone might write to break a page: tags, end tags, entities, quotes, addresses, control characters, direction marks. */
const pieces = [
  ...[
    '<xss>',
    '</xss>',
    '<xss',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<script>xss()</script>',
    '<img src=x onerror=xss()>',
  ],
  ...[
    '</style><xss>',
    '</title><xss>',
    '</pre><xss>',
    '</svg><xss>',
    '</b></li></ul></main>',
    '</body></html>',
    '<?x?>',
  ],
  ...['&lt;', '&#60;', '&#x3c', '&amp;lt;', '&', '&colon;', '"', "'", '" onx="', "' onx='", '">', '`', '=', '/>'],
  ...['javascript:xss', 'JAVA\tSCRIPT:xss', 'javascript://x/%0axss', 'data:text/html,<xss>', 'vbscript:xss', 'http://'],
  ...[
    'http://a.example/"><xss>',
    "http://a.example/'x",
    'https://b.example/c?d=1&lt=2',
    'http://a\u3000b',
    'ftp://c/`',
  ],
  ...[
    'http://a.example/\u00a0"onx="',
    'mailto://a',
    'HTTP://A',
    '//a.example',
    '\\\\a.example',
    'https://a\\@b',
    '://',
  ],
  ...['\u180e', '\ufffe', ...controls],
  ...['😀', 'é', '漢', 'x', '\t', '\u00a0', ' ', '  ', '{{ x }}', 'sWRAPs', 'eWRAPe', 'word '.repeat(30)],
];
const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: anyCharacter, maxLength: 3 }));

/** A line of such pieces. */
export const hostileText = fc.array(piece, { maxLength: 10 }).map((parts) => parts.join('').replace(/[\r\n]/g, ' '));

/** Such a line as a nick: never empty or a client's mark, without characters that would end a nick in a log. */
export const hostileNick = hostileText.map((said) => {
  const nick = said
    .replace(/>/g, '')
    .trim()
    .replace(/^[@+%&~\s]+/, '')
    .trim();
  return nick === '' || isEventMark(nick, 0, nick.length) ? 'x' : nick;
});
