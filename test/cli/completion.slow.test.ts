import { spawnSync } from 'node:child_process';
import { assert } from 'chai';
import { layouts } from '../../server/src/log/layouts/layouts.js';
import { dialects } from '../../server/src/meeting/dialects/dialects.js';
import { writers } from '../../server/src/minutes/writers.js';
import { Desk, newFolder } from '../helpers/commandLine.js';

const names = (from: readonly { readonly name: string }[]) => from.map(({ name }) => name);

/** Arguments that make a shell source the file `script` and print what it offers for the words typed so far. */
const shells: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
  bash: (words) => ['--norc', '-c', `source ./script; ${bashLine(words)}`],
  // A trailing space begins another word, as in the others.
  fish: (words) => ['--no-config', '-c', `source ./script; complete -C '${words.join(' ')}' | string split -f1 \\t`],
  zsh: (words) => ['-f', '-c', zshLine(words)],
};

function bashLine(words: readonly string[]): string {
  const typed = words.flatMap((word) => word.split(/(=)/)).map((word) => `'${word}'`);
  const line = `COMP_WORDS=(${typed.join(' ')}); COMP_CWORD=${typed.length - 1}; _meetlog`;
  return `${line}; printf '%s\\n' "\${COMPREPLY[@]}"`;
}

/** Types into a separate zsh, which offers words through `compadd`. Ctrl+X ends it when everything before has been processed. */
function zshLine(words: readonly string[]): string {
  return `
zmodload zsh/zpty
zpty typed zsh -f -i
zpty -w typed 'source ./typed.zsh'
zpty -r typed ready '*READY*'
zpty -w -n typed ${JSON.stringify(words.join(' '))}$'\\t\\x18'
while zpty -r typed line 2>/dev/null; do :; done
cat offered`;
}

const typedInZsh = `
autoload -Uz compinit; compinit -C -d $KNOWN
source ./script
unsetopt list_beep
: > offered
compadd() {
  if [[ " \${@[1,(i)(-|--)]}" == *\\ -[OAD]\\ * ]]; then builtin compadd "$@"; return; fi
  local -a hits
  builtin compadd -A hits "$@"
  print -rl -- $hits >> offered
  builtin compadd "$@"
}
finish() { exit }
zle -N finish
bindkey '^X' finish
bindkey '^I' complete-word
print READ''Y
`;

for (const [shell, argumentsFor] of Object.entries(shells)) {
  describe(`completion in ${shell}`, () => {
    const desk = Desk.forEach({ 'typed.zsh': typedInZsh, 'club.log': '' });
    /** Has what zsh knows about completions, which it takes long to find out. */
    const kept = new Desk('');
    before(function () {
      kept.folder = newFolder();
      if (spawnSync(shell, ['--version']).status !== 0) this.skip();
    });
    after(() => kept.remove());
    let script: string | undefined;
    beforeEach(() => {
      script ??= desk.check(`completion ${shell}`, 0);
      desk.write({ script });
    });

    /** What is offered after `meetlog` and these words; the last one may be empty. */
    const offered = (typed: string) => {
      const env = { ...process.env, HOME: desk.folder, TERM: 'dumb', KNOWN: kept.path('known') };
      const { stdout, stderr } = spawnSync(shell, argumentsFor(['meetlog', ...typed.split(' ')]), {
        cwd: desk.folder,
        encoding: 'utf8',
        timeout: 60_000,
        env,
      });
      assert.equal(stderr, '');
      return stdout.split('\n').filter(Boolean);
    };
    const check = (typed: string, ...words: readonly string[]) => assert.includeMembers(offered(typed), [...words]);

    it('has commands', () => {
      check('', 'minutes', 'check', 'outline', 'formats', 'layouts', 'commands', 'completion', 'help');
      assert.deepEqual(offered('out'), ['outline']);
    });
    it('has options', () => {
      check('minutes --', '--format', '--output', '--topic', '--whole-log', '--help');
      assert.notInclude(offered('check --'), '--topic');
    });
    it('has the values of options', () => {
      check('minutes --format ', ...names(writers));
      check('minutes -l ', ...names(layouts));
      check('outline --bot ', ...names(dialects));
      check('minutes --only ', 'decisions', 'actions');
      check('check --format ', 'text', 'json', 'sarif', 'github');
      assert.notInclude(offered('check --format '), 'markdown');
    });
    it('has the values of options after an equals sign', () => {
      const values = offered('minutes --only=').map((word) => word.replace('--only=', ''));
      assert.sameMembers(values, ['decisions', 'actions']);
    });
    it('has more values after a comma', () => {
      const [only = '', ...others] = offered('minutes --format markdown,te').filter((word) => /tex/.test(word));
      assert.match(only, /^(?:markdown,)?text$/);
      assert.isEmpty(others);
    });
    it('has files, and the names of shells', () => {
      check('check cl', 'club.log');
      check('completion ', 'bash', 'zsh', 'fish');
      check('help ', 'minutes', 'completion');
    });
  });
}
