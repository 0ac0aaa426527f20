import { assert } from 'chai';
import { actionsTree } from '../../../server/src/features/trees/actionsTree.js';
import { type Branch, nodesAt } from '../../../server/src/features/trees/branch.js';
import { decisionsTree } from '../../../server/src/features/trees/decisionsTree.js';
import { meetingsTree, problemText } from '../../../server/src/features/trees/meetingsTree.js';
import {
  actionName,
  hasLetters,
  mostSymbols,
  workspaceSymbols,
} from '../../../server/src/features/workspaceSymbols.js';
import { finish } from '../../../server/src/log/steps.js';
import { indexing, readingFile } from '../../../server/src/workspace/indexLog.js';
import { ledgerProject } from '../../../server/src/workspace/ledgerProject.js';
import { type IndexedLog, IndexedLogs } from '../../../server/src/workspace/logIndex.js';
import { logProject } from '../../../server/src/workspace/logProject.js';
import { projectOf } from '../../../server/src/workspace/project.js';
import { lines } from '../../helpers/logs.js';

const folder = 'file:///w/';

function indexed(name: string, text: string): IndexedLog {
  const log = finish(readingFile(text, { fileName: name, folder: '/w/' }));
  if (!log) throw new Error(`${name} is not a log`);
  return finish(indexing(log, folder + name));
}

/** Logs with their texts by name, and the text of `meetlog.json`, if there is one. */
function logsOf(texts: Readonly<Record<string, string>>, project?: string): IndexedLogs {
  const logs = Object.entries(texts).map(([name, text]) => indexed(name, text));
  const read = project === undefined ? undefined : projectOf(project).project;
  return new IndexedLogs(
    logs,
    (log) => read && ledgerProject(logProject(read, [], { file: `${folder}meetlog.json`, text: project }, log)),
  );
}

const nameOf = (log: string) => log.slice(folder.length);
const first = lines`
  10:00:00 <ann> #startmeeting Bees
  10:01:00 <ann> #topic Hives
  10:02:00 <ann> #action bob to oil the saw
  10:03:00 <bob> ok
  10:04:00 <ann> #agreed two new hives
  10:05:00 <ann> #endmeeting
  `;
const second = lines`
  10:00:00 <ann> #startmeeting Bees
  10:01:00 <ann> #topic Honey
  10:02:00 <ann> #action bob and cid order twelve ladders
  10:03:00 <bob> ok
  10:03:10 <cid> ok
  10:04:00 <ann> #agreed two new hives
  10:05:00 <ann> #endmeeting
  `;
const both = { 'bees.2031-03-07.log': first, 'bees.2031-03-14.log': second };

/** A tree as text: labels and descriptions, what is below indented. */
function drawn(branches: readonly Branch[], indent = ''): string[] {
  return branches.flatMap(({ node, below }) => [
    `${indent}${node.isDone === undefined ? '' : node.isDone ? '[x] ' : '[ ] '}${[node.label, node.description].filter(Boolean).join(' — ')}`,
    ...drawn(below?.() ?? [], `${indent}  `),
  ]);
}

describe('the tree of meetings', () => {
  const tree = (
    logs: IndexedLogs,
    problems: readonly { line: number; severity: 'error' | 'warning' | 'other' }[] = [],
  ) => meetingsTree({ logs, nameOf, unreadable: [], skipped: [], problemsOf: () => problems });

  it('has channels and meetings, newest first, with their problems', () => {
    const problems = [
      { line: 3, severity: 'warning' },
      { line: 4, severity: 'error' },
      { line: 4, severity: 'other' },
    ] as const;
    assert.deepEqual(drawn(tree(logsOf(both), problems)), [
      'No channel — 2 meetings',
      '  2031-03-14 — Bees · 1 error, 1 warning',
      '  2031-03-07 — Bees · 1 error, 1 warning',
    ]);
    assert.equal(problemText([]), '');
  });

  it('counts each problem of a log for one meeting', () => {
    const logs = logsOf({ 'bees.2031-03-07.log': `10:00:00 <ann> #info early\n${first}10:06:00 <ann> hm\n${second}` });
    const problems = [1, 2, 8, 9, 15].map((line) => ({ line, severity: 'warning' as const }));
    assert.deepEqual(drawn(tree(logs, problems)).slice(1), [
      '  2031-03-07 — Bees · 2 warnings',
      '  2031-03-07 — Bees · 3 warnings',
    ]);
  });

  it('says which logs cannot be read', () => {
    const unreadable = [{ log: `${folder}a.log`, why: 'cannot be read' }];
    const skipped = [{ log: `${folder}b.log`, why: 'is not a text file', isSkipped: true }];
    const context = { nameOf, unreadable, skipped, problemsOf: () => undefined };
    const branches = meetingsTree({ ...context, logs: logsOf({}) });
    assert.deepEqual(drawn(branches), ['1 log cannot be read', '  a.log — cannot be read']);
    const all = drawn(meetingsTree({ ...context, logs: logsOf(both) }));
    assert.deepEqual(all.slice(-2), ['1 file skipped', '  b.log — is not a text file']);
  });

  it('leads to the title, and can be asked for one level', () => {
    const [{ node } = assert.fail()] = nodesAt(tree(logsOf(both)), ['']).map((one) => ({ node: one }));
    assert.deepEqual(node.target, { uri: `${folder}bees.2031-03-14.log`, line: 0, start: 29, end: 33 });
    assert.equal(node.tooltip, 'Bees\n2031-03-14\nbees.2031-03-14.log:1');
    assert.deepEqual(nodesAt(tree(logsOf(both)), ['gone', 'x']), []);
  });

  it('groups many by year and month', () => {
    const logs = logsOf(
      Object.fromEntries(
        Array.from({ length: 240 }, (_, index) => {
          const date = `${2030 + Math.floor(index / 200)}-${String(1 + (index % 2)).padStart(2, '0')}-${String(1 + (Math.floor(index / 2) % 28)).padStart(2, '0')}`;
          return [`${index}.${date}.log`, first];
        }),
      ),
    );
    const drawnTree = drawn(tree(logs));
    const groups = drawnTree.filter((line) => !line.includes('Bees'));
    assert.deepEqual(groups, [
      'No channel — 240 meetings',
      '  2031 — 40 meetings',
      '  2030 — 200 meetings',
      '    February 2030 — 100 meetings',
      '    January 2030 — 100 meetings',
    ]);
    assert.lengthOf(drawnTree, 245);
  });
});

