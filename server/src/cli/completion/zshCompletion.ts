import { type CompletedCommand, type CompletedOption, quoted } from './completedCommands.js';

/** The script for zsh: a function to autoload, or to source after `compinit`. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  return `#compdef meetlog
# Completion of meetlog in zsh. In ~/.zshrc, below compinit: source <(meetlog completion zsh)
_meetlog() {
  local curcontext=$curcontext context state state_descr line ret=1
  typeset -A opt_args
  _arguments -C '(- *)'{-V,--version}'[show the version]' '(- *)'{-h,--help}'[show help]' \\
    '1:command:->command' '*::argument:->argument' && ret=0
  case $state in
    command)
      local -a commands=(
${commands.map(({ name, about }) => `        ${quoted(`${name}:${about}`)}`).join('\n')}
      )
      _describe -t commands command commands && ret=0 ;;
    argument)
      case $words[1] in
${commands.map(commandCase).join('')}      esac ;;
  esac
  return ret
}
if [[ $funcstack[1] == _meetlog ]]; then _meetlog "$@"; else compdef _meetlog meetlog; fi
`;
}

function commandCase({ name, takes, options }: CompletedCommand): string {
  const rest =
    takes === undefined ? [] : [takes === 'files' ? "'*:log:_files'" : quoted(`1:${name}:(${takes.join(' ')})`)];
  const specs = [...options.map(optionSpec), ...rest].map((spec) => ` \\\n          ${spec}`);
  return `        ${name}) _arguments -s${specs.join('')} && ret=0 ;;\n`;
}

/** An option as a spec for `_arguments`. */
function optionSpec({ short, long, about, takes, isMany }: CompletedOption): string {
  const all = [short, long].filter((flag) => flag !== undefined);
  const end = takes === undefined ? ['', ''] : ['+', '='];
  const flags = [...(short ? [`${short}${end[0]}`] : []), `${long}${end[1]}`];
  const before = isMany ? "'*'" : quoted(`(${all.join(' ')})`);
  const names = flags.length > 1 ? `{${flags.join(',')}}` : flags.join('');
  return `${before}${names}${quoted(`[${about.replace(/[[\]\\]/g, String.raw`\$&`)}]${valueSpec({ long, takes, isMany })}`)}`;
}

function valueSpec({ long, takes, isMany }: Pick<CompletedOption, 'long' | 'takes' | 'isMany'>): string {
  if (takes === undefined) return '';
  const name = long.replace(/^-+/, '');
  if (takes === 'files') return `:${name}:_files`;
  if (takes === 'text') return `:${name}: `;
  return isMany ? `:${name}:_values -s , ${name} ${takes.join(' ')}` : `:${name}:(${takes.join(' ')})`;
}
