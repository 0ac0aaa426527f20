/** A part of a regular expression. */
export type PatternNode =
  | { readonly kind: 'character' | 'assertion'; readonly source: string }
  | { readonly kind: 'sequence' | 'choice'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'group'; readonly number: number; readonly node: PatternNode }
  | {
      readonly kind: 'repeat';
      readonly node: PatternNode;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
    };

/** A regular expression, and how many groups it has. */
export interface ParsedPattern {
  readonly node: PatternNode;
  readonly groups: number;
}

/** Why a regular expression is refused, as a sentence for users. */
export class PatternFault extends Error {}

/** The longest regular expression, in UTF-16 units: this also limits how deep its groups are. */
const longest = 500;

/** In the order in which they are tried: groups, repetitions, assertions, classes, escapes, and all other characters. */
const token =
  /\((?:\?(?::|<[\p{L}_$][\p{L}\p{N}_$]{0,60}>)?)?|[)|]|(?:[*+?]|\{\d{1,9}(?:,\d{0,9})?\})\??|[$^]|\[(?:\\.|[^\\\]])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|.)|./suy;

/**
 * Parses a regular expression as JavaScript has them with the flag `u`, except that it may not refer to its own groups or look
 * ahead or behind: there are no linear ways to match these. Throws a PatternFault.
 */
export function parsePattern(source: string): ParsedPattern {
  if (source.length > longest) throw new PatternFault(`The pattern must not be longer than ${longest} characters.`);
  try {
    new RegExp(source, 'u');
  } catch (error) {
    const [, reason = ''] = /^.*\/u: (.*)$/s.exec(error instanceof Error ? error.message : '') ?? [];
    throw new PatternFault(`The pattern is not a regular expression${reason && `: ${reason}`}.`);
  }
  const parser = new Parser(source.match(new RegExp(token, 'sug')) ?? []);
  return { node: parser.choice(), groups: parser.groups };
}

/** The syntax of the whole is known to be valid. */
class Parser {
  groups = 0;
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  choice(): PatternNode {
    const nodes = [this.#sequence()];
    while (this.#tokens[this.#at] === '|') {
      this.#at++;
      nodes.push(this.#sequence());
    }
    return nodes[0] && nodes.length === 1 ? nodes[0] : { kind: 'choice', nodes };
  }

  #sequence(): PatternNode {
    const nodes: PatternNode[] = [];
    for (let next = this.#tokens[this.#at]; next && next !== '|' && next !== ')'; next = this.#tokens[this.#at]) {
      this.#at++;
      nodes.push(this.#repeated(this.#single(next)));
    }
    return { kind: 'sequence', nodes };
  }

  #single(next: string): PatternNode {
    if (next.startsWith('(')) return this.#group(next);
    if (/^\\[1-9k]/.test(next)) throw new PatternFault('The pattern must not refer to its own groups.');
    return { kind: /^(?:[$^]|\\[bB])$/.test(next) ? 'assertion' : 'character', source: next };
  }

  #group(opening: string): PatternNode {
    if (opening === '(?') throw new PatternFault('The pattern must not look ahead or behind.');
    const number = opening === '(?:' ? 0 : ++this.groups;
    const node = this.choice();
    this.#at++;
    return number === 0 ? node : { kind: 'group', number, node };
  }

  #repeated(node: PatternNode): PatternNode {
    const [, sign, least = '', comma, most, lazy] =
      /^(?:([*+?])|\{(\d{1,9})(,?)(\d{0,9})\})(\?)?$/.exec(this.#tokens[this.#at] ?? '') ?? [];
    if (sign === undefined && least === '') return node;
    this.#at++;
    const isLazy = lazy !== undefined;
    if (sign !== undefined) return { kind: 'repeat', node, ...signs[sign as keyof typeof signs], isLazy };
    const bound = comma ? (most ? Number(most) : Number.POSITIVE_INFINITY) : Number(least);
    return { kind: 'repeat', node, least: Number(least), most: bound, isLazy };
  }
}

const signs = {
  '*': { least: 0, most: Number.POSITIVE_INFINITY },
  '+': { least: 1, most: Number.POSITIVE_INFINITY },
  '?': { least: 0, most: 1 },
} as const;
