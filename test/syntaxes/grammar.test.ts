import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { assert } from 'chai';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { layouts } from '../../server/src/log/layouts/layouts.js';
import { grammar } from '../../syntaxes/grammar.js';
import { commandWords, linkSchemes, listLabels } from '../tools/generate/tables.js';

const path = 'syntaxes/meeting-log.tmLanguage.json';

async function load(source: unknown): Promise<IGrammar> {
  const onigLib = Promise.resolve({
    createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  });
  const raw = textmate.parseRawGrammar(JSON.stringify(source), path);
  const registry = new textmate.Registry({ onigLib, loadGrammar: async () => raw });
  return (await registry.loadGrammar('text.meeting-log')) as IGrammar;
}

describe('the grammar', () => {
  let read: IGrammar;

  before(async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
    read = await load(JSON.parse(readFileSync(path, 'utf8')));
  });

  /** The parts of a line with a scope of the grammar: `scope: part`, without the language suffix of the scope. */
  const check = (line: string, ...expected: string[]) => {
    const { tokens } = read.tokenizeLine(line, textmate.INITIAL);
    const found = tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = scopes.length > 1 ? scopes.at(-1) : undefined;
      const part = line.slice(startIndex, endIndex);
      const isShown = scope && part.trim() !== '' && !scope.startsWith('punctuation');
      return isShown ? [`${scope.replace(/\.meeting-log$/, '')}: ${part.trim()}`] : [];
    });
    assert.deepEqual(found, expected);
  };

  const time = 'constant.numeric.time: 10:00:00';
  const nick = 'entity.name.tag.nick: ann';

  it('colours a message', () => check('10:00:00 <ann> hello #topic', time, nick));
  it('colours other forms of times, and prefixes', () => {
    check('[10:00] <@ann> hello', 'constant.numeric.time: [10:00]', 'variable.annotation.prefix: @', nick);
    check('10:00 < ann> hello', 'constant.numeric.time: 10:00', nick);
  });
  it('colours a command, in any case', () => {
    check('10:00:00 <ann> #action bob sweeps', time, nick, 'keyword.control.command: #action');
    check('10:00:00 <ann> #AGREED', time, nick, 'keyword.control.command: #AGREED');
    check('10:00:00 <ann>   #info x', time, nick, 'keyword.control.command: #info');
    check('10:00:00 <ann> #info: x', time, nick, 'keyword.control.command: #info');
  });
  it('colours a topic without its text, since a bot may have refused it', () =>
    check('10:00:00 <ann> #topic Tea', time, nick, 'keyword.control.topic: #topic'));
  it('leaves words that are not commands', () => {
    for (const said of ['#topics x', '#96', 'see #info', '##info', '# info', '#topic_'])
      check(`10:00:00 <ann> ${said}`, time, nick);
  });
  it('colours links of every scheme that bots know', () => {
    for (const scheme of linkSchemes)
      check(`10:00:00 <ann> see ${scheme}://a b`, time, nick, `markup.underline.link: ${scheme}://a`);
  });
  it('colours what adds to a list in a meeting with a scribe', () => {
    for (const label of listLabels)
      check(`10:00:00 <ann> ${label}+ bob`, time, nick, `keyword.control.command: ${label}+`);
    check('10:00:00 <ann>  Present+', time, nick, 'keyword.control.command: Present+');
    check('10:00:00 <ann> scribe+: bob', time, nick, 'keyword.control.command: scribe+');
    check('<ann> present+', nick, 'keyword.control.command: present+');
  });
  it('leaves labels that are talk in other meetings', () => {
    const talk = ['Topic: x', 'ACTION: x', 'RESOLVED: x', 's/old/new/', 'present: x', 'present- x', 'see present+'];
    for (const said of [...talk, 'chair++', 'q+', 'chair +1', 'scribe+1', 'presents+'])
      check(`10:00:00 <ann> ${said}`, time, nick);
  });
  it('colours URLs', () => {
    const url = 'markup.underline.link: https://a.example/b_(c';
    check('10:00:00 <ann> see https://a.example/b_(c)).', time, nick, url);
    check("10:00:00 <ann> 'https://a.example/b_(c'],?", time, nick, url);
    check('10:00:00 <ann> #link https://a.example/b_(c x', time, nick, 'keyword.control.command: #link', url);
  });
  it('leaves the first word of a message, which may not be a nick', () =>
    check('10:00:00 <ann> Agenda: hi', time, nick));
  it('colours actions', () =>
    check('10:00:00 * ann #topic x', time, 'keyword.operator.action: *', nick, 'markup.italic.action: #topic x'));
  it('dims what no one says', () => check('10:00:00 *** bob has quit', time, 'comment.line.event: *** bob has quit'));
  it('leaves other lines', () => {
    check('hello #topic x');
    check('2031-03-14 18:00:02,113 INFO  [main] server.Boot - <ann> #topic');
    check('');
  });

  for (const { name, samples, below } of layouts) {
    it(`colours the nicks of ${name} as it reads them`, () => {
      for (const [line, kind, , nickRead = ''] of samples) {
        // Nothing marks an action of this layout, and only the lines around it mark a line under a heading.
        if (!(kind === 'message' || (kind === 'action' && name !== 'colon')) || below) continue;
        const { tokens } = read.tokenizeLine(line, textmate.INITIAL);
        const nicks = tokens.filter(({ scopes }) => scopes.includes('entity.name.tag.nick.meeting-log'));
        const found = nicks.map(({ startIndex, endIndex }) => line.slice(startIndex, endIndex).trim());
        assert.deepEqual(found, [nickRead], line);
      }
    });
  }

  it('ends with each line', () => {
    const { ruleStack } = read.tokenizeLine('10:00:00 <ann> #topic Tea', textmate.INITIAL);
    const { tokens } = read.tokenizeLine('talk', ruleStack);
    assert.deepEqual(
      tokens.map(({ scopes }) => scopes),
      [['text.meeting-log']],
    );
  });

  describe('recognises the commands', () => {
    for (const { text, isTopic } of commandWords) {
      it(text, () => {
        const scope = `keyword.control.${isTopic ? 'topic' : 'command'}`;
        check(`10:00:00 <ann> ${text} tea`, time, nick, `${scope}: ${text}`);
        check(`10:00:00 <ann>  ${text}`, time, nick, `${scope}: ${text}`);
      });
    }

    it('in upper and lower case like the bots', () => {
      check('10:00:00 <ann> [ACTION] bob', time, nick, 'keyword.control.command: [ACTION]');
      check('10:00:00 <ann> !TOPIC tea', time, nick);
      check('10:00:00 <ann> ^Action bob', time, nick);
    });

    it('and no other words with their signs', () => {
      for (const said of ['[tea]', '[topic', '!topics', '!topic-', '^actions', '!actions', '^topic', '\\topic'])
        check(`10:00:00 <ann> ${said}`, time, nick);
    });

    it('whatever their signs are', async () => {
      const words = ['.topic', 'topic:', '$topic$'].map((text) => ({ text, isTopic: true, anyCase: true }));
      const other = await load(grammar(words, []));
      for (const { text } of words) {
        const { tokens } = other.tokenizeLine(`10:00:00 <ann> ${text} tea`, textmate.INITIAL);
        const keyword = tokens.find(({ scopes }) => scopes.at(-1) === 'keyword.control.topic.meeting-log');
        assert.deepInclude(keyword, { startIndex: 15, endIndex: 15 + text.length }, text);
      }
    });
  });
});
