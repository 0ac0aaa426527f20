// Statistics of measurements: median, tail, growth, and formatting.

/** The median and the tail of measurements. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
}

export function spread(numbers: readonly number[]): Spread {
  return { median: median(numbers), p95: percentile(numbers, 95) };
}

export function median(numbers: readonly number[]): number {
  const sorted = sort(numbers);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The percentile of some numbers. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = sort(numbers);
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(rank - 1, 0)] ?? Number.NaN;
}

function sort(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** The cost of something at a size. */
export interface Point {
  readonly size: number;
  readonly cost: number;
}

/**
 * The exponent with which a cost grows with the size: 0 for none, 1 for linear, 2 for quadratic. It is the slope of the
 * logarithms, fitted by least squares.
 */
export function growthExponent(points: readonly Point[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  const [meanX, meanY] = [mean(logs.map(({ x }) => x)), mean(logs.map(({ y }) => y))];
  const both = mean(logs.map(({ x, y }) => (x - meanX) * (y - meanY)));
  return both / mean(logs.map(({ x }) => (x - meanX) ** 2));
}

/** Two significant digits, more only before the decimal point: `0.13`, `4.0`, `52`, `1,234`. */
export function number(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(Math.abs(value))));
  // A number rounded up to the next power of ten would have one digit too many: 0.0996, 9.96.
  const rounded = Number(value.toFixed(decimals));
  const kept = Math.max(0, 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return rounded.toLocaleString('en', { minimumFractionDigits: kept, maximumFractionDigits: kept });
}

export function milliseconds(value: number): string {
  return `${number(value)} ms`;
}

export function seconds(value: number): string {
  return `${number(value)} s`;
}

export function mebibytes(bytes: number): string {
  return `${number(bytes / 2 ** 20)} MiB`;
}

/** A ratio: `5.1×`. */
export function times(ratio: number): string {
  return `${number(ratio)}×`;
}

/** Median and tail as one text: `3.2 / 4.9 ms`. */
export function spreadText({ median, p95 }: Spread): string {
  return `${number(median)} / ${number(p95)} ms`;
}

/** An exponent of growth has two decimals, since it is usually between 0 and 2. */
export function exponent(value: number): string {
  return value.toFixed(2);
}
