/*
 * Where a single word of a name with spaces means the person. Many such words are also common ones (*mark*, *page*, *will*), so
 * the place of the word must show that it is a name.
 */

/** A word of the name of the only person who has it. */
export interface MeantWord {
  readonly nick: string;
  /** As in the name. */
  readonly word: string;
  readonly isGiven: boolean;
}

/** As names are compared: without case and a leading `@`. */
export function folded(name: string): string {
  return name.replace(/^@(?=.)/, '').toLowerCase();
}

/** The words by which someone with a name that has spaces may be called, the given name first. */
export function wordsOfName(name: string): string[] {
  if (!name.includes(' ')) return [];
  const all = name
    .replace(/(?:[([|/,]| [-–—] ).*$/s, '')
    .trimEnd()
    .split(' ');
  if (all.length < 2) return [];
  const bare = all.map((one) => /\p{L}[\p{L}\p{N}_'’-]{0,60}/u.exec(one)?.[0] ?? '');
  return bare.filter((one) => one.length >= fewestLetters && !titles.test(one));
}

const fewestLetters = 3;

/** Words of names that are no one's. */
const titles = /^(?:the|and|for|mrs|prof|user|guest|team|room|from|phone|iphone)$/i;

/** Given names, and first words of what people call themselves, with which sentences may also begin. */
const common = new Set(
  (
    'art bill buck chase chip chuck cliff dale dawn dean dick don drew faith frank gene glen grace grant guy heath ' +
    'hope hunter jack josh joy mark mason max may miles nick norm page pat penny peg pierce ray reed rich rob rod ' +
    'rose skip stew sue tag trip van wade ward will admin all build chair community dev docs infra release meeting ' +
    'new open project support test web'
  ).split(' '),
);

const word = String.raw`@?[\p{L}\p{N}][\p{L}\p{N}_'’-]{0,60}`;
/** `wren:`, `Wren and bob will …`, `@wren, cleo to …`: the names at the start of a text, followed by what they do;
 * exported so that it can be checked. */
export const namesAtStart = new RegExp(
  String.raw`^${word}(?:(?: {0,2}[,&/+] {0,2}| and | or )${word}){0,20}(?= ?[:–—]| (?:to(?! be )|will|should|shall|must|can|needs|has)\b)`,
  'iu',
);
const words = /[\p{L}\p{N}](?:[\p{L}\p{N}_]|['’-](?=[\p{L}\p{N}]))*/gu;

/** The nicks of those who are named by a word of theirs, in time linear in the text's length. */
export function* namedByWord(text: string, known: ReadonlyMap<string, MeantWord | null>): Generator<string> {
  const headEnd = namesAtStart.exec(text)?.[0].length ?? 0;
  let isTitle = false;
  for (const { 0: whole, index } of text.matchAll(words)) {
    const bare = whole.replace(/['’]s$/, '');
    const meant = known.get(folded(bare));
    if (meant && (index < headEnd || isName(text, index, bare, isTitle, meant))) yield meant.nick;
    isTitle = isCapital(whole);
  }
}

/** Whether a word is a name by its sign or its capital; in the middle of a title every word has one. */
function isName(text: string, at: number, bare: string, isTitle: boolean, { word, isGiven }: MeantWord): boolean {
  const before = text.charAt(at - 1);
  const after = text.slice(at + bare.length, at + bare.length + 2);
  if (/^[-/_]|^\.\S/.test(after)) return false;
  if (before === '@') return true;
  if (!isGiven || bare !== word || !isCapital(bare) || !/^[\s(&,]?$/.test(before)) return false;
  const isFirst = at === 0 || /[.!?] $/.test(text.slice(Math.max(0, at - 2), at));
  return isFirst ? !common.has(folded(bare)) : !isTitle;
}

function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
