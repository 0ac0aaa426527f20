import type { Include } from '../protocol.js';

const kinds = ['decisions', 'actions'] as const;

/** The parts of a meeting that a client wants; invalid values are left out. */
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
