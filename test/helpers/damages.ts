/* What happens to logs on their way, and how to undo it in a part of a line. */

export interface Damaging {
  readonly name: string;
  /** The lines of a log with the damage, and on which of them each line is. */
  readonly apply: (rows: readonly string[]) => Damaged;
  /** Undoes it in a part of a line; `isStart` for one that begins where the line does. */
  readonly undo: (part: string, isStart: boolean) => string;
}

export interface Damaged {
  readonly rows: readonly string[];
  readonly lineOf: (line: number) => number;
}

const same = (line: number) => line;

/** Something before each line. */
function gutter(name: string, before: (index: number) => string, pattern: RegExp): Damaging {
  return {
    name,
    apply: (rows) => ({ rows: rows.map((row, index) => before(index) + row), lineOf: same }),
    undo: (part, isStart) => (isStart ? part.replace(pattern, '') : part),
  };
}

/** A change within each line. */
function marks(name: string, change: (row: string) => string, undo: (part: string) => string): Damaging {
  return { name, apply: (rows) => ({ rows: rows.map(change), lineOf: same }), undo };
}

const colourCode = String.raw`\u001b\[[\d;]*m`;
const colour = new RegExp(colourCode, 'g');
const coloured = (row: string) => {
  const nick = row.replace(/<(?:.*?)>/, '\u001b[1;32m$&\u001b[0m');
  return `${nick.replace(/(?<=[^ ]) (?=\S+$)/, ' \u001b[4m')}\u001b[0m`;
};
const ircCodes = String.raw`\u0003(?:\d\d?(?:,\d\d?)?)?|[\u0002\u000f\u0016\u001d-\u001f]`;
const ircCode = new RegExp(ircCodes, 'g');
const encode = (row: string) => row.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const decode = (part: string) => part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const numeric = (row: string) =>
  row.replace(/[&<>'"é]/gu, (sign) => `&#${sign === '<' ? 'x3C' : sign.codePointAt(0)};`);
const fromNumeric = (part: string) =>
  part.replaceAll('&#x3C;', '<').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
const escaped = (row: string) => row.replace(/[<>_*#[\]]/g, String.raw`\$&`);
const unescaped = (part: string) => part.replace(/\\(?=[<>_*#[\]])/g, '');
const bold = (row: string) => row.replace(/<[^>]*>/, '**$&**').replace(/[<>]/g, String.raw`\$&`);
const unbold = (part: string) => part.replace(/\*\*/g, '').replace(/\\(?=[<>])/g, '');

export const damages: readonly Damaging[] = [
  gutter('a quotation', () => '> ', /^> /),
  gutter('a quotation without spaces', () => '>', /^>/),
  gutter('two quotations', () => '>> ', /^>> /),
  gutter('two quotations with spaces', () => '> > ', /^> > /),
  gutter('bars', () => '| ', /^\| /),
  gutter('indentation', () => '    ', /^ {4}/),
  gutter('a tab', () => '\t', /^\t/),
  gutter('an indented quotation', () => '  > ', /^ {2}> /),
  gutter('a list', () => '- ', /^- /),
  gutter('a list with asterisks', () => '* ', /^\* /),
  gutter('a list with dots', () => '• ', /^• /),
  gutter('a diff', () => '+', /^\+/),
  gutter('cat -n', (index) => `${String(index + 1).padStart(6)}\t`, /^ *\d+\t/),
  gutter('numbers and dots', (index) => `${String(index + 8).padStart(3)}. `, /^ *\d+\. /),
  gutter('numbers and colons', (index) => `${index + 8}: `, /^\d+: /),
  gutter('numbers and spaces', (index) => `${index + 8} `, /^\d+ /),
  gutter('grep -n', (index) => `${index + 8}:`, /^\d+:/),
  gutter('grep -Hn', (index) => `club.log:${index + 8}:`, /^club\.log:\d+:/),
  gutter('grep -H', () => 'club.log:', /^club\.log:/),
  gutter('numbers in brackets', (index) => `[${index + 1}] `, /^\[\d+\] /),
  gutter('a quotation with numbers', (index) => `> ${index + 1} `, /^> \d+ /),
  marks('colours of a terminal', coloured, (part) => part.replace(colour, '')),
  marks(
    'colours that cat shows',
    (row) => coloured(row).replaceAll('\u001b', '^['),
    (part) => part.replace(/\^\[\[[\d;]*m/g, ''),
  ),
  marks(
    'colours of IRC',
    (row) => `\u000314${row.replace(' ', '\u000f ')}\u0002`,
    (part) => part.replace(ircCode, ''),
  ),
  marks(
    'spaces of a web page',
    (row) => row.replaceAll(' ', '\u00a0'),
    (part) => part.replaceAll('\u00a0', ' '),
  ),
  marks('HTML', encode, decode),
  marks(
    'HTML, twice',
    (row) => encode(encode(row)),
    (part) => decode(decode(part)),
  ),
  marks('HTML with numbers', numeric, fromNumeric),
  marks(
    'HTML with tags',
    (row) => `<span class="line">${encode(row)}</span><br />`,
    (part) => decode(part.replace(/<\/?(?:span|br)\b[^<>]*>/g, '')),
  ),
  marks('Markdown', escaped, unescaped),
  marks('bold nicks', bold, unbold),
  {
    name: 'a code fence',
    apply: (rows) => ({ rows: ['# Log of the club', '', '```', ...rows, '```', 'bye'], lineOf: (line) => line + 3 }),
    undo: (part) => part,
  },
  {
    name: 'a diff with context',
    apply: diffed,
    undo: (part, isStart) => (isStart ? part.replace(/^[+ ]/, '') : part),
  },
];

/** Every fifth line was there before, every seventh was another. */
function diffed(rows: readonly string[]): Damaged {
  const written = ['--- a/club.log', '+++ b/club.log', `@@ -1,5 +1,${rows.length} @@`];
  const places = rows.map((row, index) => {
    if (index % 7 === 3) written.push('-10:00 <cid> #topic Removed');
    return written.push((index % 5 === 2 ? ' ' : '+') + row) - 1;
  });
  return { rows: written, lineOf: (line) => places[line] ?? line };
}

/** One damage after another. */
export function both(inner: Damaging, outer: Damaging): Damaging {
  return {
    name: `${inner.name}, then ${outer.name}`,
    apply(rows) {
      const [first, second] = [inner.apply(rows), outer.apply(inner.apply(rows).rows)];
      return { rows: second.rows, lineOf: (line) => second.lineOf(first.lineOf(line)) };
    },
    undo: (part, isStart) => inner.undo(outer.undo(part, isStart), isStart),
  };
}
