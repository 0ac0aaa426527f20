import fc from 'fast-check';
import { cleanText } from '../../../server/src/minutes/escape/clean.js';
import { html } from '../../../server/src/minutes/escape/htmlDoor.js';
import { discussionHtml } from '../../../server/src/minutes/formats/htmlDiscussion.js';
import type { Minutes } from '../../../server/src/minutes/minutes.js';
import { discussed } from '../../../server/src/minutes/scribe/discussion.js';
import { runs } from '../../helpers/edits.js';
import { assertFilled, drafts, harmlessScribed, hostileScribed } from '../../helpers/hostileMinutes.js';
import { renderedTree } from '../../helpers/renderedTree.js';

const fragments = [
  '<p data-line="1">',
  '</p>',
  '<br>',
  '</pre>',
  '<img src=x onerror=alert(1)>',
  '" onx="',
  "' x='",
  '&',
  '#12',
  'a/b#1',
];

describe('a hostile discussion in HTML', () => {
  const tree = (minutes: Minutes) =>
    renderedTree(discussionHtml(discussed(minutes), ({ text }) => html`${text}`).join(''), minutes.log);

  it('is read as what was said', () => {
    const expected = tree(harmlessScribed);
    fc.assert(
      fc.property(drafts(fragments), (draft) => {
        // As in minutes of a log, which HTML does not clean again.
        const minutes = hostileScribed({
          ...draft,
          texts: draft.texts.map(cleanText),
          more: draft.more.map(cleanText),
        });
        assertFilled(tree(minutes), expected, draft, tree(minutes));
      }),
      { numRuns: runs(200), seed: 5 },
    );
  });
});
