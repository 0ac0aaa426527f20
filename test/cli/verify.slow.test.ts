import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { assert } from 'chai';
import { Desk } from '../helpers/commandLine.js';
import { meeting } from '../helpers/logs.js';

const log = meeting('10:01:00 <bob> #info 3 boats\n10:02:00 <ann> #agreed bob paints the boats\n');
const minutes = '# Boats\n\n## Decisions\n\n- bob paints the boats\n';
const wrong = minutes.replace('bob', 'ann');

describe('meetlog verify', () => {
  const desk = Desk.forEach({ 'boats.log': log, 'boats.md': minutes, 'wrong.md': wrong, 'more/notes.txt': 'notes\n' });

  it('says what the minutes were held against', () =>
    assert.match(
      desk.check('verify boats.md boats.log', 0),
      /^Meeting: .* \(boats\.log:1\)\n2 statements checked, (?:\d+ not checked, )?no findings\n$/,
    ));
  it('reports findings as compilers do', () =>
    assert.include(
      desk.check('verify wrong.md .', 1),
      'wrong.md:5:3: error: The log names bob. (boats.log:3) [wrong-person]\n',
    ));
  it('prints JSON by its schema', () => {
    const printed = JSON.parse(desk.check('verify wrong.md boats.log -f json', 1, 'Meeting: '));
    const validate = new Ajv().compile(JSON.parse(readFileSync('server/verify.schema.json', 'utf8')));
    assert.isTrue(validate(printed), JSON.stringify(validate.errors));
    const [finding] = printed.findings;
    assert.deepInclude(finding, { code: 'wrong-person', line: 5, column: 3, endColumn: 6 });
    assert.deepEqual(finding.source, { log: 'boats.log', line: 3 });
  });
  it('prints annotations and SARIF', () => {
    assert.match(desk.check('verify wrong.md boats.log -f github', 1, 'Meeting: '), /^::error file=wrong\.md,line=5,/);
    const { runs } = JSON.parse(desk.check('verify wrong.md boats.log -f sarif', 1, 'Meeting: '));
    assert.equal(runs[0].results[0].ruleId, 'wrong-person');
    assert.lengthOf(runs[0].tool.driver.rules, 6);
  });
  it('fails for files that cannot be read', () => {
    desk.check('verify none.md boats.log', 2, 'none.md cannot be read: no such file');
    desk.check('verify boats.md none.log', 2, 'none.log cannot be read: no such file');
    desk.check('verify - -', 2, 'only one file can be standard input.');
  });
  it('says that no meeting fits', () => {
    desk.write({ 'other.md': 'Nothing of it.\n', 'kites.log': log.replaceAll('boats', 'kites') });
    assert.include(
      desk.check('verify other.md boats.log kites.log', 1),
      'No meeting of these logs fits these minutes.',
    );
  });
});
