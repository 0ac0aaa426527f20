/** What a list has at an index; a RangeError if it has nothing there. */
export function elementAt<T>(list: readonly T[], index: number): T {
  const element = list[index];
  return element === undefined ? outOfRange(index, list.length) : element;
}

/** For `list[index] ?? outOfRange(index, list.length)`, in readings so frequent that a call of `elementAt` would be felt. */
export function outOfRange(index: number, length: number): never {
  throw new RangeError(`index ${index} of ${length}`);
}
