import { dice, generateLog, words } from '../logs.js';

/** A document to type in, the same every time. Each line ends in words, so that a letter typed there breaks nothing. */
export interface Sample {
  readonly file: string;
  readonly languageId: string;
  readonly lines: readonly string[];
}

/** What of a grammar goes into a section, as a meeting into a log. */
interface Grammar {
  readonly file: string;
  readonly languageId: string;
  /** What stands above and below all sections. */
  readonly frame?: readonly [string, string];
  readonly head: (section: number) => string;
  /** A line of it; what was said is words and blanks only. */
  readonly line: (at: number, said: string, section: number) => string;
  readonly foot: (isLast: boolean) => string;
}

/** As many lines as a section has: a topic's in our logs. */
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
    // A few constants that nobody reads are a problem that is found last, so each publish tells that all are found: one without
    // problems would not come.
    line: (at, said, section) => {
      if (at % 2 === 1) return `  const item${at} = '${said}';`;
      return section === 0 ? `  console.log('${said}');` : `  console.log(item${at - 1}, '${said}');`;
    },
    foot: () => '}',
  }),
};

/** A sample of a grammar, of so many lines. */
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
