import type { CancellationToken, Connection } from 'vscode-languageserver';
import { fileNameIn, folderIn, nameIn } from '../features/uris.js';
import { LogText } from '../log/text/logText.js';
import { isMeetingLog } from '../meeting/isMeetingLog.js';
import { findingMeetings } from '../meeting/meetingLog.js';
import { escapeMarkdown } from '../minutes/escape/markdownDoor.js';
import type { CollectParams, CollectResult } from '../protocol.js';
import { type CollectedPeople, collectPeople } from '../workspace/collectPeople.js';
import { type PeopleClues, peopleClues } from '../workspace/peopleClues.js';
import { projectOf } from '../workspace/project.js';
import type { WorkspaceFiles } from '../workspace/workspaceFiles.js';
import { own } from './requests.js';
import { inSlices, refuseCancelled } from './slices.js';

/** Serves the collection of people from many logs, which are read one after the other, in slices. */
export function serveCollecting(connection: Connection, files: WorkspaceFiles): void {
  connection.onRequest(own('meetlog/collectPeople'), (params, token) => collect(params, files, token));
}

async function collect(
  { logs, text }: CollectParams,
  files: WorkspaceFiles,
  token: CancellationToken,
): Promise<CollectResult> {
  const clues: PeopleClues[] = [];
  for (const uri of logs) {
    refuseCancelled(token);
    const log = await files.read(uri);
    const found = log === undefined ? undefined : await cluesIn(log, uri, token);
    if (found) clues.push(found);
  }
  const collected = collectPeople(clues, projectOf(text).project.people);
  return { people: collected.proposed.map(({ person }) => person), why: reasons(collected) };
}

/** What a file shows about who is who; undefined if it is not a meeting log. */
async function cluesIn(text: string, uri: string, token: CancellationToken): Promise<PeopleClues | undefined> {
  if (!isMeetingLog(text)) return undefined;
  const steps = findingMeetings(LogText.of(text), fileNameIn(uri), { folder: folderIn(uri) });
  const log = await inSlices({ steps }, () => false, token);
  return log && peopleClues(log, nameIn(uri));
}

/** Why people are proposed, and who was not merged, in Markdown. */
function reasons({ proposed, doubts }: CollectedPeople): string {
  const sections = proposed.map(
    ({ person, why }) =>
      `## ${escapeMarkdown(person.name)}\n\n${why.map((one) => `- ${escapeMarkdown(one)}\n`).join('')}`,
  );
  const rest = doubts.map((one) => `- ${escapeMarkdown(one)}\n`).join('');
  return ['# Collected people\n', ...sections, ...(rest ? [`## Not merged\n\n${rest}`] : [])].join('\n');
}
