import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { checkFormats } from '../../server/src/reports/check.js';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const [matcher] = contributes.problemMatchers;

describe('the problem matcher', () => {
  const { regexp, file, line, column, severity, message, code } = matcher.pattern;
  const matched = (text: string) => {
    const found = new RegExp(regexp).exec(text) ?? [];
    return [file, line, column, severity, message, code].map((group: number) => found[group]);
  };

  it('reads what meetlog check prints, on any system', () => {
    for (const name of ['logs/club.log', 'C:\\logs\\club.log', 'a: b.log']) {
      for (const level of ['error', 'warning', 'information'] as const) {
        const problem = {
          code: 'unknown-command',
          severity: level,
          line: 14,
          column: 3,
          endColumn: 9,
          message: 'No “#topik” [of: 3]: x',
        };
        const text = checkFormats.text?.([{ file: name, meetings: 1, problems: [problem] }], (one) => one) ?? '';
        assert.deepEqual(matched(text.trimEnd()), [name, '14', '3', level, problem.message, problem.code]);
      }
    }
  });

  it('is named as tasks name it, and treats other severities as information', () => {
    assert.equal(matcher.name, 'meetlog');
    assert.equal(matcher.severity, 'info');
  });
});

describe('the task type', () => {
  it('has the commands that the client offers', () => {
    const [{ properties }] = contributes.taskDefinitions;
    const offered = /commands = \[([^\]]+)\]/.exec(readFileSync('client/src/taskProvider.ts', 'utf8'))?.[1];
    assert.deepEqual(
      properties.command.enum,
      offered?.split(', ').map((name) => name.slice(1, -1)),
    );
  });
});
