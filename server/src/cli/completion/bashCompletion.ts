import type { CompletedCommand, CompletedOption } from './completedCommands.js';

/** The script for bash 3.2 and later. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  return `# Completion of meetlog in bash. In ~/.bashrc: source <(meetlog completion bash)
_meetlog() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= word
  COMPREPLY=()
  # --format=text is three words for bash.
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${names.join('|')}) command=$word; break ;;
    esac
  done
  case "$command $prev" in
${commands.flatMap(({ name, options }) => options.flatMap((option) => valueCase(name, option))).join('\n')}
  esac
  case $cur in
    -*)
      case $command in
${commands.map(({ name, options }) => `        ${name}) _meetlog_words "${optionWords(options)}" ;;`).join('\n')}
        *) _meetlog_words "--help --version" ;;
      esac
      return ;;
  esac
  case $command in
    '') _meetlog_words "${names.join(' ')}" ;;
${commands.map(argumentCase).join('')}  esac
}
_meetlog_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}
# Values between commas: what is before the last one stays.
_meetlog_list() {
  local before=
  if [[ $cur == *,* ]]; then before=\${cur%,*},; fi
  COMPREPLY=($(compgen -P "$before" -W "$1" -- "\${cur##*,}"))
}
# Readline completes files itself, with its quoting; bash 3.2 has no compopt.
_meetlog_files() {
  local IFS=$'\\n'
  compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$cur"))
}
complete -F _meetlog meetlog
`;
}

function valueCase(command: string, { short, long, takes, isMany }: CompletedOption): string[] {
  if (takes === undefined) return [];
  const flags = [short, long].flatMap((flag) => (flag ? [`"${command} ${flag}"`] : [])).join('|');
  const words =
    typeof takes === 'string' ? '' : `${isMany ? '_meetlog_list' : '_meetlog_words'} "${takes.join(' ')}"; `;
  return [`    ${flags}) ${takes === 'files' ? '_meetlog_files; ' : words}return ;;`];
}

function optionWords(options: readonly CompletedOption[]): string {
  return options.map(({ long }) => long).join(' ');
}

function argumentCase({ name, takes }: CompletedCommand): string {
  if (takes === undefined) return '';
  return `    ${name}) ${takes === 'files' ? '_meetlog_files' : `_meetlog_words "${takes.join(' ')}"`} ;;\n`;
}
