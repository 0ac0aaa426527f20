import { cleaned, type Damage } from '../layouts/damage.js';

/* What happened to a log on its way happens to what is added as well. */

type Coding = (text: string) => string;

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Signs of damage within lines, and how text is written where they stand for something. */
const codings: readonly (readonly [sign: string, coding: Coding])[] = [
  ['&lt;', (text) => text.replace(/[&<>]/g, (sign) => named[sign] ?? sign)],
  ['\\*', (text) => text.replace(/[\\_*<>`]/g, String.raw`\$&`)],
  ['\u00a0', (text) => text.replaceAll(' ', '\u00a0')],
];

/** Ways to write text so that it reads back, most likely first. */
export function codingsOf(damage: Damage | undefined): readonly Coding[] {
  const plain: Coding = (text) => text;
  const marks = damage?.marks ?? [];
  if (marks.length === 0) return [plain];
  // From the inside out.
  const found = marks.toReversed().flatMap((mark) => codingOf(mark) ?? []);
  return [(text) => found.reduce((coded, coding) => coding(coded), text), plain];
}

function codingOf(mark: RegExp): Coding | undefined {
  const whole = new RegExp(`^(?:${mark.source})$`);
  return codings.find(([sign]) => whole.test(sign))?.[1];
}

/** What is before the own text of a damaged line: a mark of a quotation, a number. */
export function gutterOf(damage: Damage, row: string): string {
  const { text, start } = cleaned(damage, row);
  return /\S/.test(text) ? row.slice(0, start(0)) : '';
}
