import { elementAt } from '../../log/indexing.js';

/**
 * An immutable map with string keys, whose changed copies cost only what has changed: it consists of layers of changes, oldest
 * first. A layer at least twice as large as all newer ones together is left alone, so there are few; lookups start at the newest.
 */
export class Layers<V> {
  readonly #layers: readonly Layer<V>[];
  /** How many keys have a value. */
  readonly size: number;

  private constructor(layers: readonly Layer<V>[], size: number) {
    this.#layers = layers;
    this.size = size;
  }

  static empty<V>(): Layers<V> {
    return new Layers<V>([], 0);
  }

  get(key: string): V | undefined {
    for (let index = this.#layers.length - 1; index >= 0; index--) {
      const layer = elementAt(this.#layers, index);
      const value = layer.get(key);
      if (value !== undefined || layer.has(key)) return value;
    }
    return undefined;
  }

  /** A copy with new values for some keys, or without those whose value is undefined. Takes ownership of the changes. */
  with(changes: Layer<V>): Layers<V> {
    if (changes.size === 0) return this;
    let { size } = this;
    for (const [key, value] of changes) size += Number(value !== undefined) - Number(this.get(key) !== undefined);
    const layers = this.#layers.slice();
    let top = changes;
    for (let below = layers.at(-1); below && below.size < 2 * top.size; below = layers.at(-1)) {
      layers.pop();
      top = merged(below, top, layers.length === 0);
    }
    return new Layers([...layers, top], size);
  }

  /** Every key with a value. Keys that never lost theirs are in insertion order. */
  *entries(): Generator<[key: string, value: V]> {
    for (const [index, layer] of this.#layers.entries()) {
      for (const key of layer.keys()) {
        const value = this.#isBelow(index, key) ? undefined : this.get(key);
        if (value !== undefined) yield [key, value];
      }
    }
  }

  #isBelow(index: number, key: string): boolean {
    for (let below = 0; below < index; below++) if (this.#layers[below]?.has(key)) return true;
    return false;
  }

  /** Whether another map is equal. Takes time proportional to the size only if both have the same size and share nothing. */
  equals(other: Layers<V>): boolean {
    if (this === other) return true;
    if (this.size !== other.size) return false;
    for (const [key, value] of this.entries()) if (other.get(key) !== value) return false;
    return true;
  }
}

type Layer<V> = ReadonlyMap<string, V | undefined>;

/** Merges two layers. The lowest layer need not remember keys without a value. */
function merged<V>(below: Layer<V>, above: Layer<V>, isLowest: boolean): Layer<V> {
  const both = new Map(below);
  for (const [key, value] of above) {
    if (value === undefined && isLowest) both.delete(key);
    else both.set(key, value);
  }
  return both;
}

/** A mutable version of layers. */
export class Changing<V> {
  #base: Layers<V>;
  #changes = new Map<string, V | undefined>();

  constructor(base: Layers<V> = Layers.empty()) {
    this.#base = base;
  }

  get(key: string): V | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.#base.get(key);
  }

  /** Sets the value of a key; undefined removes it. */
  set(key: string, value: V | undefined): void {
    this.#changes.set(key, value);
  }

  get size(): number {
    return this.frozen().size;
  }

  *keys(): Generator<string> {
    for (const [key] of this.frozen().entries()) yield key;
  }

  /** Its current contents. */
  frozen(): Layers<V> {
    if (this.#changes.size === 0) return this.#base;
    this.#base = this.#base.with(this.#changes);
    this.#changes = new Map();
    return this.#base;
  }
}
