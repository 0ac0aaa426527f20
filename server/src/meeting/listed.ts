/** How many elements of a list a message names: more than any meeting has chairs, but few enough for one line. */
export const mostListed = 20;

/** The longest name or word that a message repeats in full, in UTF-16 units. */
const longestName = 60;

/** A name or word for a message, shortened if it is longer than any nick. */
export function named(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName).toWellFormed()}…` : name;
}

/** The longest sentence that a message quotes in full, in UTF-16 units. */
const longestQuotation = 120;

/** What someone said, for a message, shortened if it is very long. */
export function quoted(text: string): string {
  return text.length > longestQuotation ? `“${text.slice(0, longestQuotation).toWellFormed()}…”` : `“${text}”`;
}

/** A list for a message: `ann, bob, eve`; a long one is cut, `ann, bob, … and 9,980 more`. */
export function listed(names: readonly string[], shown: (name: string) => string = named): string {
  const first = names.slice(0, mostListed).map(shown).join(', ');
  return names.length > mostListed ? `${first} and ${(names.length - mostListed).toLocaleString('en')} more` : first;
}
