/*
 * What people say before a command that they mean: a bot sees a command only at the start. Anything else before a `#word` is
 * talk about it.
 */

/** What may precede a command, piece by piece. */
interface Piece {
  readonly pattern: RegExp;
  /** Whether a command without an argument is also meant after it: `bob: #undo` asks bob to do it. */
  readonly isBare?: true;
  /** Whether it may belong to talk about commands, as in `please do: #info your name`. */
  readonly isTalk?: true;
}

const fillers =
  'ok|okay|k|kk|so|then|well|and|also|now|oh|ah|hm+|um+|er+|right|alright|anyway|oops|sorry|yes|yep|yeah|yup';
const exclamations = 'thanks|thank you|thx|bye|cheers|great|good|cool|fine|nice|perfect|excellent|done|no|agreed|sure';
const address = /^(@?[^\s,;#!?^]{1,60}?)[:,]\s+/;

const pieces: readonly Piece[] = [
  // The mark of a list: `- `, `* `, `1. `, `a) `, `[ ] `.
  { pattern: /^(?:[-*+#•·–—→»›‣◦▪●○✓✔☐☑✅]+|\(?(?:\d{1,3}|[a-z])[.)]|\[[ x]?\])\s*/i, isBare: true },
  { pattern: /^(?:\p{Extended_Pictographic}[\ufe0f\u200d]*)+\s*/u, isBare: true },
  // A quotation mark, a bracket or an emphasis.
  { pattern: /^["'“”„«»‘’‹›`´([{<>|*_~=]+\s*/, isBare: true },
  { pattern: new RegExp(String.raw`^(?:${fillers})(?:[\s,.;:!…–—-]+)`, 'i'), isBare: true },
  {
    pattern: new RegExp(
      String.raw`^(?:${exclamations})(?: all| everyone| everybody| folks)?(?:\s*[,.;:!…]+\s*|\s+[-–—]+\s*)`,
      'i',
    ),
    isBare: true,
  },
  { pattern: address, isTalk: true },
];

/** The end of a clause or sentence. */
const clauseEnd = /(?:[,;:.!?)…]|\s(?:-{1,2}>?|=>|[–—→]))\s+$/;

/** Words of those who explain commands instead of giving one. */
const explains =
  /(?:^|[^\w'.:@])(?:#\w+|commands?|tags?|use|uses|using|type|types|typing|say|saying|write|writing|enter|please|pls|plz|you|your|yourself|u|if|how|whether|should|could|can|would|need|want|try|like|examples?|e\.?g|i\.?e|usage|syntax|format|remember|forget|reminder|notes?|tip|hint|via|means?|instead|introduce|called|roll ?call)(?![\w'])/i;

/** What precedes a command that someone means. */
export interface Lead {
  /** Those whom it addresses, if it is nothing but that. */
  readonly addressee: string | undefined;
  /** Whether a command without an argument is also meant. */
  readonly isBare: boolean;
}

/** The most pieces that are taken away one by one, so that this takes linear time. */
const mostPieces = 8;

/** Reads what precedes a command; undefined if the command is only talked about. `bot` is the bot's own nick. */
export function leadOf(before: string, bot: string | undefined): Lead | undefined {
  let rest = before.trimStart();
  let addressee: string | undefined;
  let isBare = true;
  for (let count = 0; rest !== '' && count < mostPieces; count++) {
    const piece = pieces.find(({ pattern }) => pattern.test(rest));
    if (!piece || (piece.isTalk && explains.test(before))) break;
    if (piece.isTalk) {
      addressee = address.exec(rest)?.[1];
      if (isOtherBot(addressee, bot)) return undefined;
    }
    isBare &&= piece.isBare === true;
    rest = rest.replace(piece.pattern, '');
  }
  if (rest === '') return { addressee, isBare };
  return clauseEnd.test(before) && !explains.test(before) ? { addressee: undefined, isBare: true } : undefined;
}

/** Whether a nick is that of a bot, but not of the one that takes the minutes. */
export function isOtherBot(nick: string | undefined, bot: string | undefined): boolean {
  return nick !== undefined && nick !== bot && /bot\d*_*$/i.test(nick);
}

const verbs =
  "is|are|was|were|isn't|aren't|does|doesn't|do|don't|did|will|won't|would|can|can't|could|should|must|has|have|had";
const tells = 'sets|changes|records|adds|makes|gives|starts|ends|shows|lets|lists|marks|seems|looks|sounds|assigns';
const aboutIt = new RegExp(
  String.raw`^(?:(?:${verbs}|${tells}|works?|means?|goes|needs?|commands?|lines?|items?|tags?|only)(?![\w'])|(?:and|or|,|/|&|\+|vs\.?)\s*[#!^]|[#!^]\w)`,
  'i',
);
const pointsAtIt =
  /^(?:(?:it|that|this|these|those|them|please|pls|plz|in|too|yourself|me|again|now|here|there|first|later|then|one|something|stuff|things?|maybe|though|or|and|the|a)(?:[\s.,!?]+|$))+$/i;

/** Whether what follows a command's word is what someone would record, and not talk about the command: `#info is back`. */
export function isArgument(argument: string): boolean {
  return /[\p{L}\p{N}]/u.test(argument) && !aboutIt.test(argument) && !pointsAtIt.test(argument);
}

/** Closing marks for the opening ones that may precede a command. */
const closings: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '„': '“',
  '«': '»',
  '`': '`',
  '(': ')',
  '[': ']',
  '*': '*',
  _: '_',
};

/**
 * Whether a quotation ends where the text ends, if it began just before the command: 0 if none began, otherwise the length of its
 * end; undefined if it ends earlier, so that the command is only quoted.
 */
export function quotedEnd(before: string, argument: string): number | undefined {
  const closing = closings[before.trimEnd().at(-1) ?? ''];
  if (closing === undefined || before !== before.trimEnd()) return 0;
  // An apostrophe is no end of a quotation.
  const at = closing === "'" ? argument.lastIndexOf(closing) : argument.indexOf(closing);
  if (at < 0) return 0;
  return /^[\s.,!?]*$/.test(argument.slice(at + 1)) ? argument.length - at : undefined;
}
