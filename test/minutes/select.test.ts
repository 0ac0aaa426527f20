import { assert } from 'chai';
import type { Minutes } from '../../server/src/minutes/minutes.js';
import { isTimeZone, type Selection, select, timeZoneFault } from '../../server/src/minutes/select.js';
import { lines, meeting, minutesOfText } from '../helpers/logs.js';

const log = meeting(lines`
  10:00:01 <bot> Meeting started Thu Jan  2 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot at http://wiki.debian.org/MeetBot.
  10:01:00 <ann> #info before
  10:01:30 <ann> #agreed tea
  10:02:00 <ann> #topic Cups
  10:03:00 <bob> #action ann washes
  10:04:00 <ann> #topic Spoons
  23:30:00 <ann> #agreed buy some
  `);

/** A meeting whose bot says that the clock is UTC, but gives no date; the log's name may have one. */
function greeted(text: string, fileName: string, hour = '10'): Minutes {
  const bot = '10:00:01 <bot> Meeting started at 10:00:00 UTC.  The chair is ann.  Information about MeetBot at x\n';
  const log = meeting(bot + text)
    .replaceAll(/\b10:00:0/g, `${hour}:00:0`)
    .replaceAll(/^10/gm, hour);
  return minutesOfText(log, fileName);
}

describe('a selection', () => {
  const minutes = minutesOfText(log);
  const check = (selection: Selection, items: string[], topics: Record<string, string[]>) => {
    const left = select(minutes, selection);
    assert.deepEqual(
      left.items.map(({ text }) => text),
      items,
    );
    const found = left.topics.map(({ text, items: own }) => [text, own.map((item) => item.text)]);
    assert.deepEqual(Object.fromEntries(found), topics);
    return left;
  };

  it('has the day of the zone', () => {
    const day = (time: string) =>
      select({ ...minutes, date: '2031-07-01', start: { line: 1, time } }, { timeZone: 'Europe/Berlin' }).date;
    assert.equal(day('21:59:55'), '2031-07-01');
    assert.equal(day('22:00:00'), '2031-07-02');
  });
  it('without restrictions keeps everything', () => assert.deepEqual(select(minutes, {}), minutes));
  it('leaves decisions', () => check({ only: 'decisions' }, ['tea'], { Spoons: ['buy some'] }));
  it('leaves actions', () => check({ only: 'actions' }, [], { Cups: ['ann washes'] }));
  it('keeps several kinds', () => {
    check({ only: ['decisions', 'actions'] }, ['tea'], { Cups: ['ann washes'], Spoons: ['buy some'] });
    check({ only: ['actions'] }, [], { Cups: ['ann washes'] });
  });
  it('keeps one topic', () => check({ topic: 2 }, [], { Spoons: ['buy some'] }));
  it('throws for a topic that does not exist', () => {
    for (const topic of [0, 3, -1, 1.5])
      assert.throws(() => select(minutes, { topic }), RangeError, `no topic ${topic}, the meeting has 2`);
  });
  it('leaves out the bot', () => {
    assert.include(
      minutes.people.map(({ nick }) => nick),
      'bot',
    );
    assert.deepEqual(
      select(minutes, { withoutBot: true }).people.map(({ nick }) => nick),
      ['ann', 'bob'],
    );
  });
  it('links to the log elsewhere, and to its page', () => {
    const check = (selection: Selection, base: string | null, pageBase: string | null, page = 'club.log.html') =>
      assert.deepInclude(select(minutes, selection).log, { base, pageBase, page });
    check({ logUrl: 'https://x.example/' }, 'https://x.example/', 'https://x.example/');
    check({ logFolder: '../logs/' }, '../logs/', '../logs/');
    check({ logFolder: null }, null, null);
    check({ logFolder: '../logs/', pageBeside: 'club-2.log.html' }, '../logs/', '', 'club-2.log.html');
    check({ logUrl: '/logs/', logFolder: '../', pageBeside: 'x.html' }, '/logs/', '/logs/', 'x.html');
    check({ pageBeside: 'x.html' }, '', '', 'x.html');
  });

  it('ignores an address that is not fit for links', () => {
    for (const logUrl of ['javascript:x//', '//x.example/', 'https://x/ y']) {
      assert.equal(select(minutes, { logUrl }).log.base, '');
    }
  });

  it('shows another time zone everywhere', () => {
    const left = check({ timeZone: 'Asia/Kolkata' }, ['before', 'tea'], { Cups: ['ann washes'], Spoons: ['buy some'] });
    assert.deepInclude(left, { date: '2031-01-02', zone: 'GMT+5:30' });
    assert.equal(left.start.time, '15:30:00');
    assert.equal(left.end?.time, '16:29:00');
    assert.equal(left.topics[1]?.items[0]?.time, '05:00:00');
    assert.equal(left.entries[1]?.time, '15:30:01');
  });
  it('shows the times of votes in another time zone, including their ends', () => {
    const said = '10:01:00 <ann> #startvote x?\n10:02:00 <ann> #endvote\n10:03:00 <ann> #startvote y?\n';
    const bot = '10:00:01 <bot> Meeting started Thu Jan  2 10:00:00 2031 UTC and is due to finish in 60 minutes.\n';
    const { votes } = select(minutesOfText(meeting(bot + said)), { timeZone: 'Asia/Kolkata' });
    assert.deepEqual(
      votes.map(({ time, end }) => [time, end?.time]),
      [
        ['15:31:00', '15:32:00'],
        ['15:33:00', undefined],
      ],
    );
  });
  it('shows the day of another time zone', () => {
    const late = greeted('', '2031-06-30.log', '23');
    assert.deepInclude(select(late, { timeZone: 'Europe/Berlin' }), { date: '2031-07-01', zone: 'CEST' });
    const early = greeted('', '2031-01-01.log', '01');
    assert.deepInclude(select(early, { timeZone: 'America/New_York' }), { date: '2030-12-31' });
  });
  it('shows no other time zone if the date or the zone of the log is unknown, and says so', () => {
    const check = (of: Minutes, why: string | undefined, timeZone = 'Asia/Tokyo') => {
      if (timeZone === 'Asia/Tokyo' && why !== undefined) assert.deepEqual(select(of, { timeZone }), of);
      const fault = why && `The times cannot be converted to ${timeZone}, as ${why} is not known.`;
      assert.equal(timeZoneFault(of, { timeZone }), fault);
    };
    check(greeted('', 'club.log'), 'the date of the meeting');
    check(greeted('', 'club.log'), undefined, 'UTC');
    check(greeted('', '2031-01-01.log'), undefined);
    check(minutesOfText(meeting(''), '2031-01-01.log'), 'the time zone of the log');
    check(minutesOfText(meeting(''), '2031-01-01.log'), 'the time zone of the log', 'UTC');
    check(minutesOfText('<ann> #startmeeting\n'), undefined);
    assert.isUndefined(timeZoneFault(minutesOfText(meeting('')), { timeZone: '' }));
  });
  it('knows time zones', () => {
    for (const name of ['Europe/Berlin', 'UTC', 'asia/tokyo']) assert.isTrue(isTimeZone(name), name);
    for (const name of ['', 'Mars/Olympus', '../etc']) assert.isFalse(isTimeZone(name), name);
  });
});
