import { type CharacterSet, characterSet } from './characterSet.js';
import { PatternFault, type PatternNode } from './parsePattern.js';

/** An instruction of the machine that matches a regular expression. Goes on with the next one unless it says otherwise. */
export type Instruction =
  | { readonly op: 'character'; readonly set: CharacterSet }
  | { readonly op: 'assert'; readonly source: string }
  /** Notes the position in a slot: two for each group. */
  | { readonly op: 'save'; readonly slot: number }
  /** Goes on with `first`, and if that does not lead to a match, with `second`. */
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'match' };

/** The most instructions: matching takes at most so many steps for each character of a text. */
const most = 250;

/** Compiles a regular expression. Throws a PatternFault if it is too large. */
export function programOf(node: PatternNode): readonly Instruction[] {
  const compiler = new Compiler();
  compiler.add(node);
  compiler.program.push({ op: 'match' });
  return compiler.program;
}

class Compiler {
  readonly program: Instruction[] = [];
  /** Repeated parts without an instruction count as well. */
  #parts = 0;

  add(node: PatternNode): void {
    if (++this.#parts > most || this.program.length > most) {
      throw new PatternFault('The pattern is too long, or has too many repetitions.');
    }
    switch (node.kind) {
      case 'character':
        this.program.push({ op: 'character', set: characterSet(node.source) });
        break;
      case 'assertion':
        this.program.push({ op: 'assert', source: node.source });
        break;
      case 'sequence':
        for (const one of node.nodes) this.add(one);
        break;
      case 'choice':
        this.#addChoice(node.nodes);
        break;
      case 'group':
        this.program.push({ op: 'save', slot: node.number * 2 });
        this.add(node.node);
        this.program.push({ op: 'save', slot: node.number * 2 + 1 });
        break;
      case 'repeat':
        this.#addRepeat(node);
    }
  }

  get #next(): number {
    return this.program.length;
  }

  #addChoice(nodes: readonly PatternNode[]): void {
    const jumps = nodes.slice(0, -1).map((node) => {
      const split = this.#split(false);
      this.add(node);
      const jump = { op: 'jump' as const, to: 0 };
      this.program.push(jump);
      split.leave(this.#next);
      return jump;
    });
    for (const node of nodes.slice(-1)) this.add(node);
    for (const jump of jumps) jump.to = this.#next;
  }

  #addRepeat({ node, least, most: bound, isLazy }: Extract<PatternNode, { kind: 'repeat' }>): void {
    for (let times = 0; times < least; times++) this.add(node);
    if (bound === Number.POSITIVE_INFINITY) {
      const start = this.#next;
      const split = this.#split(isLazy);
      this.add(node);
      this.program.push({ op: 'jump', to: start });
      split.leave(this.#next);
      return;
    }
    const splits = [];
    for (let times = least; times < bound; times++) {
      splits.push(this.#split(isLazy));
      this.add(node);
    }
    for (const split of splits) split.leave(this.#next);
  }

  /** A choice between what follows, which comes first unless it is lazy, and leaving it out. */
  #split(isLazy: boolean): { readonly leave: (to: number) => void } {
    const split = { op: 'split' as const, first: this.#next + 1, second: this.#next + 1 };
    this.program.push(split);
    return {
      leave: (to) => {
        split[isLazy ? 'first' : 'second'] = to;
      },
    };
  }
}
