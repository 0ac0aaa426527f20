/** How many of a list a message names: more than any meeting has chairs, and few enough for a line. */
export const mostListed = 20;

/** A list for a message: `ann, bob, eve`; of a long one only its beginning, `ann, bob, … and 9,980 more`. */
export function listed(names: readonly string[], shown: (name: string) => string = (name) => name): string {
  const first = names.slice(0, mostListed).map(shown).join(', ');
  return names.length > mostListed ? `${first} and ${(names.length - mostListed).toLocaleString('en')} more` : first;
}
