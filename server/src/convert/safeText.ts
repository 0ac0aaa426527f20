/*
 * Text that others wrote, made fit for a line of a log.
 */

const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
// Tabs stay: they are in code and tables.
const controls = /(?!\t)\p{Cc}/gu;
/** Signs that would end a nick or its line. */
const endsNick = /[<>\p{Cc}\p{Zl}\p{Zp}]/gu;
/** Signs that no one sees, some of which turn what follows round. */
const unseen = /\p{Cf}/gu;
/** Signs before a nick that show its rank in a channel, and are not part of it. */
const ranks = /^[ @+%&~!•]+/;
const longestNick = 60;

/** The lines of what someone said, without blank ones and control characters. */
export function spokenLines(text: string): readonly string[] {
  return text.split(lineBreaks).flatMap((line) => {
    const clean = line.replace(controls, '').trimEnd();
    return clean === '' ? [] : [clean];
  });
}

/** A name as a nick: without signs that would end it, in one line; empty if nothing is left. */
export function safeNick(name: string): string {
  const clean = name
    .slice(0, 1000)
    .replace(unseen, '')
    .replace(endsNick, ' ')
    .replace(/\s+/g, ' ')
    .replace(ranks, '')
    .trim();
  return [...clean].slice(0, longestNick).join('').trim();
}
