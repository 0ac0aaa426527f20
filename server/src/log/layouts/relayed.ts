import { uncoded } from './ircCodes.js';

/*
 * What bridges to other networks write before what they repeat. Codes for colour and style, and the invisible characters that
 * keep bridges from pinging people, count for nothing.
 */

/** How a bridge names who speaks: `<nick> text`, `nick: text`, `[nick] text` or `(nick) text`; and `* nick` for actions. */
export type RelayForm = 'angle' | 'colon' | 'square' | 'round';

/** The network that a bridge may name first: `[discord] <ann> hello`. */
const label = String.raw`(?:\[[^\][<>]{1,40}\] ?|\([^()<>]{1,40}\) ?)?`;

/** The nick is the first group; what follows the match is said. */
const relayForms: Readonly<Record<RelayForm, RegExp>> = {
  angle: new RegExp(String.raw`^${label}(?:\*\*)?<[@+%&~ ]{0,4}([^@+%&~ >][^>]{0,100})>(?:\*\*)? ?`),
  colon: new RegExp(String.raw`^${label}([^\s:<>[\]()]{1,64}): (?=\S)`),
  square: /^\[[@+%&~]{0,4}([^@+%&~\s[\]<>][^[\]<>]{0,63})\]:? (?=\S)/,
  round: /^\([@+%&~]{0,4}([^@+%&~\s()<>][^()<>]{0,63})\):? (?=\S)/,
};

/** As IRC's clients write actions. */
const relayedAction = new RegExp(String.raw`^${label}\*{1,3} ([^\s*:<>[\]()]{1,64}) (?=\S)`);

/** What a bridge repeats: who says it, and where the nick is and what is said begins, in UTF-16 units of the given text. */
export interface Relayed {
  readonly kind: 'message' | 'action';
  readonly nick: string;
  readonly nickStart: number;
  readonly nickEnd: number;
  readonly textStart: number;
}

/** Who speaks in a text that a bridge wrote in a form; undefined if no one does. */
export function relayedIn(text: string, form: RelayForm): Relayed | undefined {
  const { plain, offset } = uncoded(text);
  const message = relayForms[form].exec(plain);
  const [whole, full = ''] = message ?? relayedAction.exec(plain) ?? [];
  const nick = full.replace(network, '').trim();
  if (whole === undefined || nick === '') return undefined;
  const start = whole.lastIndexOf(full);
  return {
    kind: message ? 'message' : 'action',
    nick,
    nickStart: offset(start),
    nickEnd: offset(start + nick.length - 1) + 1,
    textStart: offset(whole.length),
  };
}

/** The mark of a network behind a nick: `ann/D`, `ann@libera`, `ann[m]`. */
const network = /(?:[/@][\p{L}\d-]{1,16}|\[[a-z]\]) *$/u;

/** All of these patterns; exported so that they can be checked. */
export const relayPatterns: readonly RegExp[] = [...Object.values(relayForms), relayedAction];
