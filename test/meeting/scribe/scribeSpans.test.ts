import { assert } from 'chai';
import { finish } from '../../../server/src/log/steps.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { scribeSpans } from '../../../server/src/meeting/scribe/scribeSpans.js';

/** Where the meetings of a log begin and end, and the line that ends each: `0-5 4`. */
function spansOf(...rows: readonly string[]): string[] {
  const spans = finish(scribeSpans(LogText.of(rows.join('\n'))));
  return spans.map(({ start, end, endLine, starter }) =>
    [`${start}-${end}`, endLine, starter].filter((part) => part !== undefined).join(' '),
  );
}

const check = (rows: readonly string[], ...expected: readonly string[]) =>
  assert.deepEqual(spansOf(...rows), [...expected], rows.join('\n'));

describe('a meeting with a scribe', () => {
  it('begins with a label, with the talk right before it, and lasts to the end of the log', () => {
    check(['10:00:00 <x> hi', '10:01:00 <x> Topic: tea', '10:02:00 <x> bye'], '0-3');
    for (const label of ['meeting: Tea', 'scribe: x', 'scribenick: x', 'present+', 'chair: x', 'chairs+ x']) {
      check(['10:00:00 <x> hi', `10:01:00 <x> ${label}`], '0-2');
    }
  });
  it('does not begin without one', () => {
    check(['10:00:00 <x> hi', '10:01:00 <x> ACTION: tea', '10:01:00 <x> present- x']);
  });
  it('has no talk of hours before', () => {
    check(['10:00:00 <x> hi', '10:30:00 <x> hi', '11:01:00 <x> Topic: tea'], '2-3');
    check(['10:00:00 <x> hi', '13:00:00 <x> hi', '13:01:00 <x> Topic: tea'], '1-3');
  });
  it('begins again with a label after two hours of silence', () => {
    const first = ['10:00:00 <x> Topic: tea', '10:02:00 <x> hi'];
    check([...first, '13:00:00 <x> hi', '13:01:00 <x> Topic: cups'], '0-2', '2-4');
    check([...first, '11:59:00 <x> hi', '12:01:00 <x> Topic: cups'], '0-4');
    check([...first, '13:00:00 <x> hi', '13:01:00 <x> hi'], '0-4');
    check([...first, '10:01:00 <x> Topic: cups'], '0-3');
    check(['23:00:00 <x> Topic: tea', '01:30:00 <x> Topic: cups'], '0-1', '1-2');
    check([...first, '09:50:00 <x> Topic: cups'], '0-3');
  });
  it('begins with another log, and goes on with the same', () => {
    const log = (name: string) => `10:00:00 <RRSAgent> logging to https://a.example/${name}`;
    check([log('1'), '10:01:00 <x> Topic: tea', log('2'), '10:01:00 <x> Topic: tea'], '0-2', '2-4');
    check([log('1'), '10:01:00 <x> Topic: tea', log('1'), '10:01:00 <x> Topic: tea'], '0-4');
    check(['10:00:00 <x> Topic: tea', log('1'), '10:01:00 <x> hi'], '0-3');
    check(['10:00:00 <RRSAgent> See https://a.example/1', '10:01:00 <x> hi']);
  });
  it('begins when a bot is told so', () => {
    check(['10:00:00 <x> hi', '10:01:00 <ann> zakim, start meeting', '10:02:00 <x> hi'], '0-3 ann');
    check(['10:01:00 <ann> trackbot, prepare the telecon', '10:02:00 <bob> zakim, start meeting'], '0-2 ann');
    check(
      [
        '10:01:00 <ann> zakim, start this meeting',
        '10:02:00 <x> zakim, end meeting',
        '10:03:00 <bob> zakim, start meeting',
      ],
      '0-2 1 ann',
      '2-3 bob',
    );
    check(['10:01:00 <ann> zakim, start meetings']);
  });
  it('is ended by those who tell the bots, or by the recorder, and goes on to the next', () => {
    const end = (row: string) => check(['10:00:00 <x> Topic: tea', row, '10:03:00 <x> present+ ann'], '0-3 1');
    end('10:02:00 <x> zakim, end meeting');
    end('10:02:00 <x> trackbot, please end the telecon');
    end('10:02:00 <x> rrsagent, bye');
    end('10:02:00 <RRSAgent> I have made the request to generate https://a.example/1 x');
    check(['10:00:00 <x> Topic: tea', '10:02:00 <RRSAgent> bye', '10:03:00 <x> hi'], '0-3');
    check(['10:02:00 <x> zakim, end meeting', '10:03:00 <x> Topic: tea'], '0-2');
    const parting = [
      '2031-03-14 10:00:00 <x> Topic: tea',
      '2031-03-14 10:01:00 -!- RRSAgent [r@a.example] has left #tea',
      '2031-03-14 10:02:00 -!- ann [r@a.example] has left #tea',
      '2031-03-14 10:03:00 <x> hi',
    ];
    check(parting, '0-4 1');
  });
  it('is found in long logs, wherever the silences are', () => {
    const talk = Array.from({ length: 700 }, (_, at) => `10:${String(at % 60).padStart(2, '0')}:00 <x> hi`).sort();
    check(
      [
        '10:00:00 <x> Topic: tea',
        ...talk,
        '15:00:00 <x> hi',
        ...talk.map((row) => row.replace('10:', '15:')),
        '15:59:00 <x> Topic: tea',
      ],
      '0-701',
      '701-1403',
    );
  });
});
