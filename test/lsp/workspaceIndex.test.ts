import { assert } from 'chai';
import { fileNameIn, folderIn } from '../../server/src/features/uris.js';
import { finish } from '../../server/src/log/steps.js';
import { LogText } from '../../server/src/log/text/logText.js';
import { type IndexSource, WorkspaceIndex } from '../../server/src/lsp/workspaceIndex.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import { defaultSettings } from '../../server/src/settings.js';
import { readingFile } from '../../server/src/workspace/indexLog.js';
import { Dice } from '../helpers/dice.js';
import { lines } from '../helpers/logs.js';

const tea = lines`
  10:00:00 <ann> #startmeeting Tea
  10:01:00 <ann> #action bob boils water
  10:02:00 <bob> ok
  10:03:00 <ann> #endmeeting
  `;
const talk = lines`
  10:00:00 <ann> hello
  10:01:00 <bob> hello
  `;

/** Files and open documents of a workspace, which tests change. */
class World {
  readonly files = new Map<string, string | null | undefined>();
  readonly documents = new Map<string, string>();
  read: string[] = [];
  settings = '';
  listed = 0;
  readonly source: IndexSource = {
    list: async () => {
      this.listed++;
      return [...this.files.keys()].map((uri) => ({ uri }));
    },
    howRead: async () => this.settings,
    text: async (uri) => {
      this.read.push(uri);
      return this.files.get(uri);
    },
    read: async ({ uri }, _isUseless, ahead) => {
      const open = this.documents.get(uri);
      if (open !== undefined) {
        const log = meetingLog(LogText.of(open), fileNameIn(uri), { folder: folderIn(uri) });
        return { log, settings: defaultSettings };
      }
      const text = await (ahead ?? this.source.text(uri));
      if (text === undefined) return 'unreadable';
      if (text === null) return 'binary';
      const log = finish(readingFile(text, { fileName: fileNameIn(uri), folder: folderIn(uri) }));
      return log && { log, settings: defaultSettings };
    },
    isOpen: (uri) => this.documents.has(uri),
    isWithin: (uri) => uri.startsWith('file:///w/'),
    projects: async () => () => undefined,
    touched: () => undefined,
    failed: (uri, error) => {
      throw new Error(`${uri}: ${error}`);
    },
  };

  index(changed = () => {}, progressed: (read: number) => void = () => {}): WorkspaceIndex {
    return new WorkspaceIndex(this.source, changed, ({ read }) => progressed(read));
  }

  add(count: number): void {
    for (let number = 0; number < count; number++) this.files.set(`file:///w/${number}.log`, tea);
  }
}

const a = 'file:///w/a.log';
const b = 'file:///w/b.log';

/** What an index has, for comparison. */
async function content(index: WorkspaceIndex) {
  const { logs, ledger } = await index.logs();
  return { logs, actions: ledger.actions, unreadable: index.index.unreadable };
}

