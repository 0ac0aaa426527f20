import fc from 'fast-check';

/** Surrogates are no characters of their own. */
const [firstSurrogate, surrogates] = [0xd800, 0x800];

/** Any character: the unit `binary` of fast-check, without the table of a million characters that it first makes of it. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat(0x10ffff - surrogates)
  .map((number) => String.fromCodePoint(number < firstSurrogate ? number : number + surrogates), numberOf);

function numberOf(character: unknown): number {
  const point = typeof character === 'string' ? character.codePointAt(0) : undefined;
  if (point === undefined || String.fromCodePoint(point) !== character) throw new Error('not a character');
  if (point >= firstSurrogate && point < firstSurrogate + surrogates) throw new Error('half a character');
  return point < firstSurrogate ? point : point - surrogates;
}
