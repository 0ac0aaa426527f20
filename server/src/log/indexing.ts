/** The element at an index; throws a RangeError if there is none. */
export function elementAt<T>(list: readonly T[], index: number): T {
  const element = list[index];
  return element === undefined ? outOfRange(index, list.length) : element;
}

/** For `list[index] ?? outOfRange(index, list.length)`, where calling `elementAt` would be too slow. */
export function outOfRange(index: number, length: number): never {
  throw new RangeError(`index ${index} of ${length}`);
}
