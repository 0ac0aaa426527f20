import { assert } from 'chai';
import type { CompletionItem, InsertReplaceEdit } from 'vscode-languageserver';
import { type Asked, accepted, completionsAt, labelsOf } from '../helpers/completions.js';
import { lines } from '../helpers/logs.js';
import { marked } from '../helpers/marked.js';

/** A meeting of ann's, with bob as a chair and eve without rights, and a line in it. */
const within = (line: string, more = '') => lines`
  10:00:00 <ann> #startmeeting
  10:00:01 <bot> Meeting started Fri Mar 14 10:00:01 2031 UTC.  The chair is ann. Information about MeetBot at http://wiki.debian.org/MeetBot.
  10:00:02 <eve> hi
  10:00:03 <ann> #chair bob zoe
  10:00:03 <bot> Current chairs: ann bob zoe
  10:00:04 <ann> #topic Tea
  10:00:05 <bob> hello
  10:00:06 <ann> so
  ${more + line}
  10:00:09 <cid> late
  10:00:10 <ann> #endmeeting
  `;

/** A line of a log in which a bridge speaks for people of another network. */
const bridged = (line: string) => lines`
  10:00:00 <ann> #startmeeting
  10:00:01 <bot> Meeting started Fri Mar 14 10:00:01 2031 UTC.  The chair is ann. Information about MeetBot at http://wiki.debian.org/MeetBot.
  10:00:02 <bridge> <eve> hi
  10:00:03 <bridge> <bob> hi
  10:00:03 <bridge> <eve> how are you?
  10:00:04 <bridge> <bob> fine
  10:00:05 <bridge> <zoe> hello
  10:00:06 ${line}
  10:00:10 <ann> #endmeeting
  `;

/** The labels at the cursor must be these, separated by spaces. */
const check = (source: string, expected: string, asked?: Asked) =>
  assert.equal(labelsOf(completionsAt(source, asked)).join(' '), expected, source);
/** These must be among the labels, or must not be. */
const has = (source: string, expected: string, missing: string, asked?: Asked) => {
  const labels = labelsOf(completionsAt(source, asked));
  assert.includeMembers(labels, expected.split(' ').filter(Boolean), source);
  for (const word of missing.split(' ').filter(Boolean)) assert.notInclude(labels, word, source);
};
/** What the line of the cursor is after accepting one of the completions. */
const choosing = (source: string, label: string, asked?: Asked) => {
  const { text, cursor } = marked(source);
  const item = completionsAt(source, asked).find((one) => one.label === label);
  assert.isDefined(item, label);
  return accepted(text.split('\n')[cursor?.line ?? 0] ?? '', item as CompletionItem);
};

