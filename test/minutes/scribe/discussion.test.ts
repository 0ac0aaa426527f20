import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { writeMarkdown, writeTopicMarkdown } from '../../../server/src/minutes/formats/markdown.js';
import type { Minutes, MinutesParagraph, MinutesScribe } from '../../../server/src/minutes/minutes.js';
import { peopleLists } from '../../../server/src/minutes/scribe/namesPresent.js';
import { select } from '../../../server/src/minutes/select.js';
import { minutesOfText } from '../../helpers/logs.js';

const minutes = minutesOfText(readFileSync('test/fixtures/garden-guild.log', 'utf8'), 'garden-guild.log');
const scribe = minutes.scribe as MinutesScribe;

/** The minutes with one paragraph of the discussion. */
function withParagraph(paragraph: Partial<MinutesParagraph>): Minutes {
  const [first] = scribe.discussion;
  assert.isDefined(first);
  return { ...minutes, scribe: { ...scribe, discussion: [{ ...(first as MinutesParagraph), ...paragraph }] } };
}

const shown = (paragraph: Partial<MinutesParagraph>) =>
  /## Discussion\n\n(.*?)\n\n## /s.exec(writeMarkdown(withParagraph(paragraph), {}))?.[1];

describe('the discussion in Markdown', () => {
  it('has links with a text, and says where others would lead', () => {
    assert.equal(shown({ lines: ['-> https://a.example/b the pot'] }), '[the pot](https://a.example/b)');
    assert.equal(shown({ lines: ['wow! [pot](https://a.example/b) here'] }), 'wow! [pot](https://a.example/b) here');
    assert.equal(shown({ lines: ['wow![](https://a.example/b)'] })?.includes('!['), false);
    assert.equal(shown({ lines: ['-> ftp://a.example/b the pot'] }), 'the pot (<ftp://a.example/b>)');
  });
  it('links issues if a repository is known', () => {
    const [first] = scribe.discussion as readonly [MinutesParagraph];
    const repo = { ...first, kind: 'repo', lines: ['tea/pot'] } as const;
    const said = { ...first, kind: 'narration', lines: ['fine! #12, cup#3', 'and #x'] } as const;
    const written = (...discussion: MinutesParagraph[]) =>
      writeMarkdown({ ...minutes, scribe: { ...scribe, discussion } }, {});
    const link =
      'fine! [#<!---->12](https://github.com/tea/pot/issues/12), [cup#<!---->3](https://github.com/tea/cup/issues/3)';
    assert.include(written(repo, said), link);
    assert.notInclude(written(said), 'issues/12');
    assert.notInclude(written({ ...repo, lines: ['x](y) <b>/a"b'] }, said), '<b>');
  });
  it('quotes code between more backticks than it has', () =>
    assert.equal(shown({ kind: 'verbatim', lines: ['````', ' x'] }), '`````\n````\n x\n`````'));
  it('mentions no one unless it may', () => {
    assert.equal(shown({ lines: ['thanks @ann'] }), 'thanks @<!---->ann');
    assert.include(writeMarkdown(withParagraph({ lines: ['thanks @ann'] }), { mentions: true }), 'thanks @ann\n');
  });
});

describe('a selection of minutes with a discussion', () => {
  it('has that of one topic', () => {
    const spoken = select(minutes, { topic: 2 }).scribe?.discussion.map(({ lines }) => lines[0]);
    assert.deepEqual(spoken, [
      'Compost',
      'the compost smells of vinegar',
      'and it steams',
      'more leaves, I think',
      'turn the heap on Fridays',
    ]);
    assert.match(writeTopicMarkdown(minutes, 2), /^# Compost\n\n\*\*Mika:\*\* the compost smells of vinegar\n\n/);
  });
  it('has times in the same time zone', () => {
    const utc = { ...minutes, zone: 'UTC' };
    const moved = select(utc, { timeZone: 'Asia/Tokyo' });
    assert.equal(moved.scribe?.discussion[0]?.time, '03:57:40');
  });
  it('has none if only items of some kind are wanted', () =>
    assert.isEmpty(select(minutes, { only: 'actions' }).scribe?.discussion));
});

describe('the people of a meeting with a scribe', () => {
  it('are those of the list, and apart from them those who only spoke', () =>
    assert.deepEqual<unknown>(peopleLists(minutes), {
      present: [
        { nick: 'Lena', lines: 10 },
        { nick: 'oskar', lines: 12 },
        { nick: 'Priya', lines: 12 },
      ],
      others: [{ nick: 'mika', lines: 5, chair: false }],
      othersTitle: 'Spoke, but not listed as present',
    }));
});
