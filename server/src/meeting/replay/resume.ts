import { elementAt } from '../../log/indexing.js';
import type { LogText } from '../../log/text/logText.js';
import type { Section } from '../model.js';
import { firstSectionAt, movedSection } from '../sections.js';
import { reach } from './answers.js';
import type { Run } from './run.js';

/** A replay of an earlier state of a log. */
interface EarlierSections {
  readonly text: LogText;
  readonly sections: readonly Section[];
}

/** What an edit left unchanged: all lines before `from`, and all lines from `to` on, which were moved by `shift` lines. */
interface Unchanged {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

/** Compares two states of a log by the blocks that they share. */
export function unchangedLines(before: LogText, after: LogText): Unchanged {
  const { first, last } = before.sharedWith(after);
  return {
    from: after.starts[first] ?? after.lineCount,
    to: after.starts[after.blocks.length - last] ?? after.lineCount,
    shift: after.lineCount - before.lineCount,
  };
}

/** What a new replay can reuse from an earlier one. */
export class Resumed {
  /** The sections above the edit. */
  readonly kept: readonly Section[];
  readonly #sections: readonly Section[];
  readonly #same: Unchanged;

  constructor({ text, sections }: EarlierSections, log: LogText) {
    this.#sections = sections;
    this.#same = unchangedLines(text, log);
    this.kept = keep(sections, this.#same.from);
  }

  /** If the earlier replay starts a section exactly where this run is about to, that section and all later ones. */
  rest(run: Run): readonly Section[] | undefined {
    const { to, shift } = this.#same;
    // What a bot answers may depend on lines above the section.
    if (!run.isBetween || run.start < to + reach) return undefined;
    const index = firstSectionAt(this.#sections, run.start - shift);
    if (this.#sections[index]?.start !== run.start - shift) return undefined;
    const rest = this.#sections.slice(index);
    return shift === 0 ? rest : rest.map((section) => movedSection(section, shift));
  }
}

/**
 * The sections that end before a line, except a meeting that never ended and what is below the last meeting, since both may
 * continue. A bot may still answer the last commands of a section below it.
 */
function keep(sections: readonly Section[], line: number): readonly Section[] {
  let count = firstSectionAt(sections, line);
  while (count > 0 && !isOver(elementAt(sections, count - 1), line)) count--;
  return sections.slice(0, count);
}

function isOver({ end, meeting }: Section, line: number): boolean {
  return end + reach <= line && meeting?.endLine !== undefined;
}
