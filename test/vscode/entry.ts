import 'mocha/mocha.js';

// The browser's build of mocha serves both hosts, as the worker has no Node. It puts itself into the global scope.
const { Mocha } = globalThis as unknown as { Mocha: typeof import('mocha') };

/** The runner outside prints the lines that begin with this, and keeps other console output for failures. */
const mark = '¦ ';

/** VS Code calls this in the extension host, and ends with 1 when it rejects. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: class {} as never });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./suites/all.js');
  const failures = await new Promise<number>((done) => report(mocha.run(done)));
  if (failures > 0) throw new Error(`${failures} failed`);
}

function report(runner: Mocha.Runner): void {
  const say = (text: string) => {
    for (const line of text.split('\n')) console.log(mark + line);
  };
  const failed: string[] = [];
  let passed = 0;
  runner.on('pass', (test) => {
    passed++;
    say(`  ✓ ${test.fullTitle()} (${test.duration} ms)`);
  });
  runner.on('pending', (test) => say(`  - ${test.fullTitle()}`));
  runner.on('fail', (test, error) => {
    // The complete error is printed at the end, unless time runs out.
    say(`  ✗ ${test.fullTitle()}: ${error.message}`);
    failed.push(`${test.fullTitle()}\n${error.stack ?? error}${difference(error)}`);
  });
  runner.on('end', () => {
    for (const text of failed) say(`\n${text}`);
    say(`${passed} passed, ${failed.length} failed`);
  });
}

function difference(error: { readonly expected?: unknown; readonly actual?: unknown }): string {
  if (!('expected' in error)) return '';
  return `\nexpected ${JSON.stringify(error.expected, null, 2)}\nactual   ${JSON.stringify(error.actual, null, 2)}`;
}
