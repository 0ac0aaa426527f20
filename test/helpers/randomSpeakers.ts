import type { Dice } from './dice.js';

/* How programs write who speaks. */

export interface Speaker {
  /** As it writes the nick `n`. */
  readonly kind: string;
  /** A name with what is around it. */
  readonly write: (name: string) => string;
  /** What is between that and the text on the same line; undefined where it can only be on a line of its own. */
  readonly gap?: string;
  /** Whether it can be on a line of its own, above the text. */
  readonly isHead?: boolean;
  /** Whether nothing marks the name. */
  readonly isBare?: boolean;
}

/** A form with a name in place of each `n` that is a word of its own. */
function around(kind: string, gap: string | undefined, isHead = false): Speaker {
  const write = (name: string) => kind.replace(/\bn\b/g, () => name);
  return { kind: gap === '\t' ? `${kind}⇥` : kind, write, ...(gap !== undefined && { gap }), isHead };
}

/** A name without any marks. */
export const bare: Speaker = { kind: 'n alone', write: (name) => name, isHead: true, isBare: true };

const speakers: readonly Speaker[] = [
  bare,
  around('<n>', ' ', true),
  around('< n>', ' '),
  around('<n>', '\t'),
  around('<n>:', ' '),
  { ...around('<@n>', ' '), write: (name) => `<${['@', '+', ' '][name.length % 3]}${name}>` },
  around('<@n:boats.example>', ' ', true),
  around('n (@n:boats.example):', ' ', true),
  around('n:', ' ', true),
  around('n :', ' '),
  around('n', '\t'),
  { ...around('n |', ' '), write: (name) => `${name.padStart(14)} |` },
  { ...around('[n : ROLE]:', ' '), write: (name) => `[${name} : ${name.length % 2 ? 'VIEWER' : 'MODERATOR'}]:` },
  around('**n:**', ' ', true),
  around('**n**:', ' '),
  around('**n**', undefined, true),
  around('### n', undefined, true),
  around('- n:', ' '),
  around('[n]:', ' '),
  around('[n]', ' ', true),
  around('(n)', ' ', true),
  around('{n}', ' '),
  around('n>', ' '),
  around('n »', ' '),
  around('n says:', ' ', true),
  around('From n to Everyone:', ' ', true),
  around('From  n  to  Everyone :', ' ', true),
];

const matrixId = /@n:/;
/** Markup at the start of a line, with nothing before it. */
const isMarkup = /^(?:###|- )/;

/** A random form for names on a line of their own, or before the text. */
export function randomSpeaker(dice: Dice, isHead: boolean): Speaker {
  return dice.pick(speakers.filter((one) => (isHead ? one.isHead : one.gap !== undefined)));
}

/** Whether names with spaces can be written so. */
export function takesBlanks({ kind }: Speaker): boolean {
  return !matrixId.test(kind) && !kind.startsWith('<@') && kind !== 'n |';
}

/** Whether it can follow a stamp on the line. */
export function followsStamp({ kind }: Speaker): boolean {
  return !isMarkup.test(kind);
}