describe('the index of a workspace', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });
  const names = async (index: WorkspaceIndex) => (await index.logs()).logs.map(({ digest }) => digest.log);

  it('reads nothing before it is wanted', async () => {
    world.files.set(a, tea);
    const index = world.index(() => assert.fail('no one asked'));
    index.documentChanged(a);
    index.fileChanged(a, false);
    index.listAgain();
    assert.equal(world.listed, 0);
    assert.deepEqual(await names(index), [a]);
  });

  it('has the logs of meetings, and no other files', async () => {
    world.files.set(a, tea).set('file:///w/talk.txt', talk).set('file:///w/notes.txt', 'Call bob.\n');
    const { logs, ledger } = await world.index().logs();
    assert.deepEqual(
      logs.map(({ digest }) => digest.log),
      [a],
    );
    assert.deepEqual(
      ledger.actions.map(({ text }) => text),
      ['bob boils water'],
    );
    assert.deepEqual(
      [...(logs[0]?.places ?? [])],
      [
        [1, [29, 32]],
        [2, [23, 38]],
      ],
    );
  });

  it('is empty for an empty folder', async () => assert.deepEqual(await names(world.index()), []));

  it('says which files cannot be read', async () => {
    world.files.set(a, tea).set(b, undefined);
    const index = world.index();
    assert.deepEqual(await names(index), [a]);
    assert.deepEqual(index.index.unreadable, [{ log: b, why: 'cannot be read' }]);
  });

  it('says which files only have the name of a log', async () => {
    world.files.set(a, tea).set(b, null);
    const index = world.index();
    assert.deepEqual(await names(index), [a]);
    assert.isEmpty(index.index.unreadable);
    assert.deepEqual(index.index.skipped, [{ log: b, why: 'is not a text file', isSkipped: true }]);
  });

  it('reads only what has changed', async () => {
    world.files.set(a, tea).set(b, tea);
    const index = world.index();
    const before = (await index.logs()).logs;
    world.read = [];
    world.files.set(b, tea.replace('Tea', 'Coffee'));
    index.fileChanged(b, false);
    const after = (await index.logs()).logs;
    assert.deepEqual(world.read, [b]);
    assert.equal(world.listed, 1);
    assert.equal(after[0], before[0]);
    assert.equal(after[1]?.digest.meetings[0]?.title, 'Coffee');
  });

  it('prefers an open document to its file, until it is closed', async () => {
    world.files.set(a, tea);
    const index = world.index();
    const title = async () => (await index.logs()).logs[0]?.digest.meetings[0]?.title;
    world.documents.set(a, tea.replace('Tea', 'Coffee'));
    index.documentChanged(a);
    assert.equal(await title(), 'Coffee');
    index.fileChanged(a, false);
    assert.equal(await title(), 'Coffee');
    world.documents.delete(a);
    index.documentChanged(a);
    assert.equal(await title(), 'Tea');
    world.documents.set(a, tea);
    index.documentChanged(a);
    world.files.delete(a);
    index.fileDeleted(a);
    assert.equal(await title(), 'Tea');
    world.documents.delete(a);
    index.documentChanged(a);
    assert.isUndefined(await title());
  });

  it('has open documents of the workspace that are in no file yet', async () => {
    const index = world.index();
    for (const uri of [a, 'file:///elsewhere/b.log']) {
      world.documents.set(uri, tea);
      index.documentChanged(uri);
    }
    assert.deepEqual(await names(index), [a]);
    world.documents.clear();
    index.documentChanged(a);
    assert.deepEqual(await names(index), []);
  });

  it('follows renames, of folders too', async () => {
    world.files.set(a, tea).set('file:///w/x/c.log', tea);
    const index = world.index();
    await index.logs();
    world.files.delete(a);
    world.files.set(b, tea);
    index.fileDeleted(a);
    index.fileChanged(b, true);
    assert.deepEqual(await names(index), [b, 'file:///w/x/c.log']);
    world.files.delete('file:///w/x/c.log');
    world.files.set('file:///w/y/c.log', tea);
    index.listAgain();
    assert.deepEqual(await names(index), [b, 'file:///w/y/c.log']);
  });

  it('can be cancelled, and goes on when asked to', async () => {
    world.add(50);
    const index: WorkspaceIndex = world.index(undefined, (read) => {
      if (read === 20 && world.read.length < 40) index.cancel();
    });
    assert.lengthOf(await names(index), 20);
    assert.isTrue(index.isPartial);
    assert.lengthOf(await names(index), 20);
    index.resume();
    assert.lengthOf(await names(index), 50);
    assert.isFalse(index.isPartial);
  });

  it('reads 2,500 logs a few at a time, once for all who ask', async () => {
    world.add(2500);
    const index = world.index();
    const [logs, same] = await Promise.all([index.logs(), index.logs()]);
    assert.lengthOf(logs.logs, 2500);
    assert.equal(logs, same);
    assert.lengthOf(world.read, 2500);
  });

  it('is the same after any changes as a new one', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      world = new World();
      const dice = new Dice(seed);
      const index = world.index();
      for (let step = 0; step < 12; step++) {
        change(world, index, dice);
        // Sometimes several things change before anyone asks.
        if (dice.percent(33)) await index.logs();
      }
      const fresh = world.index();
      for (const uri of world.documents.keys()) fresh.documentChanged(uri);
      assert.deepEqual(await content(index), await content(fresh), `seed ${seed}`);
    }
  });
});

const texts = [tea, talk, tea.replace('#action bob', '#agreed'), `${tea}${tea.replace('Tea', 'Soup')}`, undefined];
const uris = [a, b, 'file:///w/c.txt', 'file:///w/d/e.log'];

/** Changes a file or a document. */
function change(world: World, index: WorkspaceIndex, dice: Dice): void {
  const uri = dice.pick(uris);
  const text = dice.pick(texts);
  const isNew = !world.files.has(uri);
  const changes = [
    () => {
      world.files.delete(uri);
      index.fileDeleted(uri);
    },
    () => {
      world.documents.set(uri, text ?? '');
      index.documentChanged(uri);
    },
    () => {
      world.documents.delete(uri);
      index.documentChanged(uri);
    },
    () => {
      world.files.set(uri, text);
      index.fileChanged(uri, isNew);
    },
  ];
  dice.pick(changes)();
}
