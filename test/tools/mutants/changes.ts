import type { BinaryExpression, LogicalExpression, Node } from '@babel/types';
import type { Change, Kind } from './mutant.js';
import { returnsOf } from './returns.js';

type Of<T extends Node['type']> = Extract<Node, { readonly type: T }>;
type Changes<N> = (node: N, source: string, parent: Node | undefined) => readonly Change[];

/** The mutants of a node itself, not of its children. */
export function changesOf(node: Node, parent: Node | undefined, source: string): readonly Change[] {
  const changes = table[node.type] as Changes<Node> | undefined;
  return [...returnsOf(node, source), ...(changes?.(node, source, parent) ?? [])];
}

const negated: Changes<{ readonly test?: Node | null }> = ({ test }, source) =>
  test ? [replaced('negate', test, `!(${textOf(test, source)})`)] : [];

const table: { readonly [T in Node['type']]?: Changes<Of<T>> } = {
  IfStatement: negated,
  ConditionalExpression: negated,
  WhileStatement: negated,
  DoWhileStatement: negated,
  ForStatement: negated,
  BinaryExpression(node, source, parent) {
    const operator = comparisons[node.operator];
    // Inverting an equality would be the same as negating the condition.
    const isNegated = /^[!=]==$/.test(node.operator) && parent && 'test' in parent && parent.test === node;
    return operator && !isNegated ? [replaced('compare', node, withOperator(node, operator, source))] : [];
  },
  LogicalExpression(node, source) {
    const operator = connectives[node.operator];
    return operator ? [replaced('logical', node, withOperator(node, operator, source))] : [];
  },
  NumericLiteral: (node) => [replaced('number', node, String(node.value + 1))],
  StringLiteral: (node, _source, parent) =>
    node.value === '' || isOfType(parent) ? [] : [replaced('string', node, "''")],
  TemplateLiteral: (node, _source, parent) =>
    parent?.type === 'TaggedTemplateExpression' ? [] : [replaced('string', node, '``')],
  TaggedTemplateExpression: (node, source) => [replaced('string', node, `${textOf(node.tag, source)}\`\``)],
  ObjectExpression: ({ properties }) =>
    properties
      .filter((property) => property.type !== 'ObjectMethod' || property.kind === 'method')
      .map((property) => ({ ...replaced('property', property, ''), place: 'property' })),
};

const comparisons: Partial<Record<BinaryExpression['operator'], string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
};
const connectives: Partial<Record<LogicalExpression['operator'], string>> = { '&&': '||', '||': '&&' };

function replaced(kind: Kind, { start, end }: Node, after: string): Change {
  return { kind, start: start ?? 0, end: end ?? 0, after, place: 'expression' };
}

function withOperator(node: BinaryExpression | LogicalExpression, operator: string, source: string): string {
  const [leftEnd, rightStart] = [node.left.end ?? 0, node.right.start ?? 0];
  const between = source.slice(leftEnd, rightStart).replace(node.operator, operator);
  return source.slice(node.start ?? 0, leftEnd) + between + source.slice(rightStart, node.end ?? 0);
}

/** Whether a node compares a `typeof`: the compiler checks its words. */
function isOfType(node: Node | undefined): boolean {
  if (node?.type !== 'BinaryExpression') return false;
  return [node.left, node.right].some((side) => side.type === 'UnaryExpression' && side.operator === 'typeof');
}

export function textOf({ start, end }: Node, source: string): string {
  return source.slice(start ?? 0, end ?? 0);
}
