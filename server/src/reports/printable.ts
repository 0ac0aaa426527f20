/**
 * What a terminal obeys, hides, or shows in another place than it is in: control characters, line separators, direction marks,
 * invisible characters. Joiners are not among them: languages and emoji need them.
 */
const unseen =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u180e\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/*
 * How the commands begin that CI systems take out of what a step prints: GitHub Actions' `::error` at the start of a line (its
 * spaces aside) and `##[error]` anywhere in it, Azure Pipelines' `##vso[…]`, TeamCity's `##teamcity[…]`.
 */
const lineCommand = /^(\s*):(?=:)/;
const anyCommand = /#(?=#\w*\[)/g;

/** A text as one line that nothing obeys: unseen characters become their numbers, such as `\u{1b}`, and no CI command is left. */
export function printable(text: string): string {
  return visible(text).replace(lineCommand, '$1\\u{3a}').replace(anyCommand, '\\u{23}');
}

/** The same where the text is a part of a line, whose start is ours. */
export function visible(text: string): string {
  return text.replace(unseen, (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`);
}

/** A document for a terminal: its lines and tabs stay. */
export function visibleLines(text: string): string {
  return text.replace(unseen, (found) => (found === '\n' || found === '\t' ? found : visible(found)));
}

/** JSON that nothing obeys: its strings have escapes for all that is unseen, and mean the same. */
export function printableJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2)
    .replace(unseen, (found) => (found === '\n' ? found : found.split('').map(jsonEscape).join('')))
    .replace(anyCommand, jsonEscape);
  return `${json}\n`;
}

function jsonEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
