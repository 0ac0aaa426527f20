/** The most that is told of where an error comes from: lines, and characters of each. */
const most = { lines: 8, line: 300 };

/**
 * Tells of an error that nobody caught, and ends the process with 2. Node itself would print the line of the bundle that it comes from,
 * which is all of the bundle.
 */
export function tellUncaught(program: string): void {
  process.on('uncaughtException', (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const lines = stack.split('\n').slice(0, most.lines);
    const told = lines.map((line) => line.slice(0, most.line).replace(/\p{Cc}/gu, '\uFFFD')).join('\n');
    process.stderr.write(`${program}: an unexpected error, which is a fault of Meetlog. Please report it:\n${told}\n`);
    process.exit(2);
  });
}
