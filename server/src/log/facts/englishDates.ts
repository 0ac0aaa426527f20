/* English names, of which no other language has to be asked. */

export const englishMonths: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');
export const englishDays: readonly string[] = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** Which of some names a word is, in full or shortened to three or four letters; -1 if it is none of them. */
export function nameIn(names: readonly string[], word: string): number {
  const name = word.replace('.', '').toLowerCase();
  if (name.length < 3) return -1;
  return names.findIndex((one) => one === name || (name.length <= 4 && one.startsWith(name)));
}
