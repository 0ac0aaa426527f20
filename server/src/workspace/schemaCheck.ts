import type { Node } from 'jsonc-parser';
import generated from '../../meetlog.schema.json';
import type { ProjectFile } from './projectFile.js';

/*
 * Reads a tree of JSON by the generated schema of the project's file. It knows as much of JSON Schema as that uses.
 */

/** Reports what is wrong with a part of the text: offset and length in UTF-16 units. */
export type Report = (message: string, part: Pick<Node, 'offset' | 'length'>) => void;

/** What else may be wrong with an entry of a list that its schema allows. */
export type EntryRules = { readonly [L in keyof ProjectFile]?: (entry: Node, report: Report) => void };

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  /** A keyword of VS Code's. */
  readonly patternErrorMessage?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

const schema: Schema & { readonly $defs: Readonly<Record<string, Schema>> } = generated;

/** What is valid of a file, and the nodes of the entries of its lists, by list. */
export interface CheckedFile {
  readonly values: ProjectFile;
  readonly nodes: Readonly<Record<string, readonly Node[]>>;
}

/**
 * The valid properties of a file and the valid entries of its lists; everything else is reported, except what is not JSON, which
 * the parser reports: `isBroken` is whether there is such a thing in a part.
 */
export function checkedFile(
  root: Node,
  isBroken: (part: Node) => boolean,
  rules: EntryRules,
  report: Report,
): CheckedFile {
  const values: Record<string, unknown> = {};
  const nodes: Record<string, readonly Node[]> = {};
  if (root.type !== 'object') report('This must be an object: { … }.', root);
  for (const { name, value, property } of propertiesOf(root, schema, report)) {
    if (property.type !== 'array') {
      if (isValid(value, property, report)) values[name] = value.value;
    } else if (value.type !== 'array') {
      report('This must be a list: [ … ].', value);
    } else {
      const rule = rules[name as keyof ProjectFile];
      const entries = (value.children ?? []).filter(
        (entry) => !isBroken(entry) && isEntryValid(entry, property.items ?? {}, report, rule),
      );
      nodes[name] = entries;
      values[name] = entries.map(plainValue);
    }
  }
  return { values, nodes };
}

function isEntryValid(
  entry: Node,
  items: Schema,
  report: Report,
  rule?: (entry: Node, report: Report) => void,
): boolean {
  let isFine = isValid(entry, items, report);
  if (isFine) {
    rule?.(entry, (message, part) => {
      isFine = false;
      report(message, part);
    });
  }
  return isFine;
}

/** Whether everything in a part is as its schema says. */
function isValid(node: Node, part: Schema, report: Report): boolean {
  const own = part.$ref ? (schema.$defs[part.$ref.replace('#/$defs/', '')] ?? {}) : part;
  const fault = faultOf(node, own);
  if (fault !== undefined) {
    report(fault, node);
    return false;
  }
  if (own.items) {
    const { items } = own;
    return (node.children ?? []).map((item) => isValid(item, items, report)).every(Boolean);
  }
  return own.properties === undefined || isObjectValid(node, own, report);
}

function isObjectValid(node: Node, own: Schema, report: Report): boolean {
  let isFine = true;
  const known = propertiesOf(node, own, (message, part) => {
    isFine = false;
    report(message, part);
  });
  for (const { value, property } of known) if (!isValid(value, property, report)) isFine = false;
  for (const name of own.required ?? []) {
    if (known.some((one) => one.name === name)) continue;
    isFine = false;
    report(`“${name}” is missing.`, node);
  }
  return isFine;
}

interface KnownProperty {
  readonly name: string;
  readonly value: Node;
  readonly property: Schema;
}

/** The properties of an object that its schema has; the others are reported, and those that there are twice. */
function propertiesOf(node: Node, { properties = {} }: Schema, report: Report): KnownProperty[] {
  const known = new Map<string, KnownProperty>();
  for (const { children: [key, value] = [] } of node.type === 'object' ? (node.children ?? []) : []) {
    const name = String(key?.value);
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    // A name without a value is reported as such.
    if (!key || !value) continue;
    if (!property) report(`There is no “${shortened(name)}” here, only ${listed(Object.keys(properties))}.`, key);
    else if (known.has(name)) report(`“${name}” is here twice.`, key);
    else known.set(name, { name, value, property });
  }
  return [...known.values()];
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list: [ … ]',
  boolean: 'true or false',
  integer: 'a whole number',
  object: 'an object: { … }',
  string: 'a text: "…"',
};

/** What is wrong with a value by itself, as a sentence; undefined if nothing is. */
function faultOf({ type, value }: Node, own: Schema): string | undefined {
  const allowed = own.enum ?? (own.const === undefined ? undefined : [own.const]);
  if (allowed) return allowed.includes(value) ? undefined : `This must be ${listed(allowed, 'or')}.`;
  const isOfType = own.type === 'integer' ? Number.isSafeInteger(value) : own.type === type;
  if (!isOfType) return `This must be ${typeNames[own.type ?? ''] ?? own.type}.`;
  if (own.minimum !== undefined && value < own.minimum) return `This must be at least ${own.minimum}.`;
  return type === 'string' ? textFault(value, own) : undefined;
}

function textFault(text: string, { minLength, pattern, patternErrorMessage }: Schema): string | undefined {
  if (minLength !== undefined && text.trim() === '') return 'This must not be empty.';
  return pattern === undefined || new RegExp(pattern).test(text)
    ? undefined
    : (patternErrorMessage ?? 'This is not valid.');
}

/** A valid value. Its names are those of the schema, so none is `__proto__`. */
function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  const properties = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[key.value as string, plainValue(value)] as const] : [],
  );
  return Object.fromEntries(properties);
}

function listed(names: readonly string[], last = 'and'): string {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}` : quoted.join('');
}

function shortened(name: string): string {
  return name.length > 50 ? `${name.slice(0, 50)}…` : name;
}
