import { assert } from 'chai';
import { allDecisions } from '../../server/src/minutes/minutes.js';
import { select } from '../../server/src/minutes/select.js';
import { writerNamed } from '../../server/src/minutes/writers.js';
import { hoverAt, lines, logOf, meeting, minutesOfText, shownLenses } from '../helpers/logs.js';

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

  it('are an item in the formats of bots, as printed by them', () => {
    const result = 'Voted on "Tea or *coffee*?" Results are, Tea: 2, Coffee: 0';
    assert.include(write('text').replace(/\s+/g, ' '), `* VOTE: ${result} (ann, 10:04:00)`);
    for (const name of ['html', 'rst', 'mediawiki', 'pmwiki']) {
      assert.include(write(name), 'Results are, Tea: 2, Coffee: 0', name);
    }
  });
  it('are a separate list in Markdown, with who voted for what', () =>
    assert.include(
      write('markdown'),
      '## Votes\n\n- Tea or \\*coffee\\*? ([ann, 10:01:00](club.log#L3))\n  - Tea: 2 (bob, eve)\n  - Coffee: 0\n' +
        '- Cake? (not closed) ([ann, 10:06:00](club.log#L9))\n  - Yes: 0\n  - No: 0\n',
    ));
  it('are a separate list on the page', () => {
    assert.match(write('page'), /<h2[^>]*>Votes</);
    assert.include(write('page'), '<b>Tea or *coffee*?</b> <span class="source">ann, 10:01:00</span>');
    assert.include(write('page'), '<li>Tea: 2 (bob, eve)</li>');
  });
  it('are a separate list in Moin', () =>
    assert.include(
      write('moin', meeting('10:01 <ann> [vote] Tea\n10:02 <bob> +1\n10:03 <ann> [endvote]\n')),
      '== Vote results ==\n\n * Tea (Carried)\n  * +1: 1 (bob)\n  * -1: 0\n  * +0: 0',
    ));
  it('have their result once, since their topic shows only the question', () => {
    const hcoop = meeting(lines`
      10:00:01 <bot> Meeting started at 2031-03-14T10:00:00+00:00
      10:00:30 <ann> #topic Drinks
      10:01:00 <ann> #motion we buy tea
      10:02:00 <bob> #vote +1
      10:03:00 <eve> #vote +1
      10:04:00 <ann> #close
      `);
    // The timeline names each decision at its mark.
    const count = (text: string, part: string) => text.replace(/<figure>.*?<\/figure>/gs, '').split(part).length - 1;
    for (const name of ['markdown', 'page', 'moin']) {
      assert.equal(count(write(name), 'Tea: 2'), 1, name);
      assert.equal(count(write(name), 'Results are'), 0, name);
      const moved = write(name, hcoop);
      assert.equal(count(moved, '+1: 2 (bob, eve)'), 1, name);
      assert.equal(count(moved, 'accepted'), 1, name);
      assert.equal(count(moved, 'in favor'), 0, name);
    }
    const [drinks] = minutesOfText(hcoop).topics;
    assert.deepEqual(
      drinks?.items.map(({ type, ofVote }) => `${type} ${ofVote}`),
      ['MOTION motion', 'VOTE ballot', 'VOTE ballot', 'ACCEPTED result'],
    );
    assert.include(
      write('markdown'),
      '### Drinks\n\n- **VOTE:** Tea or \\*coffee\\*? ([ann, 10:04:00](club.log#L7))\n',
    );
    assert.include(write('markdown', hcoop), '- **MOTION:** we buy tea ([ann, 10:01:00](club.log#L4))\n\n##');
  });
  it('have their own decisions in the data, without ballots', () => {
    const texts = allDecisions(minutesOfText(opendev)).map(({ text }) => text);
    assert.deepEqual(texts, ['Voted on "Tea or *coffee*?" Results are, Tea: 2, Coffee: 0']);
  });
  it('show their outcome', () => {
    const outcomeOf = (text: string) => minutesOfText(`10:00 <ann> #startmeeting\n${text}`).votes[0]?.outcome;
    assert.equal(outcomeOf('10:01 <ann> [vote] Tea\n10:02 <bob> -1\n10:03 <ann> [endvote]\n'), 'Denied');
    assert.isNull(outcomeOf('10:01 <ann> [vote] Tea\n10:02 <bob> -1\n'));
    assert.isNull(minutesOfText(opendev).votes[0]?.outcome);
  });
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
    const { contents } = hoverAt(logOf(opendev), { line: 2, character: 16 }) ?? {};
    assert.include(JSON.stringify(contents), 'closed · Tea: 2, Coffee: 0');
  });
});

describe('a nick outside of meetings', () => {
  it('has a hover with what it said', () => {
    const { contents } =
      hoverAt(logOf('10:00 <ann> hi\n10:01 <bob> ho\n10:05 <ann> bye\n'), { line: 0, character: 7 }) ?? {};
    assert.include(JSON.stringify(contents), '2 lines in this log, 10:00:00 to 10:05:00');
  });
});
