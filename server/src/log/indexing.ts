/** What a list has at an index; a RangeError if it has nothing there. */
export function elementAt<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`index ${index} of ${list.length}`);
  return element;
}

/**
 * The same of numbers. A function of its own, since readings are looked up so often that it must see arrays of one type
 * alone.
 */
export function numberAt(numbers: Int32Array, index: number): number {
  const number = numbers[index];
  if (number === undefined) throw new RangeError(`index ${index} of ${numbers.length}`);
  return number;
}
