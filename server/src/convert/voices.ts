import type { CueNode } from './cueTree.js';

/** What someone says in a subtitle. */
export interface Spoken {
  /** Who speaks; empty if it does not say. */
  readonly name: string;
  /** Whether it is marked as someone else than before, though not by name. */
  readonly isOther: boolean;
  readonly text: string;
}

/** The voices in a cue, `<v Wren Hill>morning all`; without these, names before colons. */
export function voicesIn(tree: CueNode): readonly Spoken[] {
  const parts: { name: string; text: string }[] = [];
  const add = (text: string, name: string) => {
    const last = parts.at(-1);
    if (last?.name === name) last.text += text;
    else parts.push({ name, text });
  };
  // Without recursion: elements may be nested as deep as the text is long.
  const waiting: { readonly node: CueNode; readonly name: string }[] = [{ node: tree, name: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    if (node.type === 'text') add(node.value, next.name);
    const name = node.type === 'object' && node.name === 'v' ? node.value.trim() : next.name;
    for (const child of [...(node.children ?? [])].reverse()) waiting.push({ node: child, name });
  }
  return parts.flatMap(({ name, text }) => {
    if (text.trim() === '') return [];
    return name === '' ? spokenIn(text) : [{ name, isOther: false, text }];
  });
}

const mark = /^(?:(?:>>|&gt;&gt;|[-–—])\s*)+/;
/** A name before a colon: a few words, the first of which begins with a letter. */
const named = /^(\p{L}[^\s:<>]{0,40}(?: [^\s:<>]{1,40}){0,4}):(?:\s+|$)/u;

/** Who says what, if names are before colons: `Wren Hill: morning all`. Only a marked line can begin with another’s name. */
export function spokenIn(text: string): readonly Spoken[] {
  const spoken: { name: string; isOther: boolean; text: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [marks = ''] = mark.exec(line) ?? [];
    const own = line.slice(marks.length);
    const isNew = index === 0 || marks !== '';
    const [head = '', name = ''] = (isNew && named.exec(own)) || [];
    const last = spoken.at(-1);
    if (isNew || !last) spoken.push({ name, isOther: marks !== '' && name === '', text: own.slice(head.length) });
    else last.text += `\n${line}`;
  }
  return spoken.filter((one) => one.text.trim() !== '' || one.name !== '');
}
