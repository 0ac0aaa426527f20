import { cleaned, type Damage } from '../layouts/damage.js';

/* What happened to a log on its way happens to what is added as well. */

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Ways to write text so that it reads back, most likely first. */
export function codingsOf(damage: Damage | undefined): readonly ((text: string) => string)[] {
  const undoes = (mark: string) => damage?.marks.some((pattern) => new RegExp(pattern.source).test(mark)) ?? false;
  const plain = (text: string) => text;
  return [
    ...(undoes('&lt;') ? [(text: string) => text.replace(/[&<>]/g, (sign) => named[sign] ?? sign)] : []),
    ...(undoes('\\*') ? [(text: string) => text.replace(/[\\_*#<>`~[\]|]/g, String.raw`\$&`)] : []),
    plain,
  ];
}

/** What is before the own text of a damaged line: a mark of a quotation, a number. */
export function gutterOf(damage: Damage, row: string): string {
  const { text, start } = cleaned(damage, row);
  const own = text.search(/\S/);
  return own < 0 ? '' : row.slice(0, start(0));
}
