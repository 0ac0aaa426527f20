import type { Include } from '../protocol.js';

const kinds = ['decisions', 'actions'] as const;

/** What a client wants of a meeting; whatever makes no sense is left out. */
export function includeOf(given: unknown): Include {
  const { wholeLog, only, topic, channel } = (given ?? {}) as Record<keyof Include, unknown>;
  const kind = kinds.find((one) => one === only);
  return {
    ...(wholeLog === true && { wholeLog }),
    ...(kind && { only: kind }),
    ...(Number.isInteger(topic) && { topic: topic as number }),
    ...(typeof channel === 'string' && { channel }),
  };
}
