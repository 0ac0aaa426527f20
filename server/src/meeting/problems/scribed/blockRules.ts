import { elementAt } from '../../../log/indexing.js';
import { named } from '../../listed.js';
import type { ChatRecord } from '../../scribe/record.js';
import type { Finding } from '../problem.js';
import type { ScribedScope } from './scribedScope.js';

/* Blocks of lines that are taken as they are, from `[[` to `]]` or between two lines of three backquotes. */

/** A block that is open: its first record, and how many lines by the same nick are in it. */
interface OpenBlock {
  readonly record: ChatRecord;
  readonly index: number;
  lines: number;
}

/** Blocks longer than this are hardly meant, unless they are pasted in one piece. */
const mostLines = 50;

/** Blocks that are never closed, or only much later. */
export function* unclosedBlocks(scope: ScribedScope): Generator<Finding> {
  const open = new Map<string, OpenBlock>();
  for (const { record, rule, index } of scope.ruled('verbatim-start', 'verbatim-end', 'verbatim-text')) {
    const { nick } = record;
    const block = open.get(nick);
    if (rule === 'verbatim-start') open.set(nick, { record, index, lines: 0 });
    else if (rule === 'verbatim-text' && block) block.lines++;
    else if (rule === 'verbatim-end') {
      open.delete(nick);
      if (block && block.lines > mostLines && !isRow(scope, block.index, index))
        yield unclosed(scope, block, `${named(nick)} closes this block only after ${count(block.lines)} lines, which`);
    }
  }
  for (const block of open.values()) {
    const { nick } = block.record;
    const lines = `${block.lines === 1 ? 'the line' : `all ${count(block.lines)} lines`} by ${named(nick)} below`;
    yield unclosed(scope, block, `${named(nick)} does not close this block with ${closing(block)}, so ${lines}`);
  }
}

function unclosed(scope: ScribedScope, block: OpenBlock, subject: string): Finding {
  const { record, index } = block;
  const line = scope.lineOf(endOfRow(scope, index));
  return {
    ...scope.placeOf(record),
    message: `${subject} are taken as they are, commands too.`,
    missing: { nick: record.nick, text: closing(block), line, isBelow: true },
  };
}

function closing({ record }: OpenBlock): string {
  return record.text.trim() === '[[' ? ']]' : '```';
}

function count(lines: number): string {
  return lines.toLocaleString('en');
}

/** Whether some records are all by one nick. */
function isRow({ records }: ScribedScope, first: number, last: number): boolean {
  const { nick } = elementAt(records, first);
  for (let at = first; at <= last; at++) if (records[at]?.nick !== nick) return false;
  return true;
}

/** The last of the lines that someone writes without another in between. */
function endOfRow({ records }: ScribedScope, first: number): ChatRecord {
  let at = first;
  while (records[at + 1] !== undefined && records[at + 1]?.nick === records[first]?.nick) at++;
  return elementAt(records, at);
}
