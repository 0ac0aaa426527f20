import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '@babel/parser';
import { assert } from 'chai';
import { transformSync } from 'esbuild';
import { equal, isEqual } from './equal.js';
import type { Mutant, Numbered } from './mutant.js';
import { mutantsOf } from './mutantsOf.js';
import { pick } from './pick.js';
import { shown, summary } from './report.js';
import { switched } from './switched.js';

describe('the mutants of a source', () => {
  const check = (source: string, ...expected: string[]) =>
    assert.sameMembers(
      mutantsOf(source).map(({ kind, before, after }) => `${kind}: ${before} -> ${after}`),
      expected,
    );

  it('return the neutral value of a function’s type at once', () => {
    check('function f(): string { g(); }', "return: function f(): string -> return ''");
    check('function f(): readonly X[] { g(); }', 'return: function f(): readonly X[] -> return []');
    check('function f(): X | null { g(); }', 'return: function f(): X | null -> return null');
    check('function f(x: X): x is Y { g(); }', 'return: function f(x: X): x is Y -> return false');
    check('async function f(): Promise<number> { g(); }', 'return: async function f(): Promise<number> -> return 0');
    check('function* f(): Generator<X> { g(); }', 'return: function* f(): Generator<X> -> return');
    check('function f() { g(); }', 'return: function f() -> return');
    check('const f = () => [g];', 'return: () => [g] -> []');
    check('const f = (): string | undefined => g;', 'return: (): string | undefined => g -> undefined');
    check('class A { constructor() { g(); } m() { g(); } }', 'return: m() -> return');
    check('function f() {}');
  });
  it('negate conditions', () => {
    check('if (a) b();', 'negate: a -> !(a)');
    check('c = a ? b : d;', 'negate: a -> !(a)');
    check('while (a) b();', 'negate: a -> !(a)');
    check('if (a === b) c();', 'negate: a === b -> !(a === b)');
  });
  it('shift and invert comparisons', () => {
    check('c = a < b;', 'compare: a < b -> a <= b');
    check('c = (a + b) >= d;', 'compare: (a + b) >= d -> (a + b) > d');
    check('c = a === b;', 'compare: a === b -> a !== b');
    check('c = a + b;');
  });
  it('shift numbers', () => check('f(2);', 'number: 2 -> 3'));
  it('leave out properties of object literals', () => {
    check('f({ a: b, c, ...d });', 'property: a: b -> ', 'property: c -> ', 'property: ...d -> ');
    check('f({ get a() { return b; } });', 'return: get a() -> return');
    check('const { a, b: c } = d;');
  });
  it('empty strings', () => {
    check("f('a');", "string: 'a' -> ''");
    check('f(`a`);', 'string: `a` -> ``');
    check('f(html`<b>`);', 'string: html`<b>` -> html``');
    check("f('');");
  });
  it('swap “and” and “or”', () => {
    check('c = a && b;', 'logical: a && b -> a || b');
    check('c = a || b;', 'logical: a || b -> a && b');
    check('c = a ?? b;');
  });
  it('do not change types, names and modules', () => {
    check("import { a } from 'b';\nexport { c } from 'd';\ntype A = 'x' | 1;\ninterface B { readonly c: 'd' }");
    check("const a: 'x' | 1 = b as 'y';");
    check("c = typeof a === 'string';", "compare: typeof a === 'string' -> typeof a !== 'string'");
    check("const { 'a-b': c } = d;");
  });
  it('have 1-based lines', () =>
    assert.deepEqual(
      mutantsOf('a(1);\n\nb(2);').map(({ line }) => line),
      [1, 3],
    ));
});

