import type { Expression, Function as FunctionNode, Node, TSType } from '@babel/types';
import type { Change } from './mutant.js';

/** Makes a function return its neutral value at once: before its first statement, or instead of its expression. */
export function* returnsOf(node: Node, source: string): Generator<Change> {
  if (!isFunction(node) || (node.type === 'ClassMethod' && node.kind === 'constructor')) return;
  const { body, start } = node;
  const [from, to] = [body.start ?? 0, body.end ?? 0];
  const before = source.slice(start ?? 0, from).trim();
  if (body.type !== 'BlockStatement') {
    const after = neutral(typeOf(node), 'undefined') ?? neutralLike(body);
    yield { kind: 'return', start: from, end: to, before: source.slice(start ?? 0, to), after, place: 'expression' };
  } else if (body.body.length > 0) {
    const after = `return ${neutral(typeOf(node), '') ?? ''}`.trim();
    yield { kind: 'return', start: from + 1, end: from + 1, before, after, place: 'statement' };
  }
}

function isFunction(node: Node): node is Exclude<FunctionNode, { type: 'TSDeclareMethod' }> {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|(?:Class|ClassPrivate|Object)Method)$/.test(
    node.type,
  );
}

function typeOf(node: FunctionNode): TSType | 'predicate' | undefined {
  if (node.returnType?.type !== 'TSTypeAnnotation') return undefined;
  const { typeAnnotation } = node.returnType;
  return typeAnnotation.type === 'TSTypePredicate' ? 'predicate' : typeAnnotation;
}

const ofKeywords: Readonly<Record<string, string>> = {
  TSBooleanKeyword: 'false',
  TSStringKeyword: "''",
  TSNumberKeyword: '0',
  TSNullKeyword: 'null',
  TSArrayType: '[]',
  TSTypeOperator: '[]',
};
const ofNames: Readonly<Record<string, string>> = {
  Array: '[]',
  ReadonlyArray: '[]',
  Set: 'new Set()',
  ReadonlySet: 'new Set()',
  Map: 'new Map()',
  ReadonlyMap: 'new Map()',
};

/** The neutral value of a type; undefined if the type is not written, `none` for one without such a value. */
function neutral(type: TSType | 'predicate' | undefined, none: string): string | undefined {
  if (type === undefined || type === 'predicate') return type && 'false';
  if (type.type === 'TSUnionType') {
    const empty = type.types.find(({ type: one }) => /^TS(?:Undefined|Void|Null)Keyword$/.test(one));
    return neutral(empty ?? type.types[0], none);
  }
  if (type.type !== 'TSTypeReference') return ofKeywords[type.type] ?? none;
  const name = type.typeName.type === 'Identifier' ? type.typeName.name : '';
  // The type argument of these is what the function returns.
  if (name === 'Promise' || name === 'Steps') return neutral(type.typeParameters?.params[0], none);
  return ofNames[name] ?? none;
}

/** The neutral value of an expression's most likely type. */
function neutralLike(body: Expression): string {
  switch (body.type) {
    case 'StringLiteral':
    case 'TemplateLiteral':
      return "''";
    case 'ArrayExpression':
      return '[]';
    case 'BinaryExpression':
      return /[=<>]|^in/.test(body.operator) ? 'false' : 'undefined';
    case 'UnaryExpression':
      return body.operator === '!' ? 'false' : 'undefined';
    default:
      return 'undefined';
  }
}
