import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { tooDeepAt } from './jsonDepth.js';
import type { ProjectFile } from './projectFile.js';

/** The lists of a project's file. */
export type ProjectList = Exclude<keyof ProjectFile, '$schema' | 'quorum'>;

/** A change of a text: what is at an offset, in UTF-16 units, is replaced. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * Adds entries to the end of a list of a project's file, each on one line, and indents them like what is there. Changes nothing
 * else. Undefined if the text is not JSON, or if it has something else in place of the list.
 */
export function addEntries(text: string, list: ProjectList, entries: readonly object[]): TextChange | undefined {
  const lines = entries.map(oneLine);
  if (text.trim() === '') return { offset: 0, length: text.length, text: `${newFile(list, lines)}` };
  const errors: ParseError[] = [];
  const root = tooDeepAt(text) === undefined ? parseTree(text, errors) : undefined;
  if (root?.type !== 'object' || errors.length > 0) return undefined;
  const style = styleOf(text, root);
  const known = findNodeAtLocation(root, [list]);
  if (!known) return newList(root, style, list, lines);
  return known.type === 'array' ? longerList(text, known, style, lines) : undefined;
}

/**
 * Removes the first entry of a list that is equal to one of these, with what separates them from the others. Changes nothing
 * else. Undefined if the text is not JSON, or if there is no such entry.
 */
export function removeEntry(text: string, list: ProjectList, entries: readonly object[]): TextChange | undefined {
  const errors: ParseError[] = [];
  const root = tooDeepAt(text) === undefined ? parseTree(text, errors) : undefined;
  const known = root && errors.length === 0 ? findNodeAtLocation(root, [list]) : undefined;
  const all = known?.type === 'array' ? (known.children ?? []) : [];
  const removed = new Set(entries.map(keyOf));
  const index = all.findIndex((node) => node.type === 'object' && removed.has(keyOf(getNodeValue(node))));
  const [node, before, after] = [all[index], all[index - 1], all[index + 1]];
  if (!node || !known) return undefined;
  if (after) return { offset: node.offset, length: after.offset - node.offset, text: '' };
  if (!before) return { offset: known.offset + 1, length: known.length - 2, text: '' };
  const from = before.offset + before.length;
  return { offset: from, length: node.offset + node.length - from, text: '' };
}

/** The same for objects that differ only in the order of their properties. */
function keyOf(entry: unknown): string {
  const properties = typeof entry === 'object' && entry !== null ? Object.entries(entry) : [];
  return JSON.stringify(properties.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A change that makes the result of `addEntries`, applied. */
export function changed(text: string, { offset, length, text: by }: TextChange): string {
  return text.slice(0, offset) + by + text.slice(offset + length);
}

/** How a text is laid out. */
interface Style {
  readonly eol: string;
  /** The indentation of the properties of the file, and so that of one level; empty if all are on one line. */
  readonly indent: string;
}

function newFile(list: string, lines: readonly string[]): string {
  return `{\n  ${listText(list, lines, { eol: '\n', indent: '  ' })}\n}\n`;
}

/** JSON on one line, with spaces as people write them. */
function oneLine(entry: object): string {
  const properties = Object.entries(entry).map(([name, value]) => {
    const shown = Array.isArray(value)
      ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]`
      : JSON.stringify(value);
    return `${JSON.stringify(name)}: ${shown}`;
  });
  return `{ ${properties.join(', ')} }`;
}

function styleOf(text: string, root: Node): Style {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const [first] = root.children ?? [];
  const before = first ? text.slice(root.offset + 1, first.offset) : eol;
  return { eol, indent: first ? (/[\r\n]([ \t]*)$/.exec(before)?.[1] ?? '') : '  ' };
}

function listText(list: string, lines: readonly string[], { eol, indent }: Style): string {
  const inner = indent === '' ? '  ' : indent + indent;
  return `"${list}": [${lines.map((line) => `${eol}${inner}${line}`).join(',')}${eol}${indent}]`;
}

/** A list behind the last property of a file. */
function newList(root: Node, style: Style, list: string, lines: readonly string[]): TextChange {
  const last = root.children?.at(-1);
  const made = listText(list, lines, style);
  if (!last)
    return { offset: root.offset, length: root.length, text: `{${style.eol}${style.indent}${made}${style.eol}}` };
  const gap = style.indent === '' ? ' ' : `${style.eol}${style.indent}`;
  return { offset: last.offset + last.length, length: 0, text: `,${gap}${made}` };
}

function longerList(text: string, known: Node, { eol, indent }: Style, lines: readonly string[]): TextChange {
  const last = known.children?.at(-1);
  if (!last) {
    const inner = indent === '' ? '  ' : indent + indent;
    const made = lines.map((line) => `${eol}${inner}${line}`).join(',');
    return { offset: known.offset + 1, length: known.length - 2, text: `${made}${eol}${indent}` };
  }
  // As what is in front of the last entry: a new line with its indentation, or a space.
  const between = text.slice(known.offset + 1, last.offset);
  const gap = between.slice(between.trimEnd().length);
  const made = lines.map((line) => `,${gap || ' '}${line}`).join('');
  return { offset: last.offset + last.length, length: 0, text: made };
}
