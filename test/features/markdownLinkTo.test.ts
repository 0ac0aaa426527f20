import { assert } from 'chai';
import { markdownLinkTo } from '../../server/src/features/markdownLinkTo.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('a link to a log in Markdown', () => {
  const titled = (title: string) => meeting('').replace('#startmeeting', `#startmeeting ${title}`);
  const check = (text: string, link: string | null, uri = 'file:///logs/club.log', folder = 'file:///logs') =>
    assert.equal(markdownLinkTo(logOf(text), uri, folder), link);

  it('is the title of the meeting', () => check(titled('Spring plan'), '[Spring plan](club.log)'));
  it('is relative to the folder of the document', () => {
    check(titled('A'), '[A](../logs/club.log)', 'file:///x/logs/club.log', 'file:///x/docs');
    check(titled('A'), '[A](logs/club%20one.log)', 'file:///x/logs/club%20one.log', 'file:///x');
  });
  it('has nothing in its text that is markup', () =>
    check(titled('a [b](c) *d*'), '[a \\[b&#93;(c) \\*d\\*](club.log)'));
  it('is the name of a log with several meetings, or none', () => {
    check(titled('A') + titled('B'), '[club](club.log)');
    check('10:00 <ann> hi\n', '[club](club.log)');
  });
  it('does not exist where no relative link leads', () => {
    check(titled('A'), null, 'untitled:Untitled-1');
    check(titled('A'), null, 'file:///logs/club.log', 'vscode-vfs://github/a/b');
  });
});
