import type { Location, Position } from 'vscode-languageserver';
import type { Place } from '../log/place.js';
import type { Steps } from '../log/steps.js';
import { type MeetingLog, meetingAt } from '../meeting/meetingLog.js';
import type { Meeting, Vote } from '../meeting/model.js';
import { allNamePlaces } from '../meeting/names.js';
import type { LogProject } from '../workspace/logProject.js';
import { topicAt } from './counterparts.js';
import { definitionOf } from './definition.js';
import { personAt } from './person.js';
import { rangeOf } from './positions.js';
import { correctedBy, itemPlaces, scribedReferences } from './scribe/scribeLinks.js';
import { type CommandTarget, type Target, targetAtCursor, voteAt } from './target.js';

/**
 * All places of a person in the log, the items of a topic, what a correction changes and what corrects a line, the ballots of a vote or for an option; empty for everything else. The
 * first line of a person is left out without `includeDeclaration`.
 */
export function* references(
  log: MeetingLog,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
  project?: LogProject,
): Steps<Location[]> {
  const target = yield* targetAtCursor(log, position);
  const places = target ? yield* placesOf(log, target, includeDeclaration, project) : [];
  return places.map((place) => ({ uri, range: rangeOf(place) }));
}

function* placesOf(
  log: MeetingLog,
  target: Target,
  includeDeclaration: boolean,
  project?: LogProject,
): Steps<readonly Place[]> {
  const meeting = meetingAt(log, target.place.line);
  if (target.kind === 'person') {
    const places = yield* allNamePlaces(log.text, personAt(log, target, project).searched);
    const declared = includeDeclaration ? undefined : definitionOf(log, target, project);
    return places.filter(({ line, start }) => line !== declared?.line || start !== declared.start);
  }
  if (target.kind === 'scribed') return scribedReferences(log, target);
  if (target.kind === 'item') return correctedBy(log, target.place.line);
  if (target.kind === 'option') return ballotPlaces(log, target.vote, target.option);
  return target.kind === 'command' && meeting ? recordedBelow(log, meeting, target) : [];
}

/** What a topic or a vote collects. */
function recordedBelow(log: MeetingLog, meeting: Meeting, { command, step, place: { line } }: CommandTarget) {
  if (step.ignored) return [];
  if (command.effect === 'TOPIC' || command.effect === 'SUBTOPIC')
    return itemPlaces(topicAt(meeting, line)?.items ?? []);
  const vote = voteAt(log, line);
  const isOfVote = command.effect === 'openVote' || (command.effect === 'closeVote' && vote?.endLine === line);
  return vote && isOfVote ? ballotPlaces(log, vote) : [];
}

/** What was said in the ballots of a vote, or in those for an option. */
function ballotPlaces({ text }: MeetingLog, { ballots }: Vote, option?: string): readonly Place[] {
  return ballots
    .filter((ballot) => option === undefined || ballot.option === option)
    .map(({ line }) => {
      const { textStart: start, textEnd: end } = text.read(line);
      return { line, start, end };
    });
}
