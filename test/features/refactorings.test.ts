import { assert } from 'chai';
import type { ClientCapabilities, CodeAction, CodeActionContext } from 'vscode-languageserver';
import { applied } from '../helpers/applied.js';
import { actionsIn, lines, logOf, meeting, uri } from '../helpers/logs.js';
import { marked } from '../helpers/marked.js';

const rewrite: Partial<CodeActionContext> = { only: ['refactor.rewrite'] };

/** The refactorings at the cursor, or of the selection, of a marked text. */
function offered(source: string, context = rewrite, client: ClientCapabilities = {}): CodeAction[] {
  const { text, cursor, ranges } = marked(source);
  const at = cursor ?? { line: 0, character: 0 };
  return actionsIn(logOf(text), ranges[0] ?? { start: at, end: at }, [], client, context);
}

const titles = (source: string) => offered(source).map(({ title }) => title);

/** The refactoring with this title must make the expected text. */
function check(source: string, title: string, expected: string) {
  const action = offered(source).find((one) => one.title === title);
  assert.isDefined(action, `there is no “${title}” among ${titles(source).map((one) => `“${one}”`)}`);
  assert.equal(applied(marked(source).text, action?.edit?.changes?.[uri] ?? []), expected);
}

describe('a line of talk can be recorded', () => {
  it('in place, as what its speaker may give', () =>
    check(
      meeting('10:01:00 <ann>  we take t$0he green one\n'),
      'Record as #agreed',
      meeting('10:01:00 <ann> #agreed we take the green one\n'),
    ));
  it('by a chair below it, at the same time, as what its speaker may not give', () => {
    const text = (below: string) => meeting(`10:01:00 <bob> let us t$0alk about tea\n${below}10:05:00 <ann> yes\n`);
    const plain = text('10:01:00 <ann> #agreed let us talk about tea\n').replace('$0', '');
    check(text(''), 'Record as #agreed', plain);
    check(text(''), 'Record as #topic', plain.replace('#agreed', '#topic'));
    check(text(''), 'Record as #info', text('').replace('$0let', 'let').replace('let us t$0alk', '#info let us talk'));
  });
  it('below the lines that continue it', () => {
    const text = (below: string) => lines`
      2031-03-14 10:00:00 <@ann:h.org> !startmeeting Tea
      2031-03-14 10:01:00 <@bob:h.org> o$0ne
        two
      ${below}2031-03-14 10:02:00 <@ann:h.org> !endmeeting
      `;
    for (const { title } of offered(text(''))) assert.match(title, /^Record as !/);
  });
  it('as a link only if it has a URL, and not as what it already is', () => {
    assert.notInclude(titles(meeting('10:01:00 <ann> see t$0he wiki\n')), 'Record as #link');
    assert.include(titles(meeting('10:01:00 <ann> see h$0ttp://tea.example\n')), 'Record as #link');
    const url = titles(meeting('10:01:00 <ann> ht$0tp://tea.example\n'));
    assert.notInclude(url, 'Record as #link');
    assert.include(url, 'Record as #info');
  });
  it('with the name of its author if it is a /me', () =>
    check(
      meeting('10:01:00 <bob> hi\n10:02:00 * bob b$0uys tea\n'),
      'Record as #action',
      meeting('10:01:00 <bob> hi\n10:02:00 <bob> #action bob buys tea\n'),
    ));
  it('with the words of the log’s bot, few and in one order', () => {
    assert.deepEqual(titles(meeting('10:01:00 <ann> te$0a http://tea.example\n')), [
      'Record as #info',
      'Record as #action',
      'Record as #agreed',
      'Record as #idea',
      'Record as #link',
      'Record as #topic',
    ]);
    const motions = '10:00:00 <ann> #startmeeting\n10:01:00 <ann> #motion tea\n10:02:00 <ann> h$0i\n';
    assert.include(titles(motions), 'Record as #accepted');
    assert.notInclude(titles(motions), 'Record as #agreed');
    const bang = '2031-03-14 10:00:00 <@ann:h.org> !startmeeting Tea\n2031-03-14 10:01:00 <@bob:h.org> t$0ea\n';
    assert.include(titles(bang), 'Record as !agreed');
  });
  it('only in a meeting, and if someone says it who is not the bot', () => {
    assert.isEmpty(titles('10:00 <ann> t$0ea\n10:01 <ann> #startmeeting\n'));
    assert.isEmpty(titles(`${meeting('')}11:00:00 <ann> t$0ea\n`));
    assert.isEmpty(titles('10:00 <ann> #start$0meeting\n'));
    assert.isEmpty(titles(meeting('10:01:00 * bob$0 (~b@h) has joined #tea\n')));
    const bot = '10:00 <ann> #startmeeting\n10:00 <bot> Current chairs: ann\n10:01 <bot> I h$0ear you\n';
    assert.isEmpty(titles(bot));
  });
  it('by a chair below it if it came through a bridge that the bot does not hear', () => {
    const text = (below: string) => lines`
      10:00 <ann> #startmeeting
      10:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.
      10:01 <bridge> <cat> hello
      10:02 <bridge> <bob> hel$0lo
      ${below}10:04 <ann> #endmeeting
      `;
    check(text(''), 'Record as #info', text('10:02 <ann> #info hello\n      ').replace('$0', ''));
  });
  it('unless it is a ballot or a misspelled command', () => {
    const vote = '10:00 <ann> #startmeeting\n10:01 <ann> [VOTE] tea\n10:02 <bob> +$01\n10:03 <ann> [ENDVOTE]\n';
    assert.isEmpty(titles(vote));
    assert.isEmpty(titles(meeting('10:01:00 <ann> #agr$0ed tea\n')));
  });
});

