import { elementAt } from '../../log/indexing.js';

/**
 * An immutable map by strings: a changed copy costs what has changed and not what it holds: layers of changes, the
 * oldest first. A layer at least twice as large as those above it together stays as it is, so there are few; a key is looked up
 * in the newest first.
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

  /** A copy with other values for some keys, or none if the value is undefined. The changes are given away. */
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

  /** Every key that has a value. Keys that never lost theirs come in the order that they got it. */
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

  /** Whether another one holds the same. Takes time of the size only where both are of one size and share nothing. */
  equals(other: Layers<V>): boolean {
    if (this === other) return true;
    if (this.size !== other.size) return false;
    for (const [key, value] of this.entries()) if (other.get(key) !== value) return false;
    return true;
  }
}

type Layer<V> = ReadonlyMap<string, V | undefined>;

/** Two layers in one. In the lowest one, a key without a value need not be remembered. */
function merged<V>(below: Layer<V>, above: Layer<V>, isLowest: boolean): Layer<V> {
  const both = new Map(below);
  for (const [key, value] of above) {
    if (value === undefined && isLowest) both.delete(key);
    else both.set(key, value);
  }
  return both;
}

/** Layers that are being changed. */
export class Changing<V> {
  #base: Layers<V>;
  #changes = new Map<string, V | undefined>();

  constructor(base: Layers<V> = Layers.empty()) {
    this.#base = base;
  }

  get(key: string): V | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.#base.get(key);
  }

  /** Sets the value of a key; undefined takes it away. */
  set(key: string, value: V | undefined): void {
    this.#changes.set(key, value);
  }

  get size(): number {
    return this.frozen().size;
  }

  *keys(): Generator<string> {
    for (const [key] of this.frozen().entries()) yield key;
  }

  /** What it holds now. */
  frozen(): Layers<V> {
    if (this.#changes.size === 0) return this.#base;
    this.#base = this.#base.with(this.#changes);
    this.#changes = new Map();
    return this.#base;
  }
}
