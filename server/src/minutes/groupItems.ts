import type { ItemType } from '../meeting/itemTypes.js';

/** The items before the first heading, and each heading with the items after it. */
export interface GroupedItems<I> {
  readonly before: readonly I[];
  readonly groups: readonly { readonly heading: I; readonly items: readonly I[] }[];
}

/** Groups items by the headings of a type. */
export function groupItems<I extends { readonly type: ItemType }>(
  items: readonly I[],
  headings: ItemType,
): GroupedItems<I> {
  const starts = [...items.keys()].filter((index) => items[index]?.type === headings);
  return {
    before: items.slice(0, starts[0]),
    groups: starts.map((start, index) => ({
      heading: items[start] as I,
      items: items.slice(start + 1, starts[index + 1]),
    })),
  };
}
