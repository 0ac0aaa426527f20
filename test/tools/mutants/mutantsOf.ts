import { parse } from '@babel/parser';
import type { Node } from '@babel/types';
import { changesOf } from './changes.js';
import type { Mutant } from './mutant.js';

/** All mutants of a TypeScript source, in the order of the syntax tree. Types, imports and property names have none. */
export function mutantsOf(source: string): Mutant[] {
  const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'] });
  return [...mutantsBelow(program, undefined, source)];
}

function* mutantsBelow(node: Node, parent: Node | undefined, source: string): Generator<Mutant> {
  for (const change of changesOf(node, parent, source)) {
    const line = source.slice(0, change.start).split('\n').length;
    const before = change.before ?? source.slice(change.start, change.end);
    yield { ...change, line, before };
  }
  for (const child of childrenOf(node)) yield* mutantsBelow(child, node, source);
}

/** The only nodes of TypeScript's own syntax that contain an expression; the others are types. */
const holders: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSParameterProperty',
]);

function childrenOf(node: Node): Node[] {
  return Object.entries(node)
    .filter(([key]) => !isName(node, key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is Node => isSyntax(value) && (!value.type.startsWith('TS') || holders.has(value.type)));
}

function isName(node: Node, key: string): boolean {
  if (key === 'source') return node.type === 'ExportNamedDeclaration';
  return key === 'key' && !('computed' in node && node.computed);
}

function isSyntax(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('start' in value)) return false;
  return typeof value.type === 'string' && !/^(?:Import|Export(?!Named)|Comment)/.test(value.type);
}
