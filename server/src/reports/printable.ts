/**
 * Characters that a terminal obeys, hides or shows out of place: control characters, line separators, direction marks, invisible
 * characters. Joiners are not included: some languages and emoji need them.
 */
const unseen =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u180e\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/*
 * The starts of commands that CI systems recognise in the output of a step: GitHub Actions' `::error` at the start of a line
 * (after spaces) and `##[error]` anywhere in it, Azure Pipelines' `##vso[…]`, TeamCity's `##teamcity[…]`.
 */
const lineCommand = /^(\s*):(?=:)/;
const anyCommand = /#(?=#\w*\[)/g;

/** A text as one harmless line: invisible characters become escapes such as `\u{1b}`, and CI commands are broken. */
export function printable(text: string): string {
  return visible(text).replace(lineCommand, '$1\\u{3a}').replace(anyCommand, '\\u{23}');
}

/** The same for a part of a line whose start is our own. */
export function visible(text: string): string {
  return text.replace(unseen, (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`);
}

/** A document for a terminal: line breaks and tabs are kept. */
export function visibleLines(text: string): string {
  return text.replace(unseen, (found) => (found === '\n' || found === '\t' ? found : visible(found)));
}

/** Harmless JSON: invisible characters in strings are escaped, which does not change their value. */
export function printableJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2)
    .replace(unseen, (found) => (found === '\n' ? found : found.split('').map(jsonEscape).join('')))
    .replace(anyCommand, jsonEscape);
  return `${json}\n`;
}

function jsonEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
