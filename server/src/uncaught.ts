/** How much of a stack is printed: lines, and characters per line. */
const most = { lines: 8, line: 300 };

/**
 * Reports an uncaught error and exits with 2. By default, Node prints the source line of the error: in a minified bundle, that is
 * the whole bundle.
 */
export function reportUncaught(program: string): void {
  process.on('uncaughtException', (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const lines = stack.split('\n').slice(0, most.lines);
    const told = lines.map((line) => line.slice(0, most.line).replace(/\p{Cc}/gu, '\uFFFD')).join('\n');
    process.stderr.write(`${program}: unexpected error. This is a bug in Meetlog; please report it:\n${told}\n`);
    process.exit(2);
  });
}
