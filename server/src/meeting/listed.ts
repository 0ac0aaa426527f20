/** How many of a list a message names: more than any meeting has chairs, and few enough for a line. */
export const mostListed = 20;

/** How much of a name or a word a message repeats, in UTF-16 units. */
const longestName = 60;

/** A name or a word as a message repeats it: the beginning of one that is longer than any nick. */
export function named(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName).toWellFormed()}…` : name;
}

/** A list for a message: `ann, bob, eve`; of a long one only its beginning, `ann, bob, … and 9,980 more`. */
export function listed(names: readonly string[], shown: (name: string) => string = named): string {
  const first = names.slice(0, mostListed).map(shown).join(', ');
  return names.length > mostListed ? `${first} and ${(names.length - mostListed).toLocaleString('en')} more` : first;
}
