import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Place } from '../log/place.js';
import { byPlace } from '../meeting/problems/findProblems.js';
import { firstNotAbove } from '../meeting/sorted.js';
import { entryRules, sharedNicks } from './entryRules.js';
import { tooDeepAt } from './jsonDepth.js';
import type { ActionRecord, IgnoredProblem, Person, ProjectLink } from './projectFile.js';
import { type CheckedFile, checkedFile, type Report } from './schemaCheck.js';
import { pointsIn } from './textPoints.js';

/** What is known about a project besides its logs; see `ProjectFile`, which has the same lists. */
export interface Project {
  readonly people: readonly Person[];
  readonly links: readonly ProjectLink[];
  readonly actions: readonly ActionRecord[];
  readonly ignore: readonly IgnoredProblem[];
  /** How many voters must be present; undefined if it is not known. */
  readonly quorum?: number;
}

/** What is wrong with the project's file, as a sentence, and where: 0-based line, UTF-16 offsets in it, end exclusive. */
export interface ProjectFault extends Place {
  readonly message: string;
}

/** What a text says, and what of it is ignored. */
export interface ReadProject {
  readonly project: Project;
  readonly faults: readonly ProjectFault[];
  /** The place of the pattern of each of the project's links, for `compileLinks`. */
  readonly linkPlaces: readonly Place[];
}

/** A project without a file. */
export const emptyProject: Project = { people: [], links: [], actions: [], ignore: [] };

/** A longer file is not read, in UTF-16 units. */
const longestFile = 1_000_000;
/** So many faults are reported. */
const mostFaults = 100;

/**
 * Reads the text of a `meetlog.json`, which may be anything; never throws. An entry with anything wrong is ignored as a whole, as
 * half of it might mean more than all of it, and has a fault; everything else works. What is not JSON, such as a comment, is a
 * fault too, and what is around it is still read.
 */
export function projectOf(text: string): ReadProject {
  const faults: ProjectFault[] = [];
  const placeAt = placer(text);
  const report: Report = (message, { offset, length }) => {
    if (faults.length < mostFaults) faults.push({ message, ...placeAt(offset, length) });
  };
  const { values, nodes } = checked(text, report);
  const people = sharedNicks(values.people ?? [], nodes.people ?? [], report);
  const { links = [], actions = [], ignore = [], quorum } = values;
  const linkPlaces = (nodes.links ?? []).map((node) => placeAt(node.offset, node.length));
  faults.sort(byPlace);
  return { project: { people, links, actions, ignore, ...(quorum !== undefined && { quorum }) }, faults, linkPlaces };
}

/** What is valid in a text; nothing if it is not read at all. */
function checked(text: string, report: Report): CheckedFile {
  const why = unreadable(text);
  if (why) report(why.message, why);
  if (why) return { values: {}, nodes: {} };
  const errors: ParseError[] = [];
  // A byte order mark is not part of the text.
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  for (const { error, ...part } of errors) report(messageOf(error), part);
  const broken = errors.filter(({ error }) => !printParseErrorCode(error).includes('Comment'));
  const isBroken = ({ offset, length }: Node) => {
    const next = broken[firstNotAbove(broken, offset + 1, (error) => error.offset)];
    return next !== undefined && next.offset <= offset + length;
  };
  return root ? checkedFile(root, isBroken, entryRules, report) : { values: {}, nodes: {} };
}

/** Why a text is not read at all, and where; undefined if it is. */
function unreadable(
  text: string,
): { readonly message: string; readonly offset: number; readonly length: number } | undefined {
  if (text.length > longestFile) {
    const message = `This file is not read: it has more than ${longestFile.toLocaleString('en')} characters.`;
    return { message, offset: 0, length: 1 };
  }
  const offset = tooDeepAt(text);
  return offset === undefined
    ? undefined
    : { message: 'This file is not read: it is nested too deeply.', offset, length: 1 };
}

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not JSON.',
  InvalidNumberFormat: 'This is not a number.',
  PropertyNameExpected: 'The name of a property is missing, in double quotes.',
  ValueExpected: 'A value is missing.',
  ColonExpected: 'A colon is missing.',
  CommaExpected: 'A comma is missing.',
  CloseBraceExpected: 'A closing brace is missing.',
  CloseBracketExpected: 'A closing bracket is missing.',
  EndOfFileExpected: 'The file must end here.',
  InvalidCommentToken: 'Comments are not allowed in JSON.',
  UnexpectedEndOfComment: 'A comment without an end. Comments are not allowed in JSON.',
  UnexpectedEndOfString: 'A closing quote is missing.',
  UnexpectedEndOfNumber: 'This is not a number.',
  InvalidUnicode: 'This is not a character: four hexadecimal digits follow \\u.',
  InvalidEscapeCharacter: 'This is not an escape sequence of JSON.',
  InvalidCharacter: 'This character must be escaped.',
};

function messageOf(error: ParseError['error']): string {
  return messages[printParseErrorCode(error)] ?? 'This is not JSON.';
}

/** Where a part of a text is: in one line, so that it ends where its first line does at the latest. */
function placer(text: string): (offset: number, length: number) => Place {
  const pointAt = pointsIn(text);
  return (offset, length) => {
    const { line, character: start } = pointAt(offset);
    const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + Math.max(0, length)))?.[0] ?? '';
    return { line, start, end: start + rest.length };
  };
}
