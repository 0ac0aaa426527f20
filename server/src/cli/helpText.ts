/** The text below the options of a command: examples and exit codes, with explanations. */
interface HelpText {
  readonly examples: readonly (readonly [line: string, about: string])[];
  readonly exits: readonly (readonly [code: string, about: string])[];
}

const done = ['0', 'done'] as const;
const wrong = ['2', 'wrong usage, or a file cannot be read or written'] as const;
const listing = (example: string, about: string): HelpText => ({
  examples: [[example, about]],
  exits: [done, ['2', 'wrong usage']],
});

const ledgerExits = [done, ['1', 'a log or a folder has no meeting'], wrong] as const;

const helpTexts: Readonly<Record<string, HelpText>> = {
  minutes: {
    examples: [
      ['meetlog minutes club.log', 'writes club.md beside the log'],
      ['meetlog minutes club.log -o notes.md', 'writes this file'],
      ['meetlog minutes club.log -f text -o -', 'prints text'],
      ['meetlog minutes logs/ -f page,text -o site/ --index', 'writes all meetings in a folder, and an index page'],
      ['meetlog minutes club.log --topic 2 --only decisions,actions', 'writes only these parts'],
      ['curl https://example.org/club.log | meetlog minutes -', 'reads standard input, prints Markdown'],
    ],
    exits: [done, ['1', 'a log or a folder has no meeting'], wrong],
  },
  check: {
    examples: [
      ['meetlog check club.log', 'reports the problems of a log'],
      ['meetlog check logs/ --max-warnings 0', 'allows no warnings in a folder'],
      ['meetlog check logs/ --format github', 'annotates files in GitHub Actions'],
      ['meetlog check club.log --format sarif > club.sarif', 'writes a report for code scanning'],
      ['meetlog check - --stdin-filename club.log < club.log', 'reads standard input'],
    ],
    exits: [done, ['1', 'there are errors or too many warnings, or a folder has no meeting'], wrong],
  },
  outline: {
    examples: [
      ['meetlog outline club.log', 'shows topics with the numbers for --topic'],
      ['meetlog outline logs/', 'shows all meetings in a folder'],
      ['meetlog outline club.log --json > club.json', 'writes an object; for several logs or a folder, a list'],
      ['meetlog outline - < club.log', 'reads standard input'],
    ],
    exits: [done, ['1', 'a log or a folder has no meeting'], wrong],
  },
  actions: {
    examples: [
      ['meetlog actions logs/', 'lists what is open, by person'],
      ['meetlog actions logs/ --person ann --all', 'lists what ann had to do, and what is done'],
      ['meetlog actions logs/ -f csv > actions.csv', 'writes a table for a spreadsheet'],
    ],
    exits: ledgerExits,
  },
  decisions: {
    examples: [
      ['meetlog decisions logs/', 'lists what was decided, newest first'],
      ['meetlog decisions logs/ --search "release date"', 'finds decisions with both words'],
    ],
    exits: ledgerExits,
  },
  agenda: {
    examples: [
      ['meetlog agenda logs/', 'prints commands to paste into the meeting'],
      ['meetlog agenda logs/ --format markdown', 'prints a list for a ticket'],
    ],
    exits: ledgerExits,
  },
  people: {
    examples: [['meetlog people logs/ --since 2031-01-01', 'counts who came to meetings since then']],
    exits: ledgerExits,
  },
  verify: {
    examples: [
      ['meetlog verify club.md club.log', 'reports what the minutes say and the log does not'],
      ['meetlog verify notes.html logs/', 'finds the log of the meeting in a folder'],
      ['meetlog verify - club.log < mail.txt', 'reads the minutes from standard input'],
      ['meetlog verify club.md club.log --format github', 'annotates the minutes in GitHub Actions'],
    ],
    exits: [done, ['1', 'there are findings, or no meeting fits the minutes'], wrong],
  },
  convert: {
    examples: [
      ['meetlog convert club.json', 'writes club.log beside the export'],
      ['meetlog convert lamps/*.json -o lamps.log', 'writes one log of several files, in this order'],
      ['meetlog convert call.vtt --date 2031-03-14', 'counts times from the start of this day'],
      ['meetlog convert - -o club.log < club.json', 'reads standard input'],
    ],
    exits: [done, ['1', 'there are no messages'], wrong],
  },
  mcp: {
    examples: [
      ['meetlog mcp logs/', 'is what the settings of an assistant start'],
      ['claude mcp add meetlog -- npx -y meetlog mcp logs/', 'adds it to Claude Code'],
    ],
    exits: [done, ['2', 'wrong usage, or there is no such folder']],
  },
  formats: listing('meetlog formats', 'shows the values of minutes --format'),
  layouts: listing('meetlog layouts', 'shows the values of --layout'),
  commands: listing('meetlog commands', 'shows what chairs and others can type in a meeting'),
  completion: {
    examples: [
      ['source <(meetlog completion bash)', 'in ~/.bashrc'],
      ['source <(meetlog completion zsh)', 'in ~/.zshrc, below compinit'],
      ['meetlog completion fish > ~/.config/fish/completions/meetlog.fish', 'for all new shells'],
    ],
    exits: [done, ['2', 'wrong usage']],
  },
};

/** The examples and exit codes of a command for its help, below the options; `title` styles their headings. */
export function helpAfter(command: string, title: (text: string) => string): string {
  const text = helpTexts[command];
  if (!text) return '';
  return `\n${title('Examples:')}\n${rows(text.examples)}\n${title('Exit codes:')}\n${rows(text.exits)}`.trimEnd();
}

function rows(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(...pairs.map(([left]) => left.length));
  return pairs.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}