describe('mutants in a source', () => {
  const source = `
    const sizes: Record<string, number> = { small: 1, large: 9 };
    function sizeOf(name: string): number {
      if (name === '' || name.length > 8) return 0;
      return sizes[name] ?? sizes['small'];
    }
    const all = ['', 'small', 'large', 'x', 'somebodys', 'somebody'].map((name) => sizeOf(name));
  `;
  const numbered = mutantsOf(source).map((mutant, id): Numbered => ({ ...mutant, id, file: 'x.ts' }));
  const { code } = transformSync(switched(source, numbered), { loader: 'ts' });
  const run = (active: number | undefined): unknown => {
    const isMutant = active === undefined ? undefined : (id: number) => id === active;
    return new Function('globalThis', `${code}; return all;`)({ isMutant });
  };
  const by = (kind: string, before: string) =>
    run(numbered.find((one) => one.kind === kind && one.before === before)?.id);

  it('change nothing until one is switched on', () => {
    assert.deepEqual(run(undefined), [0, 1, 9, 1, 0, 1]);
    assert.deepEqual(run(-1), [0, 1, 9, 1, 0, 1]);
  });
  it('do what they say when they are', () => {
    assert.deepEqual(by('return', 'function sizeOf(name: string): number'), [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(by('negate', "name === '' || name.length > 8"), [1, 0, 0, 0, 1, 0]);
    assert.deepEqual(by('compare', 'name.length > 8'), [0, 1, 9, 1, 0, 0]);
    assert.deepEqual(by('logical', "name === '' || name.length > 8"), [1, 1, 9, 1, 1, 1]);
    assert.deepEqual(by('property', 'large: 9'), [0, 1, 1, 1, 0, 1]);
    assert.deepEqual(by('number', '9'), [0, 1, 10, 1, 0, 1]);
    assert.deepEqual(by('string', "'large'"), [0, 1, 0, 1, 0, 1]);
  });
  it('keep every file of the features valid, all at once', () => {
    const files = readdirSync('server/src/features', { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((one) => one.endsWith('.ts'))) {
      const text = readFileSync(`server/src/features/${file}`, 'utf8');
      const all = mutantsOf(text).map((mutant, id) => ({ ...mutant, id, file }));
      assert.doesNotThrow(() => parse(switched(text, all), { sourceType: 'module', plugins: ['typescript'] }), file);
    }
  });
});

describe('the selected mutants', () => {
  const mutant = (kind: Mutant['kind'], start: number): Mutant => ({
    kind,
    start,
    end: start,
    line: 1,
    before: '',
    after: '',
    place: 'expression',
  });
  const strings = Array.from({ length: 90 }, (_, start) => mutant('string', start));
  const returns = Array.from({ length: 10 }, (_, start) => mutant('return', 100 + start));
  const large = { size: 3000, mutants: [...strings, ...returns] };
  const small = { size: 1000, mutants: strings };

  it('are in proportion to the size of each file, and the same for the same seed', () => {
    const picked = pick([large, small], 16, 1);
    assert.lengthOf(picked, 16);
    assert.lengthOf(
      picked.filter(({ kind }) => kind === 'return'),
      6,
    );
    assert.deepEqual(pick([large, small], 16, 1), picked);
    assert.notDeepEqual(pick([large, small], 16, 2), picked);
  });
  it('are all if there are not more', () => assert.lengthOf(pick([large, small], 1000, 1), 190));
});

describe('the mutants that no test can distinguish', () => {
  it('are found in their files', () => {
    for (const { file, kind, before } of equal) {
      const all = mutantsOf(readFileSync(file, 'utf8'));
      const found = all.filter((one) => one.kind === kind && one.before === before);
      assert.lengthOf(found, 1, `${file}: ${before}`);
      assert.isTrue(found.every((one) => isEqual(file, one)));
    }
  });
});

describe('the report of mutants', () => {
  it('shows the source before and after', () => {
    const [one] = mutantsOf('if (a) b();').map((mutant) => ({ ...mutant, id: 0, file: 'x.ts' }));
    assert.equal(one && shown(one, 'survived'), 'x.ts:1 negate, survived\n  - a\n  + !(a)\n');
  });
  it('counts what hangs as killed', () =>
    assert.equal(
      summary(['killed', 'timeout', 'survived', 'uncovered']),
      '4 mutants: 1 killed, 1 timeout, 1 survived, 1 uncovered. Score: 50.0 %\n',
    ));
});
