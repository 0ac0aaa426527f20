import { resolve } from 'node:path';
import {
  API,
  type Checker,
  type Symbol as Name,
  type Project,
  SymbolFlags,
  type Type,
  TypeFlags,
} from 'typescript/unstable/sync';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of an exported type, according to TypeScript's own checker. Doc comments are the descriptions; `@minimum`,
 * `@minLength` and `@pattern` of a property are those of the schema. Numbers are non-negative integers. Fails for types that JSON does not have.
 */
export function schemaOf(file: string, type: string): Schema {
  server ??= opened();
  const symbol = server && exported(server, file, type);
  if (!server || !symbol) throw new Error(`TypeScript finds no ${type} in ${file}`);
  return describe(server.checker, symbol);
}

/** The server's sources, read once: that takes TypeScript seconds. Its own process ends with this one. */
let server: Project | undefined;

function opened(): Project | undefined {
  const config = resolve('server/tsconfig.json');
  return new API({ cwd: process.cwd() }).updateSnapshot({ openProjects: [config] }).getProject(config);
}

function exported({ program, checker }: Project, file: string, name: string): Name | undefined {
  const source = program.getSourceFile(resolve(file));
  const module = source && checker.getSymbolAtLocation(source);
  return module && checker.getMemberInModuleExports(module, name);
}

function describe(checker: Checker, symbol: Name): Schema {
  const shapes = new Shapes(checker);
  const root = shapes.unnamed(checker.getDeclaredTypeOfSymbol(symbol));
  return { ...shapes.described(symbol), ...root, $defs: Object.fromEntries(shapes.named) };
}

/** The tags whose values are numbers. */
const numeric: ReadonlySet<string> = new Set(['minimum', 'minLength']);

/** Finds the schemas of types; those of interfaces and named unions are kept by name. */
class Shapes {
  readonly named = new Map<string, Schema>();
  readonly #checker: Checker;

  constructor(checker: Checker) {
    this.#checker = checker;
  }

  of(type: Type): Schema {
    const name = type.getAliasSymbol() ?? (type.isClassOrInterface() ? type.getSymbol() : undefined);
    if (!name) return this.unnamed(type);
    if (!this.named.has(name.name)) {
      this.named.set(name.name, {});
      this.named.set(name.name, { ...this.described(name), ...this.unnamed(type) });
    }
    return { $ref: `#/$defs/${name.name}` };
  }

  /** The doc comment of a type or a property. */
  described(symbol: Name): Schema {
    const text = this.#checker.getDocumentationCommentOfSymbol(symbol);
    const tags = this.#checker.getJsDocTagsOfSymbol(symbol).map(({ name, text: value = '' }) => [name, value] as const);
    return {
      ...(text && { description: text.replaceAll('\n', ' ') }),
      ...Object.fromEntries(tags.map(([name, value]) => [name, numeric.has(name) ? Number(value) : value])),
    };
  }

  object(type: Type): Schema {
    const properties = this.#checker.getPropertiesOfType(type);
    if (properties.length === 0) throw new Error(`JSON has no ${this.#checker.typeToString(type)}`);
    const required = properties.filter(({ flags }) => !(flags & SymbolFlags.Optional));
    return {
      type: 'object',
      required: required.map(({ name }) => name),
      additionalProperties: false,
      properties: Object.fromEntries(properties.map((property) => [property.name, this.#property(property)])),
    };
  }

  #property(symbol: Name): Schema {
    const type = this.#checker.getTypeOfSymbol(symbol);
    return { ...(type && this.of(type)), ...this.described(symbol) };
  }

  /** The same inline, not by name. */
  unnamed(type: Type): Schema {
    const simple = simpleTypes.find(([flag]) => type.flags & flag);
    if (simple) return simple[1];
    if (type.isLiteralType()) return { const: type.value };
    if (type.isUnionType()) return this.#union(type.getTypes());
    if (type.isTypeReference() && this.#checker.isArrayType(type)) return this.#array(type);
    if (type.isObjectType()) return this.object(type);
    throw new Error(`JSON has no ${this.#checker.typeToString(type)}`);
  }

  #array(type: Parameters<Checker['getTypeArguments']>[0]): Schema {
    const [element] = this.#checker.getTypeArguments(type);
    return { type: 'array', ...(element && { items: this.of(element) }) };
  }

  /** A union of texts, a nullable type, or any other union. Optional properties include `undefined`. */
  #union(types: readonly Type[]): Schema {
    const given = types.filter(({ flags }) => !(flags & TypeFlags.Undefined));
    if (given.every((type) => type.isStringLiteralType())) return { enum: given.map(({ value }) => value) };
    if (given.every(({ flags }) => flags & TypeFlags.BooleanLiteral)) return { type: 'boolean' };
    const isNull = ({ flags }: Type) => Boolean(flags & TypeFlags.Null);
    const choices = [...given.filter((type) => !isNull(type)), ...given.filter(isNull)].map((type) => this.of(type));
    const [first = {}, second, ...others] = choices;
    if (!second) return first;
    if (typeof first.type === 'string' && second.type === 'null' && others.length === 0) {
      return { ...first, type: [first.type, 'null'] };
    }
    return { anyOf: choices };
  }
}

const simpleTypes: readonly (readonly [flag: TypeFlags, schema: Schema])[] = [
  [TypeFlags.String, { type: 'string' }],
  [TypeFlags.Number, { type: 'integer', minimum: 0 }],
  [TypeFlags.Boolean, { type: 'boolean' }],
  [TypeFlags.Null, { type: 'null' }],
];
