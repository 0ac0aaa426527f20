import type { Layout } from '../../server/src/log/layouts/layout.js';
import { layoutNamed } from '../../server/src/log/layouts/layouts.js';
import type { Said } from '../../server/src/log/write/said.js';
import { written } from '../../server/src/log/write/writeLine.js';

/**
 * An event in a chat, independent of the layout; seconds since 10:00 in the morning. For a change of nick, the text is the new
 * nick; a join has none.
 */
export type ChatEvent = readonly [
  seconds: number,
  kind: 'message' | 'action' | 'join' | 'nick',
  nick: string,
  text: string,
];

/** A nick as a layout names people. */
export function nickIn({ name }: Layout, nick: string): string {
  return name === 'matrix' ? `@${nick}:host.org` : nick;
}

/**
 * The lines of an event, without the last line end; undefined for an event that the layout does not record. The channel is
 * `#garden`.
 */
export function eventIn(layout: Layout, [seconds, kind, nick, text]: ChatEvent): string | undefined {
  // What is learnt is only added to in tests.
  const writing = layout.isLearnt ? layoutNamed('supybot') : layout;
  const said: Said = { kind, nick: nickIn(layout, nick), text: kind === 'join' ? '' : text, time: 36_000 + seconds };
  const rows = writing && written(writing, said);
  return rows?.replace(kind === 'join' ? /[#&](?:c|x|chan)\b/ : /#chan(?=: )/, '#garden');
}
