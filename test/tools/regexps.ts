import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import pMap from 'p-map';
import { check, type Diagnostics } from 'recheck';
import '../../server/src/cli/checkCommand.js';
import '../../server/src/cli/convertCommand.js';
import '../../server/src/cli/ledgerCommand.js';
import '../../server/src/cli/minutesCommand.js';
import '../../server/src/cli/outlineCommand.js';
import '../../server/src/cli/verifyCommand.js';
import '../../server/src/lsp/server.js';

/*
 * Checks that every regular expression of the server and of the extension takes linear time: those in the code, and those that its
 * modules put together when they are loaded.
 */

declare const recordedRegExps: readonly RegExp[];

const found = new Map<string, { readonly source: string; readonly flags: string; readonly where: string }>();
const add = (source: string, flags: string, where: string) => found.set(`${source}/${flags}`, { source, flags, where });

const assembled = 'put together';
for (const { source, flags } of recordedRegExps) add(source, flags, assembled);
const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
);
for (const file of files) {
  if (!file.endsWith('.ts')) continue;
  const { tokens } = parse(readFileSync(file, 'utf8'), { sourceType: 'module', plugins: ['typescript'], tokens: true });
  for (const { type, value } of tokens ?? []) if (type.label === 'regexp') add(value.pattern, value.flags, file);
}

/**
 * An expression that the checker can read, for one that it cannot or for which it needs minutes: lookarounds become parts that may be
 * there, back references become what they repeat, and long counted repetitions become short ones. Bounds do not change the power of
 * the text's length by which the time grows.
 */
function readable(node: AST.Node): string {
  switch (node.type) {
    case 'Pattern':
      return node.alternatives.map(readable).join('|');
    case 'Alternative':
      return node.elements.map(readable).join('');
    case 'Group':
    case 'CapturingGroup':
      return `(?:${node.alternatives.map(readable).join('|')})`;
    case 'Quantifier': {
      const { element, min, max } = node;
      const counts =
        max === Number.POSITIVE_INFINITY ? `${Math.min(min, 1)},` : `${Math.min(min, 1)},${Math.min(max, 2)}`;
      return `${readable(element)}{${counts}}${node.greedy ? '' : '?'}`;
    }
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind' ? readableLookaround(node) : node.raw;
    case 'Backreference':
      return [node.resolved].flat().map(readable).join('|');
    default:
      return node.raw;
  }
}

function readableLookaround(node: AST.LookaroundAssertion): string {
  const body = node.alternatives.map(readable).join('|');
  if (node.kind === 'lookbehind' && !node.negate) return `(?:${body})`;
  return /[*+]|,}/.test(node.raw) ? `(?:${body}|)` : '';
}

/** Texts up to ten thousand characters, of which ten million may be read: always the same, however long it takes. */
const trials = {
  checker: 'fuzz',
  randomSeed: 1,
  maxAttackStringSize: 10_000,
  attackLimit: 10_000_000,
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  recallTimeout: null,
  seedingTimeout: null,
} as const;

/** Longer expressions that are put together, as those of layouts, are too large for a proof. */
const longest = 110;

/** Whether it is safe, unless that takes very long. */
async function proofOf(source: string, flags: string): Promise<Diagnostics | undefined> {
  const pattern = new RegExpParser().parsePattern(source, 0, undefined, { unicode: flags.includes('u') });
  const proof = await check(readable(pattern), flags, { checker: 'automaton', timeout: 3000 });
  return proof.status === 'unknown' ? undefined : proof;
}

let slow = 0;
let unproved = 0;
const isThorough = process.argv.includes('--trials');
// The checker is a process that checks several at a time.
await pMap(
  found.values(),
  async ({ source, flags, where }) => {
    const proof = source.length > longest && where === assembled ? undefined : await proofOf(source, flags);
    if (!proof) unproved++;
    const result = proof ?? (isThorough ? await check(source, flags, trials) : undefined);
    if (result === undefined || result.status === 'safe') return;
    slow++;
    console.log(
      `${where}: /${source}/${flags}: ${result.status === 'unknown' ? result.error.kind : result.complexity.summary}`,
    );
  },
  { concurrency: availableParallelism() },
);
console.log(`${found.size} regular expressions, ${slow} that may take longer than linear time`);
console.log(
  `${unproved} are too large for a proof${isThorough ? ', and were tried' : ': npm run test:long tries them'}`,
);
process.exitCode = slow > 0 || found.size < 200 ? 1 : 0;
