import { digestOf } from '../../server/src/workspace/logDigest.js';
import { emptyProject, type Project } from '../../server/src/workspace/project.js';
import type { LedgerLog } from '../../server/src/workspace/source.js';
import { logOf } from './logs.js';

/** The lines of some meetings of ann's, a log for each, by their dates; a line is `nick said`, and the minutes are its place. */
export type Meetings = Readonly<Record<string, readonly string[]>>;

/** The log of a meeting: its first line is the start, its last the end; what is said begins on line 2. */
export function logText(said: readonly string[]): string {
  const all = ['ann #startmeeting Club', ...said, 'ann #endmeeting'];
  return all
    .map((line, index) => {
      const [nick = '', ...words] = line.split(' ');
      return `10:${String(index).padStart(2, '0')}:00 <${nick}> ${words.join(' ')}\n`;
    })
    .join('');
}

/** The logs of meetings in a folder with a project file, if there is one. */
export function ledgerLogs(meetings: Meetings, project?: Partial<Project>): LedgerLog[] {
  const file = project && {
    ...emptyProject,
    ...project,
    path: 'meetlog.json',
    names: ({ log }: { readonly log: string }, name: string) => log === name,
  };
  return Object.entries(meetings).map(([date, said]) => {
    const name = `club.${date}.log`;
    return { digest: digestOf(logOf(logText(said), name), name), project: file };
  });
}
