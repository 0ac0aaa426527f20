import { CodeActionRequest, CodeActionResolveRequest, type Connection } from 'vscode-languageserver';
import type { Abilities } from '../features/abilities.js';
import { codeActions, placeOfAction, resolveCodeAction } from '../features/codeActions.js';
import { after, type Steps } from '../log/steps.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { readingNames } from '../meeting/names.js';
import { findingProblems } from '../meeting/problems/findProblems.js';
import type { LogRequests } from './requests.js';

/** Serves code actions. The second request, for the edit of one, has only the action, which says where it was offered. */
export function serveActions(connection: Connection, requests: LogRequests, abilities: Abilities): void {
  requests.serve(CodeActionRequest.type, null, (subject, asked) =>
    after(ready(subject.log), () => codeActions(subject, asked, abilities)),
  );
  connection.onRequest(CodeActionResolveRequest.type, (action, token) => {
    const place = placeOfAction(action);
    if (!place) return action;
    return requests.ask(
      place.uri,
      action,
      (subject) => after(ready(subject.log), () => resolveCodeAction(subject, action, place, abilities)),
      token,
    );
  });
}

/** Finds everything that code actions need. */
function* ready(log: MeetingLog): Steps<void> {
  yield* findingProblems(log);
  yield* readingNames(log.text);
}
