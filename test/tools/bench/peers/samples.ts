import { dice, generateLog, words } from '../logs.js';

/** A document to type in, the same every time. Each line ends in words, so that a letter typed there breaks nothing. */
export interface Sample {
  readonly file: string;
  readonly languageId: string;
  readonly lines: readonly string[];
}

/** The parts of a language's sample; a section corresponds to a meeting in a log. */
interface Grammar {
  readonly file: string;
  readonly languageId: string;
  /** The text above and below all sections. */
  readonly frame?: readonly [string, string];
  readonly head: (section: number) => string;
  /** A line of a section; `said` consists only of words and spaces. */
  readonly line: (at: number, said: string, section: number) => string;
  readonly foot: (isLast: boolean) => string;
}

/** The number of lines in a section: like those of a topic in our logs. */
const sectionLines = 50;

export function logSample(lines: number): Sample {
  return {
    file: 'chat.2024-01-02-10.00.log.txt',
    languageId: 'meeting-log',
    lines: generateLog(lines).trimEnd().split('\n'),
  };
}

export const samples = {
  json: sample({
    file: 'sample.json',
    languageId: 'json',
    frame: ['{', '}'],
    head: (section) => `  "meeting${section}": {`,
    line: (at, said) => `    "item${at}": "${said}"${at === sectionLines - 2 ? '' : ','}`,
    foot: (isLast) => (isLast ? '  }' : '  },'),
  }),
  yaml: sample({
    file: 'sample.yaml',
    languageId: 'yaml',
    head: (section) => `meeting${section}:`,
    line: (at, said) => `  item${at}: ${said}`,
    foot: () => '',
  }),
  markdown: sample({
    file: 'sample.md',
    languageId: 'markdown',
    head: (section) => `## Meeting ${section}`,
    line: (at, said, section) => (at % 10 === 0 ? `- [item ${at}](#meeting-${section >> 1}) ${said}` : `- ${said}`),
    foot: () => '',
  }),
  bash: sample({
    file: 'sample.sh',
    languageId: 'shellscript',
    head: (section) => `meeting${section}() {`,
    line: (at, said) => (at % 2 === 1 ? `  local item${at}="${said}"` : `  echo "$item${at - 1}" "${said}"`),
    foot: () => '}',
  }),
  typescript: sample({
    file: 'sample.ts',
    languageId: 'typescript',
    head: (section) => `export function meeting${section}(): void {`,
    // A few unused constants are a problem that is found last, so each publish shows that all are found: without problems, there
    // would be none.
    line: (at, said, section) => {
      if (at % 2 === 1) return `  const item${at} = '${said}';`;
      return section === 0 ? `  console.log('${said}');` : `  console.log(item${at - 1}, '${said}');`;
    },
    foot: () => '}',
  }),
};

/** A sample of a language with this many lines. */
function sample(grammar: Grammar): (lines: number) => Sample {
  return (lines) => {
    const random = dice();
    const sections = Math.floor(lines / sectionLines);
    const all = Array.from({ length: sections }, (_, section) => {
      const body = Array.from({ length: sectionLines - 2 }, (_, at) =>
        grammar.line(
          at + 1,
          Array.from({ length: 6 + random(6) }, () => words[random(words.length)]).join(' '),
          section,
        ),
      );
      return [grammar.head(section), ...body, grammar.foot(section === sections - 1)];
    }).flat();
    const [above, below] = grammar.frame ?? [];
    const framed = above === undefined || below === undefined ? all : [above, ...all, below];
    return { file: grammar.file, languageId: grammar.languageId, lines: framed };
  };
}
