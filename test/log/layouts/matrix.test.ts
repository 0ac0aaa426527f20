import { assert } from 'chai';
import type { Layout } from '../../../server/src/log/layouts/layout.js';
import { layouts } from '../../../server/src/log/layouts/layouts.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { isMeetingLog } from '../../../server/src/meeting/isMeetingLog.js';
import { meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { type ChatEvent, eventIn, nickIn } from '../../helpers/events.js';

/** A meeting, independent of the layout. */
const meeting: readonly ChatEvent[] = [
  [1, 'message', 'ann', 'hello all'],
  [2, 'message', 'ann', '#startmeeting The garden'],
  [3, 'join', 'eve', ''],
  [64, 'message', 'bob_', 'here'],
  [65, 'action', 'cleo', 'waves from the bus'],
  [70, 'message', 'ann', '#chair bob_'],
  [130, 'message', 'ann', '#topic Seeds'],
  [131, 'message', 'bob_', '#agreed tomatoes: yes'],
  [190, 'message', 'cleo', 'http://seeds.example/ has them'],
  [191, 'nick', 'bob_', 'bob'],
  [250, 'message', 'bob', '#topic Water'],
  [251, 'message', 'cleo', '#action ann asks the neighbours'],
  [252, 'message', 'cleo', '#topic not mine to set'],
  [310, 'message', 'ann', '#endmeeting'],
  [311, 'message', 'ann', 'bye'],
];

/** An event with the nick in its text as a layout names people. */
function inLayout(layout: Layout, [at, kind, nick, text]: ChatEvent): ChatEvent {
  return [at, kind, nick, text.replace(/(?<=#chair )\w+/, (chair) => nickIn(layout, chair))];
}

/** Stamps that show their zone, so that times are given in UTC. */
const stampWithZone = /:\d\d(?:\.\d+)?(?:Z|[+-]\d{4})/;

describe('one meeting in every layout', () => {
  for (const layout of layouts) {
    const { name } = layout;
    it(`is the same in ${name}`, () => {
      const rows = meeting.flatMap((event) => eventIn(layout, inLayout(layout, event)) ?? []);
      const text = `${rows.join('\n')}\n`;
      assert.isTrue(isMeetingLog(text));
      const log = meetingLog(LogText.of(text), 'garden.log', { folder: '/logs/#garden' });
      assert.equal(log.text.layout.name, name);
      assert.equal(log.text.confidence, 1);
      const [held, ...others] = log.meetings;
      if (!held) throw new Error('there is no meeting');
      assert.isEmpty(others);
      assert.equal(minutesOf(log, held).zone, stampWithZone.test(text) ? 'UTC' : '');
      check(layout, minutesOf(log, held, { asLogged: true }), / (?:is now known as|->|→) bob$/m.test(text));
    });
  }
});

/** The meeting must be the one that was held, as far as a layout can show. */
function check(layout: Layout, minutes: ReturnType<typeof minutesOf>, knowsNicks: boolean): void {
  const id = (nick: string) => nickIn(layout, nick);
  const found = [...minutes.items, ...minutes.topics.flatMap((topic) => [topic, ...topic.items])];
  // Without the change of nick, bob is not a chair.
  const topic = knowsNicks ? [`TOPIC Water ${id('bob')}`] : [];
  assert.deepEqual(
    found.map(({ type, text, nick }) => `${type} ${text} ${nick}`),
    [
      `TOPIC Seeds ${id('ann')}`,
      `AGREED tomatoes: yes ${id('bob_')}`,
      `LINK http://seeds.example/ has them ${id('cleo')}`,
      ...topic,
      `ACTION ann asks the neighbours ${id('cleo')}`,
    ],
  );
  assert.equal(minutes.owner, id('ann'));
  assert.equal(minutes.title, '#garden: The garden');
  const lines = (nick: string) => minutes.people.find((person) => person.nick === id(nick))?.lines;
  assert.equal(lines('ann'), 4);
  assert.equal(lines('bob_'), 2);
  assert.isUndefined(lines('eve'));
  if (minutes.start.time === null) return;
  assert.equal(minutes.start.time.slice(0, 5), '10:00');
  assert.equal(minutes.end?.time?.slice(0, 5), '10:05');
}
