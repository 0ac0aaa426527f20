import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { logOf } from '../../helpers/logs.js';
import { findingsOf, verified } from '../../helpers/verified.js';

const log = logOf(readFileSync('test/fixtures/garden-guild.log', 'utf8'), 'garden-guild.log');

for (const bugCompatible of [false, true]) {
  describe(`the page of a meeting with a scribe${bugCompatible ? ', letter by letter' : ''}`, () => {
    const [meeting = assert.fail()] = log.meetings;
    const page = writerNamed('w3c-html')?.write(minutesOf(log, meeting, { bugCompatible }), { bugCompatible }) ?? '';

    /** What is found if something on the page is another. */
    async function foundIf(said: string | RegExp, instead: string): Promise<string[]> {
      const changed = page.replace(said, instead);
      assert.notEqual(changed, page, String(said));
      return findingsOf(changed, await verified(changed, log));
    }

    const cases: readonly (readonly [
      what: string,
      said: string | RegExp,
      instead: string,
      found: readonly string[],
    ])[] = [
      [
        'a speech has another speaker',
        'Lena:</cite> the second',
        'Oskar:</cite> the second',
        ['wrong-person “Oskar” 16'],
      ],
      [
        'a speech has an invented speaker',
        'Lena:</cite> the second',
        'Zed:</cite> the second',
        ['wrong-person “Zed” 16'],
      ],
      [
        'a speech has no speaker',
        '<cite>Lena:</cite> the second',
        'the second',
        ['wrong-person “the second barrel leaks at the tap<br>” 16'],
      ],
      [
        'a remark is of someone else',
        /<cite>&lt;mika&gt;<\/cite> more/,
        '<cite>&lt;lena&gt;</cite> more',
        ['wrong-person “lena” 39'],
      ],
      ['a word of a speech is another', 'half of', 'most of', ['unsupported “most” 16']],
      ['a number is another', '3/4 inch', '3/8 inch', ['wrong-count “8” 20']],
      ['a speech is invented', '<p id', '<p>Zed: we sell the pump</p>\n<p id', ['unsupported “Zed: we sell the pump”']],
      ['a speech is missing', /<p [^>]*><cite>Mika:<\/cite> and it steams<\/p>\n/, '', ['missing 38']],
      ['a line of a speech is missing', /<br>\n<span id="?2fb4"?>.*?<\/span>/, '', ['missing 16']],
      [
        'a run of speeches is missing',
        /<p [^>]*><cite>Mika:<\/cite> the compost.*?more leaves, I think<\/p>\n/s,
        '',
        ['missing 36'],
      ],
      ['a verbatim line is missing', 'E-42  pressure low\n', '', ['missing 29']],
      [
        'a resolution is turned',
        'RESOLUTION:</strong> turn',
        'RESOLUTION:</strong> do not turn',
        ['unsupported “do not” 40'],
      ],
      ['a resolution is an issue', 'RESOLUTION:</strong> buy', 'ISSUE:</strong> buy', ['unsupported “ISSUE:” 24']],
      ['an item is only in its list', /<p [^>]*><strong>ACTION.*?<\/p>\n/, '', ['missing 25']],
      ['an item is not in its list', /<li><a href="#7752">.*?<\/li>\n/, '', ['missing 24']],
      ['an issue is not in its list', /<li><a href="#ed34">.*?<\/li>\n/, '', ['missing 33']],
      ['a topic is not in the contents', /<li><a href="#5c73">.*?<\/li>\n/, '', ['missing 36']],
      [
        'an action is for another',
        /Mika to measure the thread(?=<\/p>)/,
        'Lena to measure the thread',
        ['wrong-person “Lena” 25'],
      ],
      ['someone was not present', 'Lena, oskar, Priya', 'Lena, oskar, Priya, Zed', ['not-present “Zed” 2']],
      ['someone present sent regrets', '<dd>Tomas', '<dd>Tomas, mika', ['wrong-person “mika” 2']],
      ['someone present is left out', 'Lena, oskar, Priya', 'Lena, Priya', ['missing 2']],
      ['the regrets are left out', '<dt>Regrets</dt><dd>Tomas</dd>\n', '', ['missing 2']],
      ['someone else scribed', 'oskar, priya</dd>', 'oskar, lena</dd>', ['wrong-person “lena” 2', 'missing 2']],
      ['the date is another', /06 May 2031(?=<\/p>|<\/h2>)/, '07 May 2031', ['wrong-date “07 May 2031” 2']],
      ['the date is none', /06 May 2031(?=<\/p>|<\/h2>)/, 'yesterday', ['wrong-date “yesterday”']],
      [
        'the agenda is another',
        'agendas/2031-05-06',
        'agendas/2031-05-13',
        [`unsupported “${bugCompatible ? '<' : 'Agenda'}” 2`],
      ],
      ['the agenda is left out', /<a href="[^"]*agendas[^"]*">.*?<\/a>\n/, '', ['missing 2']],
      [
        'a link is cut',
        'href="https://garden.example/photos/barrel"',
        'href="https://garden.example/photos/"',
        ['unsupported “Photos of the leak” 19'],
      ],
    ];

    it('is what the log says', async () => {
      const report = await verified(page, log);
      assert.deepEqual(findingsOf(page, report), []);
      assert.isAbove(report.supported, 30);
      assert.isAtMost(report.notChecked, 12);
    });
    for (const [what, said, instead, found] of cases) {
      it(`is wrong if ${what}`, async () => {
        assert.deepEqual(await foundIf(said, instead), found);
      });
    }
    it('says how much of the discussion is missing', async () => {
      const changed = page.replace(/<p [^>]*><cite>Mika:<\/cite> the compost.*?more leaves, I think<\/p>\n/s, '');
      const { findings } = await verified(changed, log);
      assert.deepEqual(
        findings.map(({ message }) => message),
        ['3 paragraphs of the discussion are missing, from here on: Mika: the compost smells of vinegar'],
      );
      // It is reported where it should be: below what is before it.
      assert.match(changed.split('\n')[findings[0]?.place.line ?? 0] ?? '', /Compost<\/h3>|done with water/);
    });
  });
}

