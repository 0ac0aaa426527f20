import type { Block } from './block.js';

let views = 0;

/**
 * A view of a block, computed on first access and cached as long as the block: blocks that an edit does not touch keep theirs.
 * That is why an edit costs only what it touches. The block itself stores the value: a WeakMap would keep it until a full garbage
 * collection, so many logs would take up to twice the memory.
 */
export function perBlock<T>(compute: (block: Block) => T): (block: Block) => T {
  const view = views++;
  return (block) => block.view(view, compute);
}

/** A view of an immutable object, computed on first access and cached as long as the object. */
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
