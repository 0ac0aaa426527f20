import type { Part, Stretch } from './model.js';

/** A view of a part of a section, cached as long as no edit touches or moves the part. It may depend only on the part's lines. */
export function perPart<T, G extends unknown[] = []>(
  compute: (part: Part, ...given: G) => T,
): (part: Part, ...given: G) => T {
  const kept = new WeakMap<Stretch, { readonly start: number; readonly value: T }>();
  return (part, ...given) => {
    const { stretch, start } = part;
    let entry = kept.get(stretch);
    if (entry?.start !== start) {
      entry = { start, value: compute(part, ...given) };
      kept.set(stretch, entry);
    }
    return entry.value;
  };
}
