import type { Numbered } from './mutant.js';

/** A source with mutants that `globalThis.isMutant(id)` switches on. Mutants may be nested; each changes the original source. */
export function switched(source: string, mutants: readonly Numbered[]): string {
  const isInside = ({ place }: Numbered) => Number(place !== 'statement');
  const byPlace = [...mutants].sort((a, b) => a.start - b.start || isInside(a) - isInside(b) || b.end - a.end);
  let next = 0;
  const between = (start: number, end: number): string => {
    let text = '';
    let from = start;
    for (let mutant = byPlace[next]; mutant && mutant.start < end && mutant.end <= end; mutant = byPlace[next]) {
      next++;
      text += source.slice(from, mutant.start) + choice(mutant, between(mutant.start, mutant.end));
      from = mutant.end;
    }
    return text + source.slice(from, end);
  };
  return between(0, source.length);
}

function choice({ id, after, place }: Numbered, original: string): string {
  const isOn = `globalThis.isMutant?.(${id})`;
  if (place === 'statement') return `if (${isOn}) ${after};${original}`;
  if (place === 'property') return `...(${isOn} ? {} : { ${original} })`;
  return `(${isOn} ? (${after}) : (${original}))`;
}
