// Opens a log, or does the plain floor's part of it, in a process of its own: nothing is compiled yet, as when an editor
// starts. Prints what it took as JSON.
import { readFileSync } from 'node:fs';
import { codeLenses } from '../../../server/src/features/codeLenses.js';
import { diagnostics } from '../../../server/src/features/diagnostics.js';
import { documentSymbols } from '../../../server/src/features/documentSymbols.js';
import { findLog, logDocuments } from '../../../server/src/lsp/documents.js';
import { defaultSettings } from '../../../server/src/settings.js';
import { scan } from './floor.js';

const [, , work, file = ''] = process.argv;
let text = readFileSync(file, 'latin1');
const { length } = text;
const start = performance.now();
const kept = work === 'floor' ? scan(text) : open();
const milliseconds = performance.now() - start;
if (work !== 'floor') answer();
text = '';
collect();
console.log(JSON.stringify({ milliseconds, bytes: memory(), utf16: length * 2, kept: Boolean(kept) }));

/** From the text to the first outline. */
function open() {
  const document = logDocuments.create('file:///bench.log', 'meeting-log', 1, text);
  const finding = findLog(document, defaultSettings);
  let longest = 0;
  let last = performance.now();
  for (let next = finding.steps.next(); !next.done; next = finding.steps.next()) {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  documentSymbols(document.earlier as NonNullable<typeof document.earlier>);
  return { document, longest };
}

/** Later requests are also answered before the memory is measured. */
function answer(): void {
  const log = (kept as ReturnType<typeof open>).document.earlier;
  if (!log) return;
  diagnostics(log, 'file:///bench.log', defaultSettings);
  codeLenses(log, 0, true);
}

function collect(): void {
  // Buffers are freed by the second collection.
  globalThis.gc?.();
  globalThis.gc?.();
}

/** The whole heap, including the program's own, and what strings and arrays keep outside of it. */
function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
