import { assert } from 'chai';
import fc from 'fast-check';
import type { CodeLens, Diagnostic, ServerCapabilities } from 'vscode-languageserver';
import type { Layout } from '../../server/src/log/layouts/layout.js';
import { layoutNamed, layouts } from '../../server/src/log/layouts/layouts.js';
import { LogText } from '../../server/src/log/text/logText.js';
import { writers } from '../../server/src/minutes/writers.js';
import type { MinutesResult } from '../../server/src/protocol.js';
import { type Change, change, changes, draft, type Edit, editOf, logText, runs, spliced } from '../helpers/edits.js';
import { Editor } from './client.js';

/*
 * Whatever is typed, every answer must equal that for a document opened with the same text. RUNS=2000 in the environment makes
 * this a long run. The layout is set, since typing does not change that of an open document.
 */

const edited = 'file:///logs/club.log';
const fresh = 'file:///fresh/club.log';

/** The name of a layout. */
const anyLayout = fc.constantFrom(...layouts.map(({ name }) => name));

/** What accompanies an edit: others in the same message, the whole text, other settings; and what is requested after it. */
const around = fc.record({
  more: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }) },
  ),
  whole: once(20, fc.constantFrom('as it is', 'as it was')),
  layout: once(40, anyLayout),
  bot: once(30, fc.constantFrom('', 'meetingology', 'hcoop')),
  asked: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('nothing', 'outline', 'diagnostics', 'diagnostics') },
    { weight: 1, arbitrary: fc.constantFrom('folds', 'everything') },
  ),
});

/** Something in one of this many cases, otherwise undefined. */
function once<T>(cases: number, what: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: cases - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: what });
}

type Around = typeof around extends fc.Arbitrary<infer A> ? A : never;

const formats = writers.map(({ name }) => name).filter((name) => name !== 'template');

interface Report {
  readonly kind: 'full' | 'unchanged';
  readonly resultId?: string;
  readonly items?: Diagnostic[];
}

let edits = 0;
after(() => console.log(`      ${edits} edits over the protocol`));

/** What is requested at a cursor, and with which other parameters. */
const atCursor = {
  'textDocument/hover': {},
  'textDocument/documentHighlight': {},
  'textDocument/definition': {},
  'textDocument/references': { context: { includeDeclaration: false } },
  'textDocument/prepareRename': {},
  'textDocument/rename': { newName: 'zoe' },
  'textDocument/completion': {},
};

/** What is requested about a whole document. */
const aboutAll = {
  'meetlog/rulerMarks': {},
  'meetlog/people': { line: 3 },
  'meetlog/timePlaces': { line: 3, time: '10:05' },
  'textDocument/documentLink': {},
  'textDocument/selectionRange': {
    positions: [
      { line: 0, character: 3 },
      { line: 5, character: 20 },
    ],
  },
};

/** Requests about places of a text, each with a name: at some of the first line and another one, and about all of it. */
function placeRequests(text: string, middle: number, range: object): (readonly [string, string, object])[] {
  const rows = text.split(/\r\n|\n|\r/);
  const positions = [0, middle].flatMap((line) =>
    [1, 10, 16, rows[line]?.length ?? 0].map((character) => ({ line, character })),
  );
  return [
    ...positions.flatMap((position) =>
      Object.entries(atCursor).map(
        ([method, given]) =>
          [`${method} ${position.line}:${position.character}`, method, { position, ...given }] as const,
      ),
    ),
    ...Object.entries(aboutAll).map(([method, given]) => [method, method, given] as const),
    ['hints', 'textDocument/inlayHint', { range }] as const,
  ];
}

/** An answer, or why there is none. */
function answerOrRefusal(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch((error: Error) => error.message);
}

