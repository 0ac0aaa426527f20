import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pMap from 'p-map';
import { check } from 'recheck';
import { chatLines } from '../../server/src/log/detect/chat.js';
import { markPatterns } from '../../server/src/log/detect/damageMarks.js';
import { gutterPatterns } from '../../server/src/log/detect/gutters.js';
import { englishWords } from '../../server/src/log/facts/dateWords.js';
import { plainWords } from '../../server/src/log/layouts/clockNotation.js';
import { phrases } from '../../server/src/log/layouts/eventPhrases.js';
import { layouts } from '../../server/src/log/layouts/layouts.js';
import { relayPatterns } from '../../server/src/log/layouts/relayed.js';

import { channelPatterns } from '../../server/src/meeting/channel.js';
import { channelOfFile } from '../../server/src/meeting/channelNames.js';
import { namesAtStart } from '../../server/src/meeting/nameWords.js';
import { datePatterns } from '../../server/src/workspace/verify/dates.js';
import { markup } from '../../server/src/workspace/verify/inlineText.js';

/* Checks that every regular expression of the server and of the extension takes linear time: those of the layouts, and all others in the code. */

/** False positives of the checker: nothing follows that could fail, so nothing is tried twice. */
const linear = new Set([String.raw`\[?([0-9: ]*)\]? *`]);

const found = new Map<string, { readonly source: string; readonly flags: string; readonly where: string }>();
const add = (source: string, flags: string, where: string) => found.set(`${source}/${flags}`, { source, flags, where });

for (const { name, rules } of layouts) for (const { pattern } of rules) add(pattern.source, pattern.flags, name);
for (const { source, flags } of chatLines) add(source, flags, 'glance');
for (const { pattern } of phrases) add(pattern.source, pattern.flags, 'eventPhrases');
for (const { source, flags } of [plainWords, englishWords]) add(source, flags, 'stamps');
for (const { source, flags } of [...markPatterns, ...gutterPatterns]) add(source, flags, 'findDamage');
for (const { source, flags } of relayPatterns) add(source, flags, 'relayed');
for (const { source, flags } of [...channelPatterns, channelOfFile, namesAtStart]) add(source, flags, 'names');
for (const { source, flags } of [...datePatterns, markup]) add(source, flags, 'verify');
const literal =
  /(?<=[(=:,?&|!\s[])\/(?![*/\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)(?=[.,;)\s\]])/g;
const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
);
for (const file of files) {
  if (!file.endsWith('.ts')) continue;
  const code = readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  for (const [, source = '', flags = ''] of code.matchAll(literal)) add(source, flags, file);
}

let slow = 0;
// The checker is a process that checks several at a time.
await pMap(
  found.values(),
  async ({ source, flags, where }) => {
    if (linear.has(source)) return;
    const result = await check(source, flags, { timeout: 5000, checker: 'automaton' });
    if (result.status !== 'vulnerable') return;
    slow++;
    console.log(`${where}: /${source}/${flags}: ${result.complexity.summary}`);
  },
  { concurrency: availableParallelism() },
);
console.log(`${found.size} regular expressions, ${slow} that may take longer than linear time`);
process.exitCode = slow > 0 || found.size < 200 ? 1 : 0;
