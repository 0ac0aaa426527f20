/*
 * Values of JSON that others wrote: anything may be missing, or be of another type.
 */

export type Fields = Readonly<Record<string, unknown>>;

const none: Fields = {};

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : none;
}

/** A text, or a number as text; empty for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** The first of these that is a text with more than whitespace; empty if none is. */
export function firstText(...values: readonly unknown[]): string {
  return values.map(textOf).find((text) => text.trim() !== '') ?? '';
}

/** The items of a list; none of anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Milliseconds since 1970 from seconds, as a number or in digits; NaN for anything else. */
export function fromSeconds(value: unknown): number {
  const text = textOf(value);
  return /^\d{1,12}(?:\.\d{1,20})?$/.test(text) ? Math.floor(Number(text) * 1000) : Number.NaN;
}
