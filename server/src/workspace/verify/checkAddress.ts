import { type Held, refTo } from './held.js';
import type { Claim } from './statementClaims.js';

/** An address that the log does not have: perhaps a part of one that it has. */
export function checkAddress(held: Held, claim: Claim, url: string, at: readonly [number, number]): void {
  const near = held.facts.said.addresses.near(url);
  const message = near ? `The log has the address ${near.url}.` : 'The log does not have this address.';
  held.result.find('unsupported', claim, at, message, near && refTo(held, near.thing.line));
}
