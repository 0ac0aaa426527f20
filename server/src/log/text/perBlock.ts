import type { Block } from './block.js';

/**
 * A view of a block that is computed when it is first asked for and kept as long as the block: blocks that an edit did
 * not touch keep theirs. This is what makes an edit cost what it touches.
 */
export function perBlock<T>(compute: (block: Block) => T): (block: Block) => T {
  return perObject(compute);
}

/** A view of an object that is never changed, computed when it is first asked for and kept as long as the object. */
export function perObject<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const kept = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    let entry = kept.get(of);
    if (!entry) {
      entry = { value: compute(of) };
      kept.set(of, entry);
    }
    return entry.value;
  };
}
