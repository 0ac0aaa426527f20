import { assert } from 'chai';
import { original } from '../../../server/src/meeting/dialects/dialects.js';
import { meantBy } from '../../../server/src/meeting/dialects/typos.js';
import { commandAt, commandNamed } from '../../../server/src/meeting/dialects/words.js';

const { commands } = original;

describe('commands', () => {
  it('are those of MeetBot 0.1.4', () => {
    const words = commands.flatMap((command) => command.words.map((word) => word.slice(1))).sort();
    assert.deepEqual(
      words.join(' '),
      'accept accepted action agree agreed chair commands endmeeting halp help idea info link lurk meetingname meetingtopic nick reject rejected restrictlogs save startmeeting topic unchair undo unlurk',
    );
  });

  it('for chairs are those of MeetBot 0.1.4', () => {
    const words = commands.filter(({ rights }) => rights === 'chair').map(({ name }) => name);
    assert.sameMembers(
      words,
      'accepted agreed chair endmeeting lurk meetingtopic rejected restrictlogs save topic unchair undo unlurk'.split(
        ' ',
      ),
    );
  });

  it('have the same effect under each of their names, in any case', () => {
    for (const command of commands) {
      for (const word of command.words) assert.equal(commandNamed(word.toUpperCase()), command);
    }
    assert.isUndefined(commandNamed('#topicx'));
  });

  it('have no typos that are commands themselves', () => {
    for (const { slips = [] } of commands) {
      for (const slip of slips) assert.isUndefined(commandNamed(`#${slip}`), slip);
    }
  });

  describe('are read at the start of a text', () => {
    const check = (text: string, word: string | undefined, argument?: string) => {
      const parts = commandAt(text, 0);
      assert.equal(parts && text.slice(1, parts.wordEnd), word);
      if (parts) assert.equal(text.slice(parts.argumentStart), argument);
    };

    it('with a text', () => check('#topic  Garden ', 'topic', 'Garden '));
    it('without one', () => check('#undo', 'undo', ''));
    it('with text directly after them', () => check('#topic: colon', 'topic', ': colon'));
    it('with non-ASCII letters directly after them', () => check('#topicÜ', 'topic', 'Ü'));
    it('as the longest word', () => check('#info_x y', 'info_x', 'y'));
    it('but not after two signs', () => check('##info z', undefined));
    it('but not after a sign and a space', () => check('# info z', undefined));
    it('but not within a text', () => check('well #info z', undefined));
  });

  describe('are meant by', () => {
    const check = (word: string, name: string | undefined) => assert.equal(meantBy(word), name && `#${name}`);

    for (const [word, name] of [
      ['startmeeing', 'startmeeting'],
      ['startmetting', 'startmeeting'],
      ['initmeeting', 'startmeeting'],
      ['stopmeeting', 'endmeeting'],
      ['endmeting', 'endmeeting'],
      ['tpoic', 'topic'],
      ['TOPC', 'topic'],
      ['agreeed', 'agreed'],
      ['actions', 'action'],
      ['acton', 'action'],
      ['todo', 'action'],
      ['links', 'link'],
      ['unchar', 'unchair'],
    ] as const) {
      it(`#${word}: #${name}`, () => check(word, name));
    }

    it('any of their known typos', () => {
      for (const { slips = [], words } of commands)
        for (const slip of slips) assert.equal(meantBy(slip), words[0], slip);
    });
    it('no word of another bot, even if it is close', () => {
      for (const word of ['addtopic', 'comment', 'nexttopic', 'poptopic', 'pushtopic']) check(word, undefined);
    });
    it('words with more typos the longer they are', () => {
      check('ino', 'info');
      check('io', undefined);
      check('chairr', 'chair');
      check('chaairr', undefined);
      check('agrd', 'agreed');
      check('strtmting', 'startmeeting');
      check('strtmtin', undefined);
    });

    for (const word of [
      '96',
      '1',
      'helm',
      'nice',
      'linux',
      'openstack',
      'bitcoin',
      'topic',
      'vote',
      'motion',
      'here',
      '',
    ]) {
      it(`#${word}: nothing`, () => check(word, undefined));
    }
  });
});
