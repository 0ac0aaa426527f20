import { assert } from 'chai';
import { hover } from '../../server/src/features/hover.js';
import { select } from '../../server/src/minutes/select.js';
import { writerNamed } from '../../server/src/minutes/writers.js';
import { lines, logOf, meeting, minutesOfText, shownLenses } from '../helpers/logs.js';

const opendev = meeting(lines`
  10:00:30 <ann> #topic Drinks
  10:01:00 <ann> #startvote Tea or *coffee*? Tea, Coffee
  10:02:00 <bob> #vote tea
  10:02:30 <eve> #vote coffee
  10:03:00 <eve> #vote tea
  10:04:00 <ann> #endvote
  10:05:00 <ann> #topic Food
  10:06:00 <ann> #startvote Cake? Yes, No
  `);

describe('votes in minutes', () => {
  const write = (name: string, text = opendev) => writerNamed(name)?.write(minutesOfText(text), {}) ?? '';

  it('are an item in every format, as the bot prints it', () => {
    const result = 'Voted on "Tea or *coffee*?" Results are, Tea: 2, Coffee: 0';
    assert.include(write('text').replace(/\s+/g, ' '), `* VOTE: ${result} (ann, 10:04:00)`);
    for (const name of ['html', 'rst', 'mediawiki', 'pmwiki', 'moin', 'page', 'markdown']) {
      assert.include(write(name), 'Results are, Tea: 2, Coffee: 0', name);
    }
  });
  it('are a list of their own in Markdown, with who voted for what', () =>
    assert.include(
      write('markdown'),
      '## Votes\n\n- Tea or \\*coffee\\*? ([ann, 10:01:00](club.log#L3))\n  - Tea: 2 (bob, eve)\n  - Coffee: 0\n' +
        '- Cake? (not closed) ([ann, 10:06:00](club.log#L9))\n  - Yes: 0\n  - No: 0\n',
    ));
  it('are a list of their own on the page', () => {
    assert.match(write('page'), /<h2[^>]*>Votes</);
    assert.include(write('page'), '<b>Tea or *coffee*?</b> <span class="source">ann, 10:01:00</span>');
    assert.include(write('page'), '<li>Tea: 2 (bob, eve)</li>');
  });
  it('are a list of their own in Moin', () =>
    assert.include(
      write('moin', meeting('10:01 <ann> [vote] Tea\n10:02 <bob> +1\n10:03 <ann> [endvote]\n')),
      '== Vote results ==\n\n * Tea\n  * +1: 1 (bob)\n  * -1: 0\n  * +0: 0',
    ));
  it('are selected with their topic, and with the decisions', () => {
    const minutes = minutesOfText(opendev);
    const questions = (selection: object) => select(minutes, selection).votes.map(({ question }) => question);
    assert.deepEqual(questions({ topic: 2 }), ['Cake?']);
    assert.deepEqual(questions({ only: 'actions' }), []);
    assert.lengthOf(questions({ only: 'decisions' }), 2);
  });
});

describe('votes in the editor', () => {
  it('have a lens with their tally', () => {
    const titles = shownLenses(logOf(opendev), false).map(
      ({ range, command }) => `${range.start.line} ${command?.title}`,
    );
    assert.include(titles, '2 Vote closed · Tea: 2, Coffee: 0');
    assert.include(titles, '8 Vote open · Yes: 0, No: 0');
  });
  it('have a hover', () => {
    const { contents } = hover(logOf(opendev), { line: 2, character: 16 }) ?? {};
    assert.include(JSON.stringify(contents), 'closed · Tea: 2, Coffee: 0');
  });
});

describe('a nick outside of meetings', () => {
  it('has a hover with what it said', () => {
    const { contents } =
      hover(logOf('10:00 <ann> hi\n10:01 <bob> ho\n10:05 <ann> bye\n'), { line: 0, character: 7 }) ?? {};
    assert.include(JSON.stringify(contents), '2 lines in this log, 10:00:00 to 10:05:00');
  });
});
