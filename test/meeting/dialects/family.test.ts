import { assert } from 'chai';
import { dialectNamed, dialects, original } from '../../../server/src/meeting/dialects/dialects.js';
import { type Differences, relativeOf } from '../../../server/src/meeting/dialects/family.js';

describe('a relative of a bot', () => {
  const relative = (differences: Partial<Differences>) =>
    relativeOf(original, { name: 'x', title: 'X', ...differences });
  const names = (differences: Partial<Differences>) => relative(differences).commands.map(({ name }) => name);

  it('inherits everything by default, except greeting and hints', () => {
    const { name, title, greeting, hints, ...rest } = relative({});
    const { name: _name, title: _title, greeting: _greeting, hints: _hints, ...others } = original;
    assert.deepEqual(rest, others);
    assert.deepEqual([name, title, greeting, hints], ['x', 'X', undefined, []]);
  });
  it('may have fewer commands and more', () => {
    assert.deepEqual(names({ only: ['topic', 'startmeeting'] }), ['startmeeting', 'topic']);
    assert.notInclude(names({ without: ['topic'] }), 'topic');
    const [startmeeting] = original.commands;
    assert.equal(relative({ add: startmeeting ? [{ ...startmeeting, name: 'y' }] : [] }).commands.at(-1)?.name, 'y');
  });
  it('may have other words, rights and help', () => {
    const command = (differences: Partial<Differences>) =>
      relative(differences).commands.find(({ name }) => name === 'agreed');
    assert.deepEqual(command({ words: { agreed: ['!ok'] } })?.words, ['!ok']);
    assert.equal(command({ rights: { agreed: 'anyone' } })?.rights, 'anyone');
    assert.equal(command({ help: { agreed: 'Agrees.' } })?.help, 'Agrees.');
    assert.deepInclude(command({}), { words: ['#agreed', '#agree'], rights: 'chair' });
  });
  it('can only differ in existing commands', () => {
    for (const differences of [
      { only: ['nothing'] },
      { without: ['nothing'] },
      { words: { nothing: [] } },
      { rights: { nothing: 'anyone' } },
      { help: { nothing: '' } },
    ] as const) {
      assert.throws(() => relative(differences), RangeError, 'meetbot has no command nothing');
    }
  });
});

describe('the dialects', () => {
  it('have unique names', () => {
    for (const dialect of dialects) assert.equal(dialectNamed(dialect.name), dialect);
    assert.isUndefined(dialectNamed('nobody'));
  });
  it('have a word for each command', () => {
    for (const { name, commands } of dialects)
      for (const command of commands) assert.match(command.name, /^[a-z]+$/, name);
  });
  it('have no word for two commands', () => {
    for (const { name, commands } of dialects) {
      const words = commands.flatMap((command) => command.words);
      assert.deepEqual(words, [...new Set(words)], name);
      for (const word of words) assert.match(word, /^(?:[^\w\s[]\w+|\[\w+\])$/, name);
    }
  });
  it('have hints among their own words', () => {
    for (const { hints, commands, name } of dialects) {
      for (const hint of hints) {
        assert.isTrue(
          commands.some(({ words }) => words.includes(hint)),
          `${name}: ${hint}`,
        );
        const others = dialects.filter((other) => other.commands.some(({ words }) => words.includes(hint)));
        assert.lengthOf(others, 1, hint);
      }
    }
  });
});
