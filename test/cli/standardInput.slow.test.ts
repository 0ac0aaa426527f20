import { assert } from 'chai';
import { Desk } from '../helpers/commandLine.js';
import { meeting } from '../helpers/logs.js';

const log = meeting('10:01 <ann> #info one\n10:02 <bob> #topic x\n');

describe('standard input', () => {
  const desk = Desk.forEach({ 'club.log': log, 'talk.log': '10:00 <ann> hi\n' });
  const check = (line: string, code: number, output = '', errors = '') => {
    const { status, stdout, stderr } = desk.shell(line);
    assert.include(stderr, errors);
    assert.include(stdout, output);
    assert.equal(status, code, stdout + stderr);
    return { stdout, stderr };
  };

  it('is read as a log, whose minutes are printed', () => {
    const { stderr } = check('meetlog minutes - < club.log', 0, 'one (ann, 10:01:00)');
    assert.equal(stderr, '');
    check('cat club.log | meetlog minutes - -f text -o -', 0, '* one');
    assert.sameMembers(Object.keys(desk.files()), ['club.log', 'talk.log']);
  });
  it('gives the same minutes as its file, if it has the same name', () => {
    desk.check('minutes club.log -f markdown,json,page -o a/', 0);
    check('meetlog minutes - --stdin-filename club.log -f markdown,json,page -o b/ < club.log', 0);
    for (const name of ['club.md', 'club.json', 'club.page.html'])
      assert.equal(desk.read(`b/${name}`), desk.read(`a/${name}`));
  });
  it('goes into a file or a folder, also beside other logs', () => {
    check('meetlog minutes - -o one.md < club.log', 0, '', 'one.md');
    check('meetlog minutes - -o out/ < club.log', 0, '', 'out/meeting.md');
    desk.write({ 'meeting.log': log });
    check(
      'meetlog minutes - meeting.log -o out/ < club.log',
      2,
      '',
      'standard input and meeting.log would be written to the same file',
    );
    check('meetlog minutes - meeting.log < club.log', 0, 'one (ann, 10:01:00)', 'meeting.md');
    check('meetlog minutes - --index < club.log', 2, '', 'an index is of files');
  });
  it('is checked and outlined', () => {
    check('meetlog check - < club.log', 0, 'standard input:3:13: warning');
    check('meetlog check - -f github --stdin-filename logs/x.log < club.log', 0, 'file=logs/x.log,line=3');
    check('meetlog outline - < club.log', 0, 'INFO one');
    assert.equal(JSON.parse(check('meetlog outline - --json < club.log', 0).stdout).file, 'standard input');
  });
  it('is named if something is wrong with it', () => {
    check('meetlog minutes - < talk.log', 1, '', 'standard input: This log has no #startmeeting.');
    check('meetlog check - < talk.log', 0, 'standard input: This log has no #startmeeting.');
    check('meetlog minutes - club.log -o x/ < .', 2, '', 'standard input cannot be read: it is a folder');
    assert.property(desk.files(), 'x/club.md');
    check('meetlog minutes - --topic 9 < club.log', 2, '', 'standard input: there is no topic 9');
  });
  it('is waited for if it does not block, and read completely', () => {
    const slow = `const { spawn } = require("node:child_process");
      const [node, cli] = process.argv.slice(1);
      const child = spawn(node, [cli, "minutes", "-"], { stdio: ["pipe", "inherit", "inherit"] });
      child.stdin.write(${JSON.stringify(log)}.slice(0, 40));
      child.stdin.end(${JSON.stringify(log)}.slice(40));`;
    desk.write({ 'slow.cjs': slow });
    check(`"${process.execPath}" -e "$(cat slow.cjs)" "${process.execPath}" "${process.cwd()}/dist/cli.js"`, 0, 'one');
  });
  it('is read once, and is not a file of that name', () => {
    desk.write({ '-': meeting('10:01 <ann> #info two\n') });
    const { stdout } = check('meetlog outline - - < club.log', 0, 'one');
    assert.lengthOf(stdout.match(/one/g) ?? [], 1);
    check('meetlog outline ./- < club.log', 0, 'two');
  });
});
