import { cleanedLines, entity } from '../layouts/damage.js';

/* Damage within lines: colours, HTML, Markdown. */

/** How many kinds may be within each other. */
const mostLayers = 3;
/** How many characters must have been replaced, and how many of the same may be left for each that was. */
const fewestReplaced = 3;
const mostLeft = 0.05;
/** In how many of the first lines the fence of a block of code must be. */
const fencedHead = 30;

/** A kind of damage within lines. */
interface MarkKind {
  /** What it looks like. */
  readonly source: string;
  /** Whether the lines of a log show it. */
  readonly isIn: (lines: readonly string[]) => boolean;
  /** Whether it may also be what people meant, if a layout reads the log as it is. */
  readonly isUnsure?: true;
}

const terminalCode = String.raw`\u001b(?:\[[\d;:?]{0,32}[ -/]{0,4}[@-~]|\][^\u0007\u001b]{0,256}(?:\u0007|\u001b\\)|[()][A-Z\d]|[=>78])`;
const shownCode = String.raw`\^\[\[[\d;]{0,16}m`;
const bareCode = String.raw`(?<![\u001b\[])\[(?:\d{1,3}(?:;\d{1,3}){0,8})?m(?![a-z])`;
const coloursBare = String.raw`(?<![\u001b\[])\[\d{1,3}(?:;\d{1,3}){0,8}m`;
const ircCode = String.raw`\u0003(?:\d{1,2}(?:,\d{1,2})?)?|\u0004[\dA-Fa-f]{6}|[\u0002\u000f\u0011\u0016\u001d-\u001f]`;
const tags = 'a|b|br|code|div|em|font|i|li|p|pre|span|strong|td|tr|tt|u';
const html = `${entity}|</?(?:${tags})(?:\\s[^<>]{0,512})?/?>`;
const [less, more] = ['&(?:lt|#0*60|#[Xx]3[Cc]);', '&(?:gt|#0*62|#[Xx]3[Ee]);'];
const isEncodedNick = new RegExp(`${less}[^&;<>]{1,80}${more}`);

/** The fence around a block of code. */
const fence = '^[^A-Za-z\\u00c0-\\uffff`~]{0,24}(?:`{3,9}|~{3,9})[ \\t]{0,8}[a-z]{0,16}[ \\t]{0,64}$';

/** Only one block, and not far below the top: others are within what people say. */
function hasFence(lines: readonly string[]): boolean {
  const pattern = new RegExp(fence);
  const found = lines.flatMap((line, index) => (pattern.test(line) ? index : []));
  return found.length > 0 && found.length <= 2 && (found[0] ?? 0) < fencedHead;
}

const markKinds: readonly MarkKind[] = [
  // Colours of terminals, also as `cat -v` shows them, or without the character that a browser cannot show.
  { source: terminalCode, isIn: some(new RegExp(terminalCode)) },
  { source: shownCode, isIn: half(new RegExp(shownCode)) },
  { source: bareCode, isIn: half(new RegExp(coloursBare)) },
  // HTML.
  { source: html, isIn: half(isEncodedNick) },
  { source: html, isIn: always(new RegExp(entity, 'g'), new RegExp(`[<>]|&(?!${entity.slice(1)})`, 'g')) },
  { source: html, isIn: some(/^\s*<pre\b[^<>]*>/i) },
  { source: html, isIn: areTagged },
  // Markdown.
  {
    source: String.raw`(?:\*\*|__|${'`'})(?=\\?<)|(?<=>)(?:\*\*|__|${'`'})|\\[!-/:-@[-${'`'}{-~]|\\$`,
    isIn: half(/(?:\*\*|__|`)\\?<[^<>]{1,64}>(?:\*\*|__|`)|\\<[^<>]{1,64}>/),
  },
  { source: String.raw`\\[!-/:-@[-${'`'}{-~]|\\$`, isIn: always(/\\[_*#<]/g, /(?<!\\)[_*#<]/g) },
  { source: fence, isIn: hasFence },
  // A web page's spaces, and the colours of IRC before times and nicks.
  { source: String.raw`\u00a0`, isIn: always(/\u00a0/g, / /g) },
  { source: String.raw`\u00a0`, isIn: half(/\u00a0/), isUnsure: true },
  { source: ircCode, isIn: half(new RegExp(ircCode)), isUnsure: true },
];

/** Most lines are elements. */
function areTagged(lines: readonly string[]): boolean {
  const [open, close] = [
    /^\s*<(?:p|li|div|span|code|tt|td|a)\b[^<>]{0,512}>/i,
    /<\/(?:p|li|div|span|code|tt|td|a)>$|<br ?\/?>$/i,
  ];
  return half(open)(lines) && half(close)(lines.map((line) => line.slice(-200).trimEnd()));
}

/** A sign that no one types. */
function some(sign: RegExp): MarkKind['isIn'] {
  return (lines) => lines.some((line) => sign.test(line));
}

/** A sign that half of the lines must have. */
function half(sign: RegExp): MarkKind['isIn'] {
  return (lines) => lines.filter((line) => sign.test(line)).length >= Math.max(1, lines.length / 2);
}

/** Characters that have been replaced wherever they were: by what `replaced` finds, and hardly any are left as they were. */
function always(replaced: RegExp, left: RegExp): MarkKind['isIn'] {
  return (lines) => {
    const count = (pattern: RegExp) => lines.reduce((sum, line) => sum + (line.match(pattern)?.length ?? 0), 0);
    const found = count(replaced);
    return found >= fewestReplaced && count(left) <= found * mostLeft;
  };
}
const isSure = ({ isUnsure }: MarkKind) => !isUnsure;

/**
 * What is to be taken from within lines, from the outside in: HTML may be encoded twice, and Markdown within it. With `isTrying`,
 * also what people may have meant.
 */
export function marksOf(lines: readonly string[], isTrying: boolean): RegExp[] {
  const kinds = isTrying ? markKinds : markKinds.filter(isSure);
  const marks: RegExp[] = [];
  let rest = lines;
  while (marks.length < mostLayers) {
    const found = kinds.filter(({ isIn }) => isIn(rest));
    if (found.length === 0) break;
    marks.push(new RegExp([...new Set(found.map(({ source }) => source))].join('|'), 'g'));
    rest = cleanedLines({ marks, gutters: [] }, lines);
  }
  return marks;
}

/** All of these patterns; exported so that they can be checked. */
export const markPatterns: readonly RegExp[] = markKinds.map(({ source }) => new RegExp(source));
