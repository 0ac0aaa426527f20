/** How many logs are handed out at once: each time costs a message, and the last ones are to be ready together. */
const batchSize = 16;

/** The places of so many logs, some of them at a time. */
export function inBatches(count: number): number[][] {
  return Array.from({ length: Math.ceil(count / batchSize) }, (_, batch) => {
    const first = batch * batchSize;
    return Array.from({ length: Math.min(batchSize, count - first) }, (_, index) => first + index);
  });
}
