import type { CharacterSet } from './characterSet.js';
import { parsePattern } from './parsePattern.js';
import { type Instruction, programOf } from './patternProgram.js';

/** A match: UTF-16 offsets, end exclusive, and what each group matched, the whole first; empty for groups that did not. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly string[];
}

/** Only so much of a text is searched, in UTF-16 units. */
const longestText = 10_000;

/**
 * A regular expression of a user, which finds what JavaScript's own would, but in time linear in the text, however bad the
 * expression is: JavaScript's takes years for `(a+)+b`. It goes back as JavaScript's does, but remembers from where there is no
 * way to a match.
 */
export class LinearPattern {
  /** How many groups it has. */
  readonly groups: number;
  readonly #program: readonly Instruction[];
  /** Whether a match may begin with each ASCII character. */
  readonly #first: Uint8Array;

  /** Throws a PatternFault if it is not valid, or not allowed. */
  constructor(source: string) {
    const { node, groups } = parsePattern(source);
    this.groups = groups;
    this.#program = programOf(node);
    this.#first = firstCharacters(this.#program);
  }

  /** The matches in a text, from left to right; they do not overlap, and none is empty. */
  *matches(whole: string): Generator<Match> {
    const text = whole.length > longestText ? whole.slice(0, longestText) : whole;
    let run: Run | undefined;
    for (let start = 0; start < text.length; ) {
      const code = text.charCodeAt(start);
      const mayBegin = code < 128 ? this.#first[code] === 1 : !isSecondHalf(text, start);
      run ??= mayBegin ? new Run(this.#program, text, this.groups) : undefined;
      const end = mayBegin && run ? run.endFrom(start) : -1;
      if (run && end > start) {
        yield { start, end, groups: run.groups(start, end) };
        run.forget(end);
        start = end;
      } else start++;
    }
  }
}

function isSecondHalf(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** Matching in one text. */
class Run {
  readonly #program: readonly Instruction[];
  readonly #text: string;
  readonly #slots: number[];
  /** For each place in the text, whether each instruction has been there: it does not lead to a match, or its match was found. */
  readonly #visited: Uint8Array;
  /** Three numbers for each way that is still to be tried: the instruction and the offset, or -1, a slot and its earlier value. */
  readonly #open: number[] = [];
  #next = 0;
  #at = 0;

  constructor(program: readonly Instruction[], text: string, groups: number) {
    this.#program = program;
    this.#text = text;
    this.#slots = new Array<number>((groups + 1) * 2).fill(-1);
    this.#visited = new Uint8Array(program.length * (text.length + 1));
  }

  /** Where the match that begins at an offset ends; -1 if there is none. */
  endFrom(start: number): number {
    this.#slots.fill(-1);
    this.#open.length = 0;
    this.#leaveOpen(0, start);
    while (this.#open.length > 0) {
      const end = this.#goBack() ? this.#goOn() : -1;
      if (end >= 0) return end;
    }
    return -1;
  }

  groups(start: number, end: number): string[] {
    const groups = [this.#text.slice(start, end)];
    for (let slot = 2; slot < this.#slots.length; slot += 2) {
      const [from = -1, to = -1] = this.#slots.slice(slot, slot + 2);
      groups.push(to < 0 ? '' : this.#text.slice(from, to));
    }
    return groups;
  }

  /** To be called with the end of a match that was found: another one may begin there. */
  forget(end: number): void {
    const { length } = this.#program;
    this.#visited.fill(0, end * length, (end + 1) * length);
  }

  #leaveOpen(instruction: number, at: number): void {
    this.#open.push(instruction, at, 0);
  }

  /** Goes to the last way that is open; returns whether it is one, and not only a slot that gets its earlier value. */
  #goBack(): boolean {
    const value = this.#open.pop() ?? 0;
    const at = this.#open.pop() ?? 0;
    const next = this.#open.pop() ?? 0;
    if (next < 0) {
      this.#slots[at] = value;
      return false;
    }
    this.#next = next;
    this.#at = at;
    return true;
  }

  /** Follows a way; returns where its match ends, or -1. Each place is visited once. */
  #goOn(): number {
    for (;;) {
      const place = this.#at * this.#program.length + this.#next;
      const instruction = this.#program[this.#next++];
      if (!instruction || this.#visited[place] === 1) return -1;
      this.#visited[place] = 1;
      if (instruction.op === 'match') return this.#at;
      if (!this.#take(instruction)) return -1;
    }
  }

  /** Takes a step; returns whether the way goes on. */
  #take(instruction: Instruction): boolean {
    const at = this.#at;
    switch (instruction.op) {
      case 'character': {
        const code = this.#text.codePointAt(at);
        if (code === undefined) return false;
        this.#at += code > 0xffff ? 2 : 1;
        return instruction.set(code);
      }
      case 'assert':
        return holds(instruction.source, this.#text, at);
      case 'save':
        this.#open.push(-1, instruction.slot, this.#slots[instruction.slot] ?? -1);
        this.#slots[instruction.slot] = at;
        return true;
      case 'split':
        this.#leaveOpen(instruction.second, at);
        this.#next = instruction.first;
        return true;
      case 'jump':
        this.#next = instruction.to;
        return true;
      case 'match':
        return false;
    }
  }
}

function holds(assertion: string, text: string, at: number): boolean {
  if (assertion === '^') return at === 0;
  if (assertion === '$') return at === text.length;
  return (isWord(text.charCodeAt(at - 1)) !== isWord(text.charCodeAt(at))) === (assertion === '\\b');
}

/** As `\w`: ASCII letters, digits and `_`. */
function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}

/** The ASCII characters with which a match may begin. */
function firstCharacters(program: readonly Instruction[]): Uint8Array {
  const sets = firstSets(program);
  return Uint8Array.from({ length: 128 }, (_, code) => (sets.some((set) => set(code)) ? 1 : 0));
}

function firstSets(program: readonly Instruction[]): CharacterSet[] {
  const sets: CharacterSet[] = [];
  const seen = new Set<number>();
  const open = [0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const instruction = program[at];
    if (!instruction || seen.has(at)) continue;
    seen.add(at);
    if (instruction.op === 'character') sets.push(instruction.set);
    else if (instruction.op === 'split') open.push(instruction.first, instruction.second);
    else open.push(instruction.op === 'jump' ? instruction.to : at + 1);
  }
  return sets;
}