describe('minutes of a meeting with a scribe', () => {
  it('have what a bot says about an action', async () => {
    const tracked = logOf(
      [
        '<RRSAgent> logging to https://logs.example/2031/03/14-club-irc',
        '<ann> scribe+',
        '<ann> Topic: Tools',
        '<bob> action-20',
        '<trackbot> action-20 -- Bob Hill to oil 3 saws -- due 2031-08-08 -- OPEN',
        '<trackbot> https://club.example/track/actions/20',
        '<ann> bob: done',
      ]
        .map((said) => `10:00:00 ${said}\n`)
        .join(''),
      'club.log',
    );
    const [meeting = assert.fail()] = tracked.meetings;
    for (const format of ['json', 'markdown', 'w3c-html']) {
      const minutes = writerNamed(format)?.write(minutesOf(tracked, meeting), {}) ?? '';
      assert.include(minutes, 'oil 3 saws', format);
      assert.deepEqual(findingsOf(minutes, await verified(minutes, tracked)), [], format);
      const changed = minutes.replace('oil 3 saws', 'oil 4 saws');
      assert.lengthOf((await verified(changed, tracked)).findings, 1, format);
    }
  });
  it('may have a topic and talk with the same words', async () => {
    const said = ['scribe+', 'Topic: the plan', 'the plan', 'Topic: the plan', 'the plan'];
    const start = '10:00:00 <RRSAgent> logging to https://logs.example/2031/03/14-club-irc\n';
    const log = logOf(start + said.map((one, index) => `10:0${index}:00 <ann> ${one}\n`).join(''), 'club.log');
    const [meeting = assert.fail()] = log.meetings;
    const page = writerNamed('w3c-html')?.write(minutesOf(log, meeting), {}) ?? '';
    assert.deepEqual(findingsOf(page, await verified(page, log)), []);
  });
});
