import type { CompletedCommand, CompletedOption } from './completedCommands.js';

/** The script for fish 3.0 and later. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, about, takes, options }) => [
    `complete -c meetlog -n __fish_use_subcommand -f -a ${name} -d ${quotedForFish(about)}`,
    ...(takes === 'files' ? [] : [`${within(name)} -f${takes ? ` -a ${quotedForFish(takes.join(' '))}` : ''}`]),
    ...options.map((option) => optionLine(name, option)),
  ]);
  return `# Completion of meetlog in fish: meetlog completion fish > ~/.config/fish/completions/meetlog.fish
complete -c meetlog -n __fish_use_subcommand -f
complete -c meetlog -n __fish_use_subcommand -s V -l version -d 'show the version'
complete -c meetlog -n __fish_use_subcommand -s h -l help -d 'show help'
${lines.join('\n')}
`;
}

function within(command: string): string {
  return `complete -c meetlog -n '__fish_seen_subcommand_from ${command}'`;
}

function optionLine(command: string, { short, long, about, takes, isMany }: CompletedOption): string {
  const flags = [...(short ? [`-s ${short.slice(1)}`] : []), `-l ${long.slice(2)}`].join(' ');
  return `${within(command)} ${flags}${valueWords({ takes, isMany })} -d ${quotedForFish(about)}`;
}

function valueWords({ takes, isMany }: Pick<CompletedOption, 'takes' | 'isMany'>): string {
  if (takes === undefined) return '';
  if (takes === 'files') return ' -r -F';
  if (takes === 'text') return ' -x';
  const values = takes.join(' ');
  return ` -x -a ${quotedForFish(isMany ? `(__fish_append , ${values})` : values)}`;
}

/** Quotes a text as one word for fish. */
function quotedForFish(text: string): string {
  return `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;
}
