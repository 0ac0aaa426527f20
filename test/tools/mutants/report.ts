import type { Numbered } from './mutant.js';
import type { Outcome } from './run.js';

/** A mutant that no test killed, for display: where it is, and the source before and after. */
export function shown({ file, line, kind, before, after }: Numbered, outcome: Outcome): string {
  return `${file}:${line} ${kind}, ${outcome}\n${prefixed('-', before)}${prefixed('+', after || '(left out)')}`;
}

function prefixed(sign: string, text: string): string {
  return text.replace(/^ */gm, `  ${sign} `).concat('\n');
}

/** How many mutants there were, their outcomes, and the share that was killed, in percent. */
export function summary(outcomes: readonly Outcome[]): string {
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  const killed = count('killed') + count('timeout');
  const score = outcomes.length === 0 ? 100 : (100 * killed) / outcomes.length;
  const counts = (['killed', 'timeout', 'survived', 'uncovered'] as const).map((one) => `${count(one)} ${one}`);
  return `${outcomes.length} mutants: ${counts.join(', ')}. Score: ${score.toFixed(1)} %\n`;
}
