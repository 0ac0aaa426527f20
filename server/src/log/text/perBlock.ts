import type { Block } from './block.js';

let views = 0;

/**
 * A view of a block that is computed when it is first asked for and kept as long as the block: blocks that an edit did
 * not touch keep theirs. This is what makes an edit cost what it touches. The block itself holds the value: a WeakMap
 * would hold it until all of the heap is collected, and many logs would take up to twice the memory.
 */
export function perBlock<T>(compute: (block: Block) => T): (block: Block) => T {
  const view = views++;
  return (block) => block.view(view, compute);
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
