// Writes random logs and prints of which kinds most are read wrong: tryLayouts.mjs COUNT [SEED]. One log with what is wrong in
// it: tryLayouts.mjs show SEED. FRAME=, SPEAKER= and STAMP= leave only kinds that contain a text. Exits with 1 for a wrong one.
import { type RandomLog, randomLog } from '../helpers/randomLayouts.js';
import { firstMismatch } from '../helpers/roundTrip.js';

const [first = '500', second = '0'] = process.argv.slice(2);
const { FRAME = '', SPEAKER = '', STAMP = '' } = process.env;

function show(seed: number): void {
  const random = randomLog(seed);
  const { frame, speaker, stamp, text } = random;
  console.log(`${frame.kind} | ${speaker.kind} | ${stamp.kinds.join(' | ')}\n`);
  console.log(
    text
      .split('\n')
      .map((row, index) => `${String(index + 1).padStart(4)}  ${row}`)
      .join('\n'),
  );
  const mismatch = firstMismatch(random);
  console.log(mismatch ?? 'read right');
  if (mismatch) process.exitCode = 1;
}

interface Trial {
  readonly random: RandomLog;
  readonly mismatch: string | undefined;
}

function table(count: number, start: number): void {
  const trials: Trial[] = [];
  for (let seed = start; trials.length < count; seed++) {
    const random = randomLog(seed);
    if (isWanted(random)) trials.push({ random, mismatch: firstMismatch(random) });
  }
  const failed = trials.filter(({ mismatch }) => mismatch !== undefined);
  for (const [title, kind] of sides) side(title, trials, kind);
  console.log('\nwhat is wrong');
  rows(failed, ({ mismatch = '' }) => reason(mismatch), failed.length);
  console.log('\nfailures');
  for (const { random, mismatch } of failed.slice(0, 40))
    console.log(`  seed ${String(random.seed).padEnd(6)} ${kindsOf(random).join(' | ')}\n    ${mismatch}`);
  console.log(`\n${trials.length - failed.length} of ${trials.length} logs are read right`);
  if (failed.length > 0) process.exitCode = 1;
}

function isWanted(random: RandomLog): boolean {
  const [frame = '', speaker = '', ...stamp] = kindsOf(random);
  return frame.includes(FRAME) && speaker.includes(SPEAKER) && stamp.join(' | ').includes(STAMP);
}

function kindsOf({ frame, speaker, stamp }: RandomLog): string[] {
  return [frame.kind, speaker.kind, ...stamp.kinds];
}

/** The sides of a layout; each gets a table of its own. */
const sides: readonly (readonly [title: string, kind: (random: RandomLog) => string])[] = [
  ['frame', ({ frame }) => frame.kind.replace(/^(head [^,]*?(?:, stamp|, name)?),.*$/, '$1')],
  [
    'again, blank lines',
    ({ frame: { blanks, again, isHead } }) => (isHead ? `${blanks ?? 0} blank, again: ${again}` : 'no heads'),
  ],
  ['speaker', ({ speaker }) => speaker.kind],
  ['date', ({ stamp }) => stamp.kinds[0]],
  ['time', ({ stamp }) => stamp.kinds[1]],
  ['around the stamp', ({ stamp }) => stamp.kinds[2]],
];

function side(title: string, trials: readonly Trial[], kind: (random: RandomLog) => string): void {
  console.log(`\n${title}${' '.repeat(Math.max(1, 46 - title.length))}wrong  of   seeds`);
  const groups = grouped(trials, ({ random }) => kind(random));
  const found = [...groups].map(([name, all]) => ({ name, all, wrong: all.filter(({ mismatch }) => mismatch) }));
  found.sort((a, b) => b.wrong.length / b.all.length - a.wrong.length / a.all.length || b.all.length - a.all.length);
  for (const { name, all, wrong } of found) {
    if (wrong.length === 0) continue;
    const seeds = wrong.slice(0, 4).map(({ random }) => random.seed);
    console.log(
      `  ${name.padEnd(44)}${String(wrong.length).padStart(5)} ${String(all.length).padStart(4)}   ${seeds.join(' ')}`,
    );
  }
}

function rows(trials: readonly Trial[], kind: (trial: Trial) => string, most: number): void {
  const groups = [...grouped(trials, kind)].sort(([, a], [, b]) => b.length - a.length);
  for (const [name, all] of groups.slice(0, most)) {
    const seeds = all.slice(0, 6).map(({ random }) => random.seed);
    console.log(`  ${String(all.length).padStart(5)}  ${name}   ${seeds.join(' ')}`);
  }
}

function grouped<T>(all: readonly T[], kind: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(kind(one), [...(groups.get(kind(one)) ?? []), one]);
  return groups;
}

/** What is wrong, without the words of a single log. */
function reason(mismatch: string): string {
  return mismatch
    .replace(/^line \d+ says nothing, not .*(?= \(layout)/, 'a line is not read')
    .replace(/^line \d+ says .*, not nothing(?= \(layout)/, 'a line is read that says nothing')
    .replace(/^line \d+ says .*(?= \(layout)/, 'a line is read wrong')
    .replace(/^(outline|date|problem \S+) .*(?= \(layout)/, '$1');
}

if (first === 'show') show(Number(second));
else table(Number(first), Number(second));
