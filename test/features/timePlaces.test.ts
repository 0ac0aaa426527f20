import { assert } from 'chai';
import { timePlaces } from '../../server/src/features/timePlaces.js';
import { typedTime } from '../../server/src/features/typedTime.js';
import { lines, logOf, meeting } from '../helpers/logs.js';
import { marked } from '../helpers/marked.js';

describe('what is typed to go to a time', () => {
  const check = (ofDay: number | undefined, ...typed: string[]) => {
    for (const text of typed) assert.deepEqual(typedTime(text), ofDay === undefined ? undefined : { ofDay }, text);
  };
  const [hour, minute] = [3600, 60];

  it('is a time of day', () => {
    check(21 * hour + 4 * minute, '21:04', ' 21:04 ', '9:04 pm', '9:04pm', '9:04 p.m.', '21h04');
    check(21 * hour + 4 * minute + 30, '21:04:30', '9:04:30 PM');
    check(9 * hour + 4 * minute, '9:04', '09:04', '9:04 am');
  });
  it('may be an hour', () => {
    check(21 * hour, '21', '9pm', '9 p.m.');
    check(0, '12 am', '0');
  });
  it('may be minutes after the start', () => {
    assert.deepEqual(typedTime('+35'), { afterStart: 35 * minute });
    assert.deepEqual(typedTime('+ 35 min'), { afterStart: 35 * minute });
    assert.deepEqual(typedTime('+1:30'), { afterStart: 90 });
  });
  it('may be neither', () =>
    check(
      undefined,
      '',
      '+',
      '21:',
      '21:4',
      '25:00',
      '24',
      '21:60',
      '25 pm',
      'noon',
      '2031-03-14',
      '21:04 tea',
      '1915812000',
    ));
});

describe('the places of a typed time', () => {
  const check = (source: string, typed: string, ...places: string[]) => {
    const { text, cursor } = marked(source);
    const found = timePlaces(logOf(text), cursor?.line ?? 0, typed);
    assert.deepEqual(
      found?.map(({ line, text: said, about }) => `${line} ${said} (${about})`),
      places,
    );
  };
  const day = lines`
    10:00:00 <ann> a
    10:00:30 <bob> b
    10:02:00 * ann waves
    10:02:30 -!- bob [b@h] has quit [Quit]
    `;

  it('are the first line at that time or after it', () => {
    check(day, '10:00', '0 ann: a (10:00:00)');
    check(day, '10:00:30', '1 bob: b (10:00:30)');
    check(day, '10:01', '2 ann: waves (10:02:00)');
    check(day, '9:00', '0 ann: a (10:00:00)');
  });
  it('are the last line if all are earlier', () => {
    const [place] = timePlaces(logOf(day), 0, '23:00') ?? [];
    assert.equal(place?.line, 3);
  });
  it('are one for each day, that of the cursor first, then those below, then those above', () => {
    const on = (date: string) => `${date} 10:00:00\tann\thi ${date}\n${date} 10:05:00\tann\tbye\n`;
    const text = `${on('2031-03-14')}${on('2031-03-15')}$0${on('2031-03-16')}${on('2031-03-17')}`;
    const place = (line: number, date: string) => `${line} ann: hi ${date} (10:00:00 · ${date})`;
    check(
      text,
      '10:00',
      place(4, '2031-03-16'),
      place(6, '2031-03-17'),
      place(2, '2031-03-15'),
      place(0, '2031-03-14'),
    );
  });
  it('are one for each day of a log without dates, too', () =>
    check(
      '22:00 <ann> a\n23:00 <ann> b\n01:00 <ann> c\n22:30 <ann> d\n$0',
      '22:10',
      '3 ann: d (22:30:00)',
      '1 ann: b (23:00:00)',
    ));
  it('show the meeting if there are several', () => {
    const second = meeting('').replaceAll('10:', '12:').replace('#startmeeting', '#startmeeting Tea');
    check(meeting('') + second, '12:00', '2 ann: #startmeeting Tea (12:00:00 · Tea)');
  });
  it('are counted from the start of the meeting of the line', () => {
    const text = (cursor: string) =>
      `09:00:00 <bob> early\n${meeting(`10:30:00 <ann> half${cursor}\n10:45:00 <bob> later\n`)}`;
    check(text('$0'), '+0', '1 ann: #startmeeting (10:00:00)');
    check(text('$0'), '+30', '2 ann: half (10:30:00)');
    check(text('$0'), '+31', '3 bob: later (10:45:00)');
    check(text('$0'), '+500', '4 ann: #endmeeting (10:59:00)');
    check(text(''), '+30', '2 ann: half (10:30:00)');
  });
  it('are counted over midnight', () =>
    check(
      '23:50:00 <ann> #startmeeting\n23:55:00 <bob> a\n00:05:00 <bob> b\n00:10:00 <ann> #endmeeting\n',
      '+15',
      '2 bob: b (00:05:00)',
    ));
  it('shorten what was said', () => {
    const [place] = timePlaces(logOf(`10:00 <ann> ${'word '.repeat(40)}\n`), 0, '10:00') ?? [];
    assert.isAtMost(place?.text.length ?? 0, 44);
    assert.match(place?.text ?? '', /^ann: word word .*…$/);
  });
  it('are none in a log without times', () => {
    check('<ann> a\n<bob> b\n', '10:00');
    check('<ann> a\n<bob> b\n', '+5');
  });
  it('do not exist for anything else', () => assert.isNull(timePlaces(logOf(day), 0, 'noon')));
});
