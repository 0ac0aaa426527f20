import { assert } from 'chai';
import { SymbolKind } from 'vscode-languageserver';
import { itemCounts } from '../../server/src/features/describe.js';
import { documentSymbols } from '../../server/src/features/documentSymbols.js';
import { dialects } from '../../server/src/meeting/dialects/dialects.js';
import { type ItemType, isItemType, itemTypes } from '../../server/src/meeting/itemTypes.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import type { Item } from '../../server/src/meeting/model.js';
import { allDecisions } from '../../server/src/minutes/minutes.js';
import { select } from '../../server/src/minutes/select.js';
import { writerNamed } from '../../server/src/minutes/writers.js';
import { logOf, meeting, minutesOfText } from '../helpers/logs.js';

const types = Object.keys(itemTypes).filter(isItemType);

describe('item types', () => {
  it('are unique words', () => {
    assert.isTrue(isItemType('AGREED'));
    for (const word of ['agreed', 'start', 'toString', '']) assert.isFalse(isItemType(word), word);
  });

  it('decide something, or do not', () => {
    const decisions = types.filter((type) => allDecisions(withItem(type)).length > 0);
    assert.deepEqual(decisions, ['AGREED', 'ACCEPTED', 'REJECTED', 'FAILED', 'INCONCLUSIVE', 'RESOLVED', 'VOTE']);
    for (const type of types) {
      assert.equal(select(withItem(type), { only: 'decisions' }).items.length, Number(decisions.includes(type)), type);
    }
  });

  it('are shown before the text, unless they are plain information', () => {
    const unnamed = (format: string) =>
      types.filter((type) => {
        const written = writerNamed(format)?.write(withItem(type), {}) ?? '';
        const shown = written.replace(/<style.*<\/style>|<[^>]*>/gs, ' ');
        return !new RegExp(`\\b${type}\\b`, 'i').test(shown);
      });
    for (const format of ['text', 'rst', 'html', 'mediawiki', 'pmwiki', 'moin'])
      assert.deepEqual(unnamed(format), ['TOPIC', 'INFO'], format);
    for (const format of ['markdown', 'page']) assert.deepEqual(unnamed(format), ['TOPIC', 'INFO', 'LINK'], format);
  });

  it('have a singular', () =>
    assert.equal(
      types.map((type) => itemCounts([{ type } as Item])).join(', '),
      '1 topic, 1 subtopic, 1 agreement, 1 accepted, 1 rejected, 1 failed, 1 inconclusive, 1 resolution, 1 done, ' +
        '1 action, 1 info, 1 idea, 1 issue, 1 call for help, 1 link, 1 motion, 1 vote',
    ));

  it('have a plural', () => {
    const two = types.flatMap((type) => [type, type]).map((type) => ({ type }) as Item);
    assert.equal(
      itemCounts(two),
      '2 topics, 2 subtopics, 2 agreements, 2 accepted, 2 rejected, 2 failed, 2 inconclusive, 2 resolutions, 2 done, ' +
        '2 actions, 2 infos, 2 ideas, 2 issues, 2 calls for help, 2 links, 2 motions, 2 votes',
    );
  });

  it('have their own kind of symbol in an outline', () => {
    const others = ['TOPIC', 'SUBTOPIC', 'RESOLVED', 'ISSUE'];
    const shown = types.filter((type) => !itemTypes[type].ofVote && !others.includes(type));
    for (const type of shown) {
      const command = dialects.flatMap(({ commands }) => commands).find(({ effect }) => effect === type);
      const log = logOf(meeting(`10:01:00 <ann> ${command?.words[0]} http://x.example/\n10:02:00 <ann> #here\n`));
      const dialect = dialects.find(({ commands }) => command && commands.includes(command));
      const [symbol] = documentSymbols(meetingLog(log.text, 'x.log', { dialect }))[0]?.children ?? [];
      assert.isNumber(symbol?.kind, type);
      assert.equal(symbol?.kind, SymbolKind[itemTypes[type].symbol], type);
    }
  });

  it('are shown in the outline of an editor, unless a vote is shown instead', () => {
    const log = logOf(meeting('10:01:00 <ann> #motion Tea\n10:02:00 <ann> #idea x\n'));
    const children = documentSymbols(log)[0]?.children ?? [];
    assert.deepEqual(
      children.map(({ name }) => name),
      ['Vote: Tea', 'Idea: x'],
    );
    assert.equal(children[0]?.kind, SymbolKind.Enum);
    assert.equal(log.meetings[0]?.items[0]?.type, 'MOTION');
  });

  function withItem(type: ItemType) {
    const minutes = minutesOfText(meeting('10:01:00 <ann> #info x\n'));
    return { ...minutes, items: minutes.items.map((one) => ({ ...one, type })), entries: [] };
  }
});