describe('the tree of action items', () => {
  const shown = { withDone: false, today: '2031-04-01' };

  it('has the open ones by person', () => {
    assert.deepEqual(drawn(actionsTree({ logs: logsOf(both), nameOf }, shown)), [
      'bob — 2',
      '  [ ] bob to oil the saw — since 2031-03-07',
      '  [ ] bob and cid order twelve ladders — since 2031-03-14',
      'cid — 1',
      '  [ ] bob and cid order twelve ladders — since 2031-03-14',
    ]);
  });

  const done = (date: string) =>
    `{"actions":[{"log":"bees.2031-03-07.log","text":"bob to oil the saw","state":"done","date":"${date}"}],
      "people":[{"name":"Bob Low","nicks":["bob"]}]}`;

  it('shows what was ticked today, and everything that is done on request', () => {
    const today = logsOf(both, done('2031-04-01'));
    assert.include(drawn(actionsTree({ logs: today, nameOf }, shown)), '  [x] bob to oil the saw — done');
    assert.include(drawn(actionsTree({ logs: today, nameOf }, shown)), 'Bob Low — 1 open');
    const earlier = logsOf(both, done('2031-03-20'));
    assert.notInclude(drawn(actionsTree({ logs: earlier, nameOf }, shown)).join('\n'), 'saw');
    const all = drawn(actionsTree({ logs: earlier, nameOf }, { ...shown, withDone: true }));
    assert.include(all, '  [x] bob to oil the saw — done');
  });

  it('has no box for what the log itself says', () => {
    const closing = second.replace('10:03:00 <bob> ok', '10:03:00 <bob> #done oil the saw');
    const logs = logsOf({ ...both, 'bees.2031-03-14.log': closing });
    const all = drawn(actionsTree({ logs, nameOf }, { ...shown, withDone: true }));
    assert.include(all, '  bob to oil the saw — done');
    assert.notInclude(drawn(actionsTree({ logs, nameOf }, shown)).join('\n'), 'saw');
  });
});

describe('the tree of decisions', () => {
  it('has them newest first, and says which were decided again', () => {
    const tree = decisionsTree({ logs: logsOf(both), nameOf }, '');
    assert.deepEqual(drawn(tree), ['two new hives — 2031-03-14', 'two new hives — 2031-03-07 · replaced']);
    assert.equal(
      tree[1]?.node.tooltip,
      'Agreed: two new hives\nTopic: Hives\nReplaced 2031-03-14 (bees.2031-03-14.log:6)\nbees.2031-03-07.log:5',
    );
  });

  it('says what was not agreed, as the symbols do', () => {
    const logs = logsOf({ 'a.log': first.replace('#agreed', '#rejected') });
    assert.deepEqual(drawn(decisionsTree({ logs, nameOf }, '')), ['Rejected: two new hives']);
    assert.include(
      finish(workspaceSymbols(logs, 'rejected')).map(({ name }) => name),
      'Rejected: two new hives',
    );
  });

  it('has only those with all words of a search', () => {
    const found = (search: string) => drawn(decisionsTree({ logs: logsOf(both), nameOf }, search));
    assert.lengthOf(found('honey HIVES'), 1);
    assert.isEmpty(found('honey ladders'));
  });

  it('shows no invisible characters', () => {
    const text = first.replace('two new hives', 'two\u202e new\u0007 hives');
    const [line = ''] = drawn(decisionsTree({ logs: logsOf({ 'a.log': text }), nameOf }, ''));
    assert.equal(line, 'two new hives');
  });
});

describe('the symbols of all logs', () => {
  const names = (query: string) => finish(workspaceSymbols(logsOf(both), query)).map(({ name }) => name);

  it('match letters in their order, whole words first', () => {
    assert.isTrue(hasLetters('oil the saw', 'otsw'));
    assert.isFalse(hasLetters('oil the saw', 'swo'));
    assert.deepEqual(names('oilsaw'), ['bob: oil the saw']);
    assert.deepEqual(names('bees hives 03-07'), ['Hives', 'two new hives']);
    assert.deepEqual(names('HONEY'), ['Honey']);
  });

  it('are a bounded number', () => {
    const logs = logsOf(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}.log`, first])));
    assert.lengthOf(finish(workspaceSymbols(logs, '')), mostSymbols);
    assert.lengthOf(finish(workspaceSymbols(logs, 'hvs')), 200);
  });

  it('begin with who has to do something', () => {
    for (const [text, people, name] of [
      ['bob to oil the saw', ['bob'], 'bob: oil the saw'],
      ['Bob, oil the saw', ['bob'], 'bob: oil the saw'],
      ['oil the saw (bob)', ['bob'], 'bob: oil the saw (bob)'],
      ['bobby oils', ['bob'], 'bob: bobby oils'],
      ['bob and cid', ['bob', 'cid'], 'bob, cid: bob and cid'],
      ['oil the saw', [], 'oil the saw'],
      ['bob', ['bob'], 'bob: bob'],
    ] as const)
      assert.equal(actionName(text, people), name);
  });
});
