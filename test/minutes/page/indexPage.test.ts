import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { HtmlValidate } from 'html-validate';
import { indexed, writeIndex } from '../../../server/src/minutes/page/indexPage.js';
import { meeting, minutesOfText } from '../../helpers/logs.js';
import { checkSnapshot } from '../../helpers/snapshot.js';

const entry = (text: string, fileName: string, path = fileName.replace('.log', '.page.html')) =>
  indexed(minutesOfText(text, fileName), [{ title: 'Web Page', path }]);

describe('an index', () => {
  it('lists meetings, newest first, and what each person has to do', () => {
    const cafe = readFileSync('test/fixtures/repair-cafe.log', 'utf8');
    const before = meeting('10:01 <ida> #action ida asks\n10:02 <ida> #action nobody in particular buys glue\n');
    checkSnapshot(
      'index.html',
      writeIndex([entry(before, '2031-08-01.log'), entry(cafe, 'cafe.log'), entry(meeting(''), '2031-08-02.log')]),
    );
  });
  it('lists people by nick, ignoring case, and unassigned actions at the end', () => {
    const text = meeting(
      '10:01 <zoe> #action zoe a\n10:01 <Bob> #action Bob b\n10:01 <eve> #action c\n10:01 <eve> #action eve d\n',
    );
    const names = [...writeIndex([entry(text, 'x.log')]).matchAll(/<li><b>(?:<em>)?(\w+)(?:<\/em>)?<\/b>\n<ul>/g)];
    assert.deepEqual(
      names.map(([, name]) => name),
      ['Bob', 'eve', 'zoe', 'Unassigned'],
    );
  });
  it('counts decisions and people', () => {
    const facts = (text: string) =>
      /<span class="source">([^<]*)/.exec(writeIndex([entry(meeting(text), 'x.log')]))?.[1];
    assert.equal(facts('10:01 <ann> #agreed x\n'), '59 min, 1 decision, 1 person');
    assert.equal(
      facts('10:01 <ann> #agreed x\n10:01 <ann> #agreed y\n10:02 <bob> z\n'),
      '59 min, 2 decisions, 2 people',
    );
    assert.equal(facts('10:01 <ann> #nick tove\n'), '59 min, 0 decisions, 1 person');
  });
  it('shows that there is nothing to do', () =>
    assert.include(writeIndex([entry(meeting(''), 'x.log')]), '<p>No action items.</p>'));
  it('escapes chat text', () => {
    const text = '10:00 <a<b> #startmeeting <u>x</u>\n10:01 <a<b> #action <i>y</i> &amp;\n';
    const page = writeIndex([entry(text, '<s>.log', 'a b/<q>"&.html')]);
    assert.notMatch(page, /<[uisq]>/);
    const { results } = new HtmlValidate({ extends: ['html-validate:recommended'] }).validateStringSync(page);
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ message }) => message)),
      [],
    );
    assert.include(page, 'href="a%20b/%3Cq%3E%22%26.html"');
    assert.include(page, '&lt;i&gt;y&lt;/i&gt; &amp;amp;');
  });
});
