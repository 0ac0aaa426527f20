import type { Method, NoParams, Params } from '../../protocol.js';

/**
 * What a value must be: its type, or an object with these properties. Those with `?` may be missing or null; `*` is every item of
 * a list. An `id` is a string or a number.
 */
type Shape = 'string' | 'number' | 'boolean' | 'id' | 'any' | { readonly [property: string]: Shape };

const textDocument = { uri: 'string' } as const;
const versioned = { uri: 'string', version: 'number' } as const;
const position = { line: 'number', character: 'number' } as const;
const range = { start: position, end: position } as const;
const strings = { '*': 'string' } as const;

/** The shape of a type. */
type ShapeOf<T> = T extends string
  ? 'string'
  : T extends number
    ? 'number'
    : T extends boolean
      ? 'boolean'
      : T extends readonly (infer I)[]
        ? { readonly '*': ShapeOf<I> }
        : { readonly [K in keyof T & string as undefined extends T[K] ? `${K}?` : K]-?: ShapeOf<NonNullable<T[K]>> };

/** The parameters of our own requests; undefined for those that need none. */
export const ownShapes = {
  'meetlog/actionRecord': { path: strings, today: 'string' },
  'meetlog/checkAll': undefined,
  'meetlog/choices': undefined,
  'meetlog/collectPeople': { logs: { '*': 'string' }, text: 'string' },
  'meetlog/convert': { text: 'string', fileName: 'string', 'users?': 'string' },
  'meetlog/forgetChecked': undefined,
  'meetlog/formats': undefined,
  'meetlog/layoutReport': { textDocument },
  'meetlog/layouts': { textDocument },
  'meetlog/markdownLink': { textDocument, folder: 'string' },
  'meetlog/meetings': { textDocument },
  'meetlog/minutes': {
    textDocument,
    meeting: 'number',
    format: 'string',
    'template?': { name: 'string', text: 'string' },
    'folder?': 'string',
    'include?': { 'wholeLog?': 'boolean', 'only?': 'string', 'topic?': 'number', 'channel?': 'string' },
  },
  'meetlog/nearItem': { textDocument, line: 'number', direction: 'string' },
  'meetlog/pastedLines': { textDocument, line: 'number', text: 'string' },
  'meetlog/people': { textDocument, line: 'number' },
  'meetlog/preview': { textDocument, line: 'number' },
  'meetlog/projectEdit': { text: 'string', list: 'string', entries: { '*': {} }, 'isRemoved?': 'boolean' },
  'meetlog/readAgain': undefined,
  'meetlog/rulerMarks': { textDocument },
  'meetlog/summary': { textDocument },
  'meetlog/timePlaces': { textDocument, line: 'number', time: 'string' },
  'meetlog/topic': { textDocument, line: 'number' },
  'meetlog/verify': { minutes: 'string', log: 'string', fileName: 'string' },
  'meetlog/tree': { tree: 'string', path: strings, today: 'string', 'search?': 'string', 'withDone?': 'boolean' },
} as const satisfies { readonly [M in Method]: Params<M> extends NoParams ? undefined : ShapeOf<Params<M>> };

/** The parameters of each message that the server reads; it reads none of messages that are not listed. */
const shapes: Readonly<Record<string, Shape | undefined>> = {
  initialize: { capabilities: {} },
  '$/cancelRequest': { id: 'id' },
  '$/setTrace': { value: 'string' },
  'workspace/didChangeConfiguration': {},
  'workspace/didChangeWatchedFiles': { changes: { '*': { uri: 'string' } } },
  'workspace/didChangeWorkspaceFolders': {
    event: { added: { '*': { uri: 'string' } }, removed: { '*': { uri: 'string' } } },
  },
  'workspace/symbol': { query: 'string' },
  'workspace/executeCommand': { command: 'string', 'arguments?': { '*': 'any' } },
  'workspace/textDocumentContent': { uri: 'string' },
  'textDocument/didOpen': { textDocument: { ...versioned, text: 'string' } },
  'textDocument/didChange': { textDocument: versioned, contentChanges: { '*': { text: 'string', 'range?': range } } },
  'textDocument/willSave': { textDocument },
  'textDocument/willSaveWaitUntil': { textDocument },
  'textDocument/didSave': { textDocument },
  'textDocument/didClose': { textDocument },
  'textDocument/codeAction': { textDocument, range, context: { diagnostics: { '*': { range } } } },
  'textDocument/codeLens': { textDocument },
  'codeAction/resolve': { title: 'string' },
  'codeLens/resolve': { range, data: { '*': 'any' } },
  'textDocument/completion': {
    textDocument,
    position,
    'context?': { triggerKind: 'number', 'triggerCharacter?': 'string' },
  },
  'textDocument/diagnostic': { textDocument, 'previousResultId?': 'string' },
  'textDocument/documentHighlight': { textDocument, position },
  'textDocument/documentLink': { textDocument },
  'textDocument/documentSymbol': { textDocument },
  'textDocument/foldingRange': { textDocument },
  'textDocument/hover': { textDocument, position },
  'textDocument/inlayHint': { textDocument, range },
  'textDocument/selectionRange': { textDocument, positions: { '*': position } },
  'textDocument/semanticTokens/range': { textDocument, range },
  ...ownShapes,
};

/** What is wrong with the parameters of a message, such as `position.line must be a number`; undefined if they are valid. */
export function problemOfParams(method: string, params: unknown): string | undefined {
  const shape = Object.hasOwn(shapes, method) ? shapes[method] : undefined;
  return shape === undefined ? undefined : problemOf(params, shape, '');
}

function problemOf(value: unknown, shape: Shape, name: string): string | undefined {
  if (shape === 'any') return undefined;
  if (shape === 'id') return ['string', 'number'].includes(typeof value) ? undefined : mustBe(name, 'an id');
  if (typeof shape === 'string') return typeof value === shape ? undefined : mustBe(name, `a ${shape}`);
  const isList = '*' in shape;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== isList) {
    return mustBe(name, isList ? 'a list' : 'an object');
  }
  if (isList)
    return firstOf(Object.entries(value), ([at, item]) => problemOf(item, shape['*'] ?? 'any', `${name}[${at}]`));
  return firstOf(Object.entries(shape), ([key, inner]) => {
    const property = key.replace(/\?$/, '');
    const held = Object.hasOwn(value, property) ? (value as Record<string, unknown>)[property] : undefined;
    if (property !== key && (held === undefined || held === null)) return undefined;
    return problemOf(held, inner, name === '' ? property : `${name}.${property}`);
  });
}

function mustBe(name: string, what: string): string {
  return `${name || 'params'} must be ${what}`;
}

function firstOf<T>(items: Iterable<T>, problem: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = problem(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