describe('an item', () => {
  it('can be made one of another kind that its author may record', () => {
    check(meeting('10:01:00 <bob> #in$0fo tea\n'), 'Change to #idea', meeting('10:01:00 <bob> #idea tea\n'));
    const all = titles(meeting('10:01:00 <bob> #in$0fo tea\n'));
    assert.deepEqual(all, ['Change to #action', 'Change to #idea']);
    assert.include(titles(meeting('10:01:00 <ann> #in$0fo tea\n')), 'Change to #agreed');
    assert.isEmpty(titles(meeting('10:01:00 <ann> #in$0fo\n')));
    assert.isEmpty(titles(meeting('10:01:00 <ann> #cha$0ir bob\n')));
  });
  it('is assigned to those who spoke last, and to them alone if it begins with a name', () => {
    const text = (action: string) =>
      meeting(`10:01:00 <bob> hi\n10:02:00 <cat> hi\n10:03:00 <ann> #action ${action}\n`);
    check(text('bo$0b: tea'), 'Assign to cat', text('cat: tea'));
    check(text('te$0a for bob'), 'Assign to cat', text('cat: tea for bob'));
    assert.notInclude(titles(text('bo$0b: tea')), 'Assign to bob');
    // These are quick fixes where no one is named.
    assert.isFalse(offered(text('te$0a')).some(({ title }) => title.startsWith('Assign')));
  });
  it('is not assigned to more than a few', () => {
    const people = Array.from({ length: 20 }, (_, at) => `10:01:00 <person${at}> hi\n`).join('');
    const assigns = titles(meeting(`${people}10:02:00 <ann> #action per$0son3: tea\n`));
    assert.lengthOf(
      assigns.filter((title) => title.startsWith('Assign')),
      5,
    );
  });
});

describe('a run of lines can be made a topic', () => {
  it('by a chair above it, with its first words as the title', () =>
    check(
      meeting('10:01:00 <bob> «so, what about tea?\n10:02:00 <cat> yes»\n'),
      'Make this a topic',
      meeting('10:01:00 <ann> #topic so, what about tea\n10:01:00 <bob> so, what about tea?\n10:02:00 <cat> yes\n'),
    ));
  it('with a short title', () => {
    const long = 'word '.repeat(40);
    const [action] = offered(meeting(`10:01:00 <bob> «${long}\n10:02:00 <cat> yes»\n`));
    const [edit] = action?.edit?.changes?.[uri] ?? [];
    assert.isBelow(edit?.newText.length ?? 0, 90);
  });
  it('whose title is to be typed in clients that can', () => {
    const client = { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };
    const [action] = offered(meeting('10:01:00 <bob> «tea}\n10:02:00 <cat> $5»\n'), rewrite, client);
    assert.deepEqual(action?.edit?.documentChanges, [
      {
        textDocument: { uri, version: 1 },
        edits: [
          {
            range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
            snippet: { kind: 'snippet', value: ['10:01:00 <ann> #topic $', '{0:tea\\}}\n'].join('') },
          },
        ],
      },
    ]);
  });
  it('and not recorded; nor is a single line made one', () => {
    assert.deepEqual(titles(meeting('10:01:00 <bob> «tea\n10:02:00 <cat> yes»\n')), ['Make this a topic']);
    assert.notInclude(titles(meeting('«10:01:00 <bob> tea\n»10:02:00 <cat> yes\n')), 'Make this a topic');
    assert.isEmpty(titles('10:00 <ann> «tea\n10:01 <ann> cake»\n'));
  });
});

describe('an editor that asks by itself', () => {
  const automatic: Partial<CodeActionContext> = { triggerKind: 2 };
  it('gets refactorings only where there is a fix or a selection', () => {
    assert.isEmpty(offered(meeting('10:01:00 <ann> t$0ea\n'), automatic));
    assert.isNotEmpty(offered(meeting('10:01:00 <ann> «tea»\n'), automatic));
    assert.isNotEmpty(offered(meeting('10:01:00 <ann> t$0ea\n'), { triggerKind: 1 }));
    const fixed = offered(meeting('10:01:00 <ann> #link t$0ea\n'), automatic).map(({ kind }) => kind);
    assert.includeMembers(fixed, ['quickfix', 'refactor.rewrite.change']);
  });
});

describe('the kinds of actions', () => {
  const kinds = (only: string[] | undefined) =>
    new Set(
      offered(meeting('10:01:00 <ann> #link t$0ea\n10:01:30 <ann> #agred x\n'), only ? { only } : {}).map(
        ({ kind }) => kind,
      ),
    );
  it('are those that were asked for', () => {
    assert.sameMembers([...kinds(undefined)], ['quickfix', 'refactor.rewrite.change']);
    assert.sameMembers([...kinds(['quickfix'])], ['quickfix']);
    assert.sameMembers([...kinds(['refactor'])], ['refactor.rewrite.change']);
    assert.sameMembers([...kinds(['refactor.rewrite'])], ['refactor.rewrite.change']);
    assert.sameMembers([...kinds(['source'])], ['source.fixAll.meetlog']);
    assert.sameMembers([...kinds(['source.fixAll'])], ['source.fixAll.meetlog']);
    assert.sameMembers([...kinds(['source.fixAll.meetlog'])], ['source.fixAll.meetlog']);
    assert.isEmpty(kinds(['source.fixAll.other']));
    assert.isEmpty(kinds(['source.organizeImports', 'refactor.extract', 'refactor.rewriteAll']));
  });
});
