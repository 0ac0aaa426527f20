import { type Paint, type PaintStyle, plain } from '../reports/paint.js';

/** The ECMA-48 codes (SGR) that start and end each style. The oldest supported Node has no `util.styleText`. */
const codes: Readonly<Record<PaintStyle, readonly [begin: number, end: number]>> = {
  name: [1, 22],
  place: [1, 22],
  aside: [2, 22],
  decision: [32, 39],
  action: [33, 39],
  error: [31, 39],
  warning: [33, 39],
  information: [36, 39],
  hint: [36, 39],
};

/** How parts of a report are highlighted: in colour, or not at all. */
export function inColor(isWanted: boolean): Paint {
  if (!isWanted) return plain;
  return (style, text) => {
    const [begin, end] = codes[style];
    return `\u001b[${begin}m${text}\u001b[${end}m`;
  };
}

/**
 * Whether a stream gets colours: if it is a terminal that supports them. Users set `NO_COLOR` and `FORCE_COLOR` for all programs;
 * the former wins, as in Commander's help.
 */
export function areColorsWanted(isTerminal: boolean, env: NodeJS.ProcessEnv = process.env): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR || FORCE_COLOR === '0' || FORCE_COLOR === 'false') return false;
  return Boolean(FORCE_COLOR) || (isTerminal && TERM !== 'dumb');
}
