import { assert } from 'chai';
import { lines, logOf, meeting, shownLenses, twoMeetings, uri } from '../helpers/logs.js';

describe('code lenses', () => {
  const check = (text: string, ownsCommands: boolean, expected: string) => {
    const shown = shownLenses(logOf(text), ownsCommands).map(({ range, command }) => {
      const [log, index] = command?.arguments ?? [];
      const target = command?.command ? ` -> ${command.command} ${log === uri} ${index}` : '';
      return `${range.start.line + 1} ${command?.title}${target}\n`;
    });
    assert.equal(shown.join(''), expected);
  };

  it('offer minutes and show the results of a meeting and its topics', () =>
    check(
      twoMeetings,
      true,
      lines`
        1 7 min · 2 topics · 0 actions · 2 people
        1 Generate minutes -> meetlog.generateMinutes true 0
        1 Preview -> meetlog.previewMinutes true 0
        1 Save… -> meetlog.saveMinutesAs true 0
        3 3 min · 1 agreement
        3 Copy -> meetlog.copyTopic true 2
        6 2 min
        6 Copy -> meetlog.copyTopic true 5
        9 30 min · 0 topics · 0 actions · 1 person
        9 Generate minutes -> meetlog.generateMinutes true 1
        9 Preview -> meetlog.previewMinutes true 8
        9 Save… -> meetlog.saveMinutesAs true 1
        `,
    ));
  it('count who spoke, and not who was only named', () => {
    const [label] = shownLenses(
      logOf(meeting('10:01 <ann> #chair bob eve\n10:02 <ann> #nick zoe\n10:03 <bob> x\n')),
      false,
    );
    assert.equal(label?.command?.title, '59 min · 0 topics · 0 actions · 2 people');
  });
  it('do not offer what a client cannot do', () =>
    check(
      meeting(''),
      false,
      '1 59 min · 0 topics · 0 actions · 1 person\n1 Generate minutes -> meetlog.generateMinutes true 0\n',
    ));
  it('show that a meeting was not ended', () => {
    const [label] = shownLenses(logOf('10:00 <ann> #startmeeting\n'), false);
    assert.equal(label?.command?.title, 'not ended · 0 topics · 0 actions · 1 person');
  });
  it('count the items of a topic by their types, of many the most important ones', () => {
    const words = ['action', 'action', 'idea', 'accepted', 'rejected', 'info', 'help', 'help', 'link'];
    const log = logOf(
      meeting(`10:01 <ann> #topic x\n${words.map((word) => `10:02 <ann> #${word} http://y\n`).join('')}`),
    );
    const label = shownLenses(log, false).at(-1);
    assert.equal(label?.command?.title, '58 min · 2 actions, 1 idea, 1 accepted, 1 rejected, 4 more');
  });
  it('are short, however many options a vote has', () => {
    const options = Array.from({ length: 40 }, (_, at) => `option${at}`).join(', ');
    const log = logOf(meeting(`10:01 <ann> #startvote a? ${options}\n`));
    const [, , vote] = shownLenses(log, false);
    assert.match(vote?.command?.title ?? '', /^Vote open · option0: 0, .*…$/);
    assert.isAtMost(vote?.command?.title.length ?? 99, 61);
  });
});