describe('an edited document', () => {
  let editor: Editor;
  let capabilities: ServerCapabilities;
  before(async () => {
    editor = new Editor();
    ({ capabilities } = await editor.initialize({ textDocument: { diagnostic: {} } }, { minutesCommands: true }));
  });
  after(async () => assert.equal(await editor.close(), 0));

  /** A document that is edited over the protocol, together with the flat text that it must equal. */
  class Typing {
    readonly #done: unknown[] = [];
    readonly #formats: readonly string[];
    #layout: string;
    #bot = '';
    #text: string;
    #version = 1;
    #last: Report | undefined;
    /** The layout in which the server reads the document: that of the settings, as soon as something is requested. */
    #readIn: string | undefined;
    /** The bridges that the server knows: those of the text that it last read as a whole. */
    #bridges = '';

    constructor(layout: string, text: string, formats: readonly string[]) {
      this.#layout = layout;
      this.#text = text;
      this.#formats = formats;
      this.#done.push({ layout, text });
    }

    async check(steps: readonly (Around & { readonly change: Change })[]): Promise<void> {
      try {
        await this.#configure();
        await editor.open(edited, this.#text);
        for (const one of steps) await this.#take(one);
        await this.#compare();
        await editor.shut(edited);
      } catch (error) {
        // Everything that was done, to turn it into a test.
        if (error instanceof Error) error.message += `\nafter ${JSON.stringify(this.#done)}`;
        throw error;
      }
    }

    async #take({ change, more, whole, layout, bot, asked }: Around & { readonly change: Change }): Promise<void> {
      const before = this.#text;
      const batch = [change, ...more].map((one) => this.#type(one));
      await this.#tell(batch.map(({ from, to, text }) => ({ range: { start: from, end: to }, text })));
      if (whole) {
        if (whole === 'as it was') this.#text = before;
        await this.#replaceAll();
      }
      await this.#ask(asked);
      if (!layout && bot === undefined) return;
      this.#layout = layout ?? this.#layout;
      this.#bot = bot ?? this.#bot;
      await this.#configure();
      if (asked !== 'nothing') await this.#ask('everything');
    }

    #type(change: Change): Edit {
      const edit = editOf(change, this.#text, layoutOf(this.#layout));
      this.#text = spliced(this.#text, edit);
      edits++;
      return edit;
    }

    async #tell(contentChanges: readonly object[]): Promise<void> {
      this.#done.push(contentChanges);
      const textDocument = { uri: edited, version: ++this.#version };
      await editor.tell('textDocument/didChange', { textDocument, contentChanges });
    }

    async #replaceAll(): Promise<void> {
      await this.#tell([{ text: this.#text }]);
      if (this.#readIn !== undefined) this.#bridges = bridgesIn(this.#text, this.#readIn);
    }

    async #configure(): Promise<void> {
      const meetlog = { layout: this.#layout, bot: this.#bot || 'auto' };
      this.#done.push(meetlog);
      await editor.tell('workspace/didChangeConfiguration', { settings: { meetlog } });
    }

    /** Requests something in between, since each answer builds on earlier results. */
    async #ask(asked: Around['asked']): Promise<void> {
      if (asked === 'nothing') return;
      this.#done.push(asked);
      if (asked === 'everything') return this.#compare();
      await this.#read();
      const textDocument = { uri: edited };
      if (asked === 'outline') await editor.ask('textDocument/documentSymbol', { textDocument });
      if (asked === 'diagnostics') await this.#pull();
      if (asked === 'folds') await editor.ask('textDocument/foldingRange', { textDocument });
    }

    /** Makes the server read the document like a new one: bridges are only detected in a whole text. */
    async #read(): Promise<void> {
      const bridges = bridgesIn(this.#text, this.#layout);
      if (this.#readIn !== this.#layout) this.#bridges = bridges;
      this.#readIn = this.#layout;
      if (this.#bridges === bridges) return;
      // The last chosen layout applies to the document with the next request.
      await editor.ask('textDocument/foldingRange', { textDocument: { uri: edited } });
      await this.#replaceAll();
    }

    async #compare(): Promise<void> {
      await this.#read();
      await this.#pull();
      await editor.open(fresh, this.#text);
      const [actual, expected] = [await this.#answers(edited), await this.#answers(fresh)];
      if (JSON.stringify(actual) !== JSON.stringify(expected)) assert.deepEqual(actual, expected);
      await editor.shut(fresh);
    }

    /** Diagnostics reported as unchanged must be unchanged. */
    async #pull(): Promise<void> {
      const textDocument = { uri: edited };
      const last = this.#last;
      const previous = last?.resultId === undefined ? {} : { previousResultId: last.resultId };
      const report = await editor.ask<Report>('textDocument/diagnostic', { textDocument, ...previous });
      const whole = await editor.ask<Report>('textDocument/diagnostic', { textDocument });
      assert.equal(whole.kind, 'full');
      assert.deepEqual(report.kind === 'unchanged' ? last?.items : report.items, whole.items);
      this.#last = whole;
    }

    /** Every answer about a document, without its URI. */
    async #answers(uri: string): Promise<unknown> {
      const textDocument = { uri };
      const last = this.#text.split(/\r\n|\n|\r/).length - 1;
      const all = { start: { line: 0, character: 0 }, end: { line: last + 1, character: 0 } };
      const some = { start: { line: last >> 2, character: 3 }, end: { line: last >> 1, character: 9 } };
      const { items: diagnostics } = await editor.ask<Report>('textDocument/diagnostic', { textDocument });
      const asked: Record<string, Promise<unknown>> = {
        outline: editor.ask('textDocument/documentSymbol', { textDocument }),
        folds: editor.ask('textDocument/foldingRange', { textDocument }),
        lenses: lenses(uri),
        actions: editor.ask('textDocument/codeAction', { textDocument, range: all, context: { diagnostics } }),
        fewer: editor.ask('textDocument/codeAction', { textDocument, range: some, context: { diagnostics: [] } }),
        summary: editor.ask('meetlog/summary', { textDocument }),
        second: editor.ask('meetlog/minutes', { textDocument, meeting: 1, format: 'json' }),
        preview: editor.ask('meetlog/preview', { textDocument, line: last >> 1 }),
        topic: editor.ask('meetlog/topic', { textDocument, line: last >> 1 }),
        next: editor.ask('meetlog/nearItem', { textDocument, line: last >> 1, direction: 'next' }),
        previous: editor.ask('meetlog/nearItem', { textDocument, line: last >> 1, direction: 'previous' }),
      };
      for (const format of this.#formats) {
        asked[format] = editor.ask<MinutesResult>('meetlog/minutes', { textDocument, meeting: 0, format });
      }
      for (const [name, method, params] of placeRequests(this.#text, last >> 1, all)) {
        asked[name] = answerOrRefusal(editor.ask(method, { textDocument, ...params }));
      }
      if (capabilities.semanticTokensProvider?.range) {
        for (const range of [all, some]) {
          asked[`tokens ${range.start.line}`] = editor.ask('textDocument/semanticTokens/range', {
            textDocument,
            range,
          });
        }
      }
      const answers = await Promise.all(
        Object.entries(asked).map(async ([name, answer]) => [name, withoutUri(await answer, uri)] as const),
      );
      return { diagnostics: withoutUri(diagnostics, uri), ...Object.fromEntries(answers) };
    }
  }

  /** The code lenses, resolved. */
  async function lenses(uri: string): Promise<CodeLens[]> {
    const found = await editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    if (!capabilities.codeLensProvider?.resolveProvider) return found;
    return Promise.all(found.map((lens) => editor.ask<CodeLens>('codeLens/resolve', lens)));
  }

  it('answers like a newly opened one', async () => {
    const some = fc.subarray(formats, { minLength: 1, maxLength: 2 });
    // Some logs are read in another layout than their own.
    const chosen = once(6, anyLayout);
    await fc.assert(
      fc.asyncProperty(anyLayout, chosen, draft, some, changes(around, 32), (written, chosen, log, formats, steps) =>
        new Typing(chosen ?? written, logText(log, layoutOf(written)), formats).check(steps),
      ),
      // Finding a smaller failure would take longer than a test may.
      { numRuns: runs(20), includeErrorInReport: true, endOnFailure: true },
    );
  }).timeout(180_000);
});

describe('an edited document, in an editor without pull diagnostics', () => {
  let editor: Editor;
  before(async () => {
    editor = new Editor();
    await editor.initialize({});
  });
  after(async () => assert.equal(await editor.close(), 0));

  it('gets the diagnostics of a newly opened one', async () => {
    const some = fc.array(change, { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(anyLayout, draft, some, async (name, log, changes) => {
        const layout = layoutOf(name);
        await editor.tell('workspace/didChangeConfiguration', { settings: { meetlog: { layout: name } } });
        const start = logText(log, layout);
        let text = start;
        let version = 1;
        const tell = (contentChanges: object[]) =>
          editor.tell('textDocument/didChange', { textDocument: { uri: edited, version: ++version }, contentChanges });
        await editor.open(edited, text);
        for (const one of changes) {
          const edit = editOf(one, text, layout);
          text = spliced(text, edit);
          edits++;
          await tell([{ range: { start: edit.from, end: edit.to }, text: edit.text }]);
        }
        if (bridgesIn(start, name) !== bridgesIn(text, name)) await tell([{ text }]);
        await editor.open(fresh, text);
        // Unchanged diagnostics are not sent again, so the last ones sent count.
        const expected = () => withoutUri(editor.publishedFor(fresh), fresh);
        const actual = () => withoutUri(editor.publishedFor(edited), edited);
        const isSent = () => expected() !== null && JSON.stringify(actual()) === JSON.stringify(expected());
        for (let times = 0; times < 2000 && !isSent(); times++) await new Promise((done) => setTimeout(done, 5));
        assert.deepEqual(actual(), expected());
        for (const uri of [edited, fresh]) await editor.shut(uri);
        editor.published.length = 0;
      }),
      { numRuns: runs(12), includeErrorInReport: true },
    );
  });
});

/** The bridges detected in a text that is read in a layout. */
function bridgesIn(text: string, layout: string): string {
  return [...(LogText.of(text, layoutOf(layout)).layout.relays ?? [])].sort().join('\n');
}

function layoutOf(name: string): Layout {
  return layoutNamed(name) as Layout;
}

function withoutUri(answer: unknown, uri: string): unknown {
  return JSON.parse(
    JSON.stringify(answer ?? null)
      .replace(/"resultId":"[^"]*",?/g, '')
      .replaceAll(uri, 'URI')
      .replaceAll(new URL('meetlog.json', uri).href, 'PROJECT')
      .replaceAll(encodeURIComponent(uri), 'URI'),
  );
}