describe('completion of commands', () => {
  it('offers what anyone may give', () =>
    check(within('10:00:07 <eve> #$0'), '#info #action #link #meetingname #idea #help #nick #commands'));
  it('offers to chairs what only they may give, those given most first', () =>
    check(
      within('10:00:07 <bob> #$0'),
      '#topic #info #action #endmeeting #link #chair #meetingname #agreed #undo #meetingtopic #accepted #rejected ' +
        '#idea #help #unchair #nick #save #restrictlogs #lurk #unlurk #commands',
    ));
  it('offers nothing but a start where no meeting is running', () => {
    check(`09:00:00 <eve> #$0\n${within('')}`, '#startmeeting');
    check(`${within('')}11:00:00 <eve> #$0\n`, '#startmeeting');
    check(within('').replace('<ann> #startmeeting', '<ann> #start$0'), '#startmeeting');
  });
  it('goes by the rights at the line', () => {
    has(within('10:00:07 <bob> #$0', '10:00:07 <ann> #unchair bob\n'), '#info', '#topic');
    has(within('').replace('<eve> hi', '<bob> #$0'), '#info', '#topic');
    has(within('10:00:07 <ann> #$0', '10:00:07 <bob> #unchair ann\n'), '#topic', '');
  });
  it('gives rights to everyone if the log does not show who had them', () => {
    const text =
      '10:00:00 <eve> #$0\n10:00:01 <ann> #endmeeting\n10:00:02 <bot> Meeting ended Fri Mar 14 10:00:02 2031 UTC.\n';
    has(text, '#topic', '#startmeeting');
  });
  it('follows a change of nick only if no bot was there', () => {
    const renamed = '10:00:07 *** bob is now known as bobby\n10:00:07 <bobby> #$0';
    has(within(renamed), '#info', '#topic');
    has(within(renamed).replaceAll(/^.*<bot>.*\n/gm, ''), '#topic', '');
  });
  it('lets operators do what chairs may, if the bot does', () => {
    has(within('10:00:07 <@eve> #$0'), '#info', '#topic');
    has(within('10:00:07 <@eve> #$0'), '#topic', '', { bot: 'meetingology' });
  });
  it('lets anyone end a meeting that has lasted long enough, if the bot does', () => {
    has(within('10:59:59 <eve> #$0'), '#info', '#endmeeting', { bot: 'opendev' });
    has(within('11:00:00 <eve> #$0'), '#endmeeting', '#topic', { bot: 'opendev' });
    has(within('11:00:00 <eve> #$0'), '#info', '#endmeeting');
  });
  it('offers only what the bot hears through a bridge', () => {
    const heard = '!info !action !link !agreed !accepted !rejected !idea !halp';
    check(bridged('<bridge> <eve> #$0'), '', { bot: 'meetbot' });
    has(bridged('<cid> #$0'), '#info', '', { bot: 'meetbot' });
    check(bridged('<bridge> <eve> !$0').replaceAll(/#/g, '!'), heard, { bot: 'maubot' });
  });
  it('finds tags behind a nick, if the bot does', () => {
    const asked = { bot: 'maubot' };
    has(within('10:00:07 <cid> <dan>: ^$0').replaceAll('#', '!'), '^info ^agreed', '^topic', asked);
    check(within('10:00:07 <cid> <dan>: #$0'), '');
  });
  it('offers to take something back only if there is something', () => {
    has(within('10:00:07 <bob> #$0', '10:00:07 <bob> #undo\n'), '#topic', '#undo');
    has(within('10:00:07 <bob> #$0'), '#undo', '');
    // This bot takes back the last command, whatever it was.
    has(within('10:00:07 <bob> #$0', '10:00:07 <bob> #chair dan\n'), '#topic', '#undo', { bot: 'hcoop' });
  });
  it('offers votes only while one is open, and a new one only while none is', () => {
    const vote = '10:00:07 <ann> #startvote Tea? Yes, No\n';
    const end = '10:00:08 <ann> #endvote\n';
    const asked = { bot: 'opendev' };
    has(within('10:00:08 <bob> #$0'), '#startvote', '#vote #endvote #showvote', asked);
    has(within('10:00:08 <bob> #$0', vote), '#vote #endvote #showvote', '#startvote', asked);
    has(within('10:00:08 <eve> #$0', vote), '#vote #showvote', '#endvote', asked);
    has(within('10:00:08 <bob> #$0', vote + end), '#startvote', '#vote #endvote #showvote', asked);
    // This bot starts another one instead.
    has(within('10:00:08 <bob> #$0', '10:00:07 <ann> #motion Tea\n'), '#vote #motion', '#close', { bot: 'hcoop' });
  });

  it('offers nothing within talk, actions and lines that no one says', () => {
    check(within('10:00:07 <bob> so we star$0'), '');
    check(within('10:00:07 <bob> so #$0'), '');
    check(within('10:00:07 <bob> #to so$0'), '');
    check(within('10:00:07 <bob> !$0'), '');
    check(within('10:00:07 * bob #$0'), '');
    check(within('10:00:0$07 <bob> #'), '');
    check(within('10:00:07 <b$0ob> #'), '');
    check(within('10:00:07 *** bob has joined #$0'), '');
  });
  it('replaces what is typed, with its sign', () => {
    for (const typed of ['#', '#t', '#to', '#TO']) {
      assert.equal(choosing(within(`10:00:07 <bob> ${typed}$0`), '#topic'), '10:00:07 <bob> #topic');
    }
    assert.equal(choosing(within('10:00:07 <bob> #$0 Tea'), '#topic'), '10:00:07 <bob> #topic Tea');
    assert.equal(choosing(within('10:00:07 <bob> [$0]'), '[TOPIC]', { bot: 'meetingology' }), '10:00:07 <bob> [TOPIC]');
  });
  it('lets the client keep or replace the rest of a word', () => {
    const [item] = completionsAt(within('10:00:07 <bob> #to$0pi Tea'), { client: { insertReplaceSupport: true } });
    const edit = item?.textEdit as InsertReplaceEdit | undefined;
    assert.deepEqual([edit?.insert.end.character, edit?.replace.end.character], [18, 20]);
  });
  it('says who may give a command and what it does, in Markdown if possible', () => {
    const [topic, info] = completionsAt(within('10:00:07 <bob> #$0'));
    assert.deepInclude(topic, { detail: 'chairs only', filterText: '#topic', sortText: '0000' });
    assert.notProperty(info, 'detail');
    const value = 'Starts a topic; the items that follow belong to it.';
    assert.deepEqual(topic?.documentation, { kind: 'plaintext', value });
    const client = { documentationFormat: ['markdown' as const] };
    const [shown] = completionsAt(within('10:00:07 <bob> #$0'), { client });
    assert.deepEqual(shown?.documentation, { kind: 'markdown', value });
    const agreed = completionsAt(within('10:00:07 <bob> #$0')).find(({ label }) => label === '#agreed');
    assert.deepInclude(agreed?.documentation, { value: 'Records an agreement. Also: #agree.' });
  });
  it('is ready at the start of what is said', () => {
    has(within('10:00:07 <bob> $0'), '#topic #info', '');
    check(within('10:00:07 <bob> $0'), '', { trigger: ' ' });
  });
});

describe('completion of people', () => {
  it('offers as chairs those present who are none, without the bot', () => {
    check(within('10:00:07 <bob> #chair $0'), 'eve cid');
    check(within('10:00:07 <bob> #chair e$0'), 'eve cid');
    check(within('10:00:07 <bob> #chair eve, $0'), 'cid');
  });
  it('offers chairs for removal, but not the owner', () => {
    check(within('10:00:07 <ann> #unchair $0'), 'bob zoe');
    check(within('10:00:07 <ann> #unchair bob $0'), 'zoe');
  });
  it('offers everyone for an action, who spoke last first', () =>
    check(within('10:00:07 <eve> #action $0'), 'ann bob eve cid zoe'));
  it('offers everyone where nicks follow', () => {
    check(within('10:00:07 <eve> #nick $0'), 'ann bob eve cid zoe');
    check(within('10:00:07 <ann> #voters bob $0'), 'ann eve cid zoe', { bot: 'meetingology' });
  });
  it('offers no one behind a command that the speaker may not give, or that is about something else', () => {
    check(within('10:00:07 <eve> #chair $0'), '');
    check(within('10:00:07 <bob> #topic $0'), '');
    check(within('10:00:07 <bob> #link $0'), '');
    check(within('10:00:07 <bob> #meetingname $0'), '');
    check(within('10:00:07 <bob> #nothing $0'), '');
    check(within('10:00:07 <bob> #action ann to $0'), '');
  });
  it('offers everyone behind @', () => {
    check(within('10:00:07 <eve> so, @$0'), 'ann bob eve cid zoe');
    check(within('10:00:07 <eve> #action @$0'), 'ann bob eve cid zoe');
    check(within('10:00:07 * eve asks @b$0'), 'ann bob eve cid zoe');
    check(within('10:00:07 <eve> (@b$0'), 'ann bob eve cid zoe', { trigger: '@' });
    check(within('10:00:07 <eve> eve@b$0'), '');
    assert.equal(choosing(within('10:00:07 <eve> so @b$0'), 'bob'), '10:00:07 <eve> so @bob');
  });
  it('offers those who may be addressed at the start of what is said', () => {
    check(within('10:00:07 <eve> b$0'), 'bob');
    check(within('10:00:07 <eve> so$0'), '');
    check(within('10:00:07 <eve> b$0', ''), '', { trigger: '.' });
    assert.equal(choosing(within('10:00:07 <eve> B$0'), 'bob'), '10:00:07 <eve> bob: ');
  });
  it('replaces a nick that is partly typed', () => {
    assert.equal(choosing(within('10:00:07 <bob> #chair ev$0'), 'eve'), '10:00:07 <bob> #chair eve');
    assert.equal(choosing(within('10:00:07 <bob> #chair cid, ev$0'), 'eve'), '10:00:07 <bob> #chair cid, eve');
    assert.equal(choosing(within('10:00:07 <bob> #action e$0 x'), 'eve'), '10:00:07 <bob> #action eve x');
  });
  it('knows Matrix, whose nicks begin with @', () => {
    const text = '10:00 <@ann:a.example> #startmeeting\n10:01 <@bob:b.example> @$0\n';
    check(text, '@ann:a.example');
    assert.equal(choosing(text, '@ann:a.example'), '10:01 <@bob:b.example> @ann:a.example');
  });
  it('offers the nearest of very many people, and then those whose nick has what is typed', () => {
    const said = Array.from({ length: 1000 }, (_, index) => `10:00:00 <n${index}> hi\n`).join('');
    const many = (typed: string) =>
      completionsAt(`10:00:00 <ann> #startmeeting\n${said}10:00:01 <ann> #nick ${typed}$0\n`);
    const nearest = labelsOf(many(''));
    assert.lengthOf(nearest, 200);
    assert.deepEqual([nearest[0], nearest.at(-1)], ['n999', 'n800']);
    assert.deepEqual(labelsOf(many('N77')).slice(0, 2), ['n779', 'n778']);
    const named = Array.from({ length: 1000 }, (_, index) => `m${index}`).join(' ');
    const far = `10:00:00 <ann> #startmeeting\n10:00:00 <ann> #nick ${named}\n10:00:01 <ann> #action m99$0\n`;
    assert.include(labelsOf(completionsAt(far)), 'm998');
  });
  it('offers one person once where no bot compares nicks', () =>
    check(
      '10:00 <Ann Lee> #startmeeting\n10:01 <Ann Lee> #chair wren dan\n10:02 <Wren Hill> hi\n10:03 <Ann Lee> @$0',
      'Wren Hill Ann Lee dan',
    ));
});

describe('completion of votes', () => {
  const opened = '10:00:07 <ann> #startvote Tea? Yes, No, Later\n';
  it('offers the options of the open vote', () => {
    check(within('10:00:08 <eve> #vote $0', opened), 'Yes No Later', { bot: 'opendev' });
    check(within('10:00:08 <eve> #vote $0'), '', { bot: 'opendev' });
    check(within('10:00:08 <eve> #vote $0', '10:00:07 <ann> #motion Tea\n'), '+1 -1', { bot: 'hcoop' });
    assert.equal(
      choosing(within('10:00:08 <eve> #vote La$0', opened), 'Later', { bot: 'opendev' }),
      '10:00:08 <eve> #vote Later',
    );
  });
  it('offers them where people vote without a command, to those who may', () => {
    const asked = { bot: 'meetingology' };
    const vote = '10:00:07 <ann> #vote Tea\n';
    check(within('10:00:08 <eve> +$0', vote), '+1 -1 +0', asked);
    check(within('10:00:08 <eve> +$0'), '', asked);
    check(within('10:00:08 <eve> +$0', `10:00:06 <ann> #voters bob\n${vote}`), '', asked);
    check(within('10:00:08 <bob> +$0', `10:00:06 <ann> #voters bob\n${vote}`), '+1 -1 +0', asked);
  });
});

describe('completion of the start of a line', () => {
  it('has the time of the line above, and who spoke last first', () => {
    const heads = ['ann', 'bob', 'eve', 'cid', 'zoe'].map((nick) => `10:00:06 <${nick}> `);
    assert.deepEqual(labelsOf(completionsAt(within('$0'))), heads);
    check(within('$0'), '', { trigger: ' ' });
  });
  it('replaces the start of a line that is not read', () => {
    assert.equal(choosing(within('10:0$0'), '10:00:06 <bob> '), '10:00:06 <bob> ');
    assert.equal(choosing(within('   $0'), '10:00:06 <bob> '), '10:00:06 <bob> ');
    check(within('some text$0'), '');
  });
  it('is empty in a text that is no log', () => {
    check('a\n$0\nb\n', '');
    check('$0\n\na\n', '');
  });
});
