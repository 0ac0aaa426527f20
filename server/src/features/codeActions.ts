import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { problemsOn } from '../meeting/problems/findProblems.js';
import type { Problem } from '../meeting/problems/problemTable.js';
import { hideProblemCommand } from '../protocol.js';
import type { Abilities } from './abilities.js';
import type { Fix } from './actions/fix.js';
import { fixAll, touch } from './actions/fixAll.js';
import { fixesOf } from './actions/fixes.js';
import { ignoring } from './actions/ignoring.js';
import { refactorings } from './actions/refactorings.js';
import { shown } from './describe.js';
import { rangeOf } from './positions.js';
import { isReported, type Reporting } from './reported.js';
import { type Versioned, workspaceEdit } from './workspaceEdit.js';

/** The kind of the action that applies all preferred fixes. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.meetlog`;

/** The log that actions are for. */
export interface ActionSubject extends Versioned {
  readonly log: MeetingLog;
  readonly settings: Reporting;
}

/** Where actions are wanted, and which. */
export interface AskedActions {
  readonly range: Range;
  readonly context: CodeActionContext;
}

/** Where an action was offered, for the request that resolves it. */
export interface ActionPlace {
  readonly uri: string;
  readonly range: Range;
}

/** An action before its edits are made. */
interface Offer {
  readonly fix: Fix;
  readonly kind: string;
  readonly diagnostics?: Diagnostic[];
}

/**
 * The quick fixes for the problems in a range, each with the client's diagnostics that it resolves; what can be done with the
 * lines there; and if that was asked for, what fixes all problems.
 */
export function codeActions(subject: ActionSubject, asked: AskedActions, abilities: Abilities): CodeAction[] {
  const actions = offers(subject, asked, abilities).map((offer) => codeAction(subject, asked.range, offer, abilities));
  const shownOnes = shownProblems(subject, asked);
  return [...actions, ...hiding(shownOnes, asked, abilities), ...ignored(subject, shownOnes, asked, abilities)];
}

/** An action whose edits were left out, with its edits; without them if it is no longer offered. */
export function resolveCodeAction(
  subject: ActionSubject,
  action: CodeAction,
  { range }: ActionPlace,
  abilities: Abilities,
): CodeAction {
  const context = { diagnostics: [], only: action.kind === undefined ? [] : [action.kind] };
  const offer = offers(subject, { range, context }, abilities).find(({ fix }) => shown(fix.title) === action.title);
  return offer ? { ...action, edit: workspaceEdit(subject, offer.fix.edits, abilities) } : action;
}

/** Where an action was offered; undefined if it has nothing to resolve. Clients return what they got, but may return anything. */
export function placeOfAction({ data }: CodeAction): ActionPlace | undefined {
  const { uri, range } = (data ?? {}) as Partial<ActionPlace>;
  const isPosition = (at: unknown) => typeof (at as Range['start'] | undefined)?.line === 'number';
  return typeof uri === 'string' && isPosition(range?.start) && isPosition(range?.end) && range
    ? { uri, range }
    : undefined;
}

function offers({ log, settings }: ActionSubject, { range, context }: AskedActions, abilities: Abilities): Offer[] {
  const isShown = (problem: Problem) => isReported(settings, log, problem);
  const isWanted = ({ kind }: Pick<Offer, 'kind'>) => wants(context, kind);
  const touched = problemsIn(log, range).filter(isShown);
  const quick = touched.flatMap((problem) => quickFixes(log, problem, context.diagnostics));
  const isFixAll = isWanted({ kind: fixAllKind });
  return [
    ...quick,
    ...(isQuiet(context, range, quick) ? [] : rewrites(log, range, touched, quick)),
    ...(isFixAll ? fixAll(log, isShown).map((fix) => ({ fix, kind: fixAllKind })) : []),
  ].filter((offer) => isWanted(offer) && (!offer.fix.needsSnippets || abilities.snippetEdits));
}

/**
 * Whether a kind of actions was asked for: by itself or a kind above it. Actions for a whole file are never part of everything.
 */
function wants({ only }: CodeActionContext, kind: string): boolean {
  if (only === undefined) return kind !== fixAllKind;
  return only.some((asked) => kind === asked || (asked !== '' && kind.startsWith(`${asked}.`)));
}

/**
 * Whether refactorings would only make noise: there is one for every line of talk, so that an editor that asks by itself would
 * show a light bulb on each. It still shows them where there is a quick fix, and for a selection.
 */
function isQuiet({ triggerKind }: CodeActionContext, { start, end }: Range, quick: readonly Offer[]): boolean {
  const isEmpty = start.line === end.line && start.character === end.character;
  return triggerKind === CodeActionTriggerKind.Automatic && isEmpty && quick.length === 0;
}

function problemsIn(log: MeetingLog, range: Range): Problem[] {
  return problemsOn(log, range.start.line, range.end.line).filter((problem) => touch(rangeOf(problem), range));
}

function quickFixes(log: MeetingLog, problem: Problem, known: readonly Diagnostic[]): Offer[] {
  const diagnostics = diagnosticsOf(problem, known);
  return fixesOf(log, problem).map((fix) => ({ fix, kind: CodeActionKind.QuickFix, diagnostics }));
}

/** The client's diagnostics of a problem. */
function diagnosticsOf({ code, ...place }: Problem, known: readonly Diagnostic[]): Diagnostic[] {
  return known.filter((one) => one.code === code && same(one.range, rangeOf(place)));
}

/** A problem never spans lines. */
function same(a: Range, b: Range): boolean {
  const numbers = ({ start, end }: Range) => [start.line, start.character, end.character].join();
  return numbers(a) === numbers(b);
}

/** The refactorings that are no quick fixes. A line whose command is misspelled is no talk. */
function rewrites(log: MeetingLog, range: Range, touched: readonly Problem[], quick: readonly Offer[]): Offer[] {
  const isSlip = touched.some(({ meant }) => meant !== undefined);
  const titles = new Set(quick.map(({ fix }) => fix.title));
  return refactorings(log, range)
    .filter(({ kind, title }) => !titles.has(title) && !(isSlip && kind === 'record'))
    .map((fix) => ({ fix, kind: `${CodeActionKind.RefactorRewrite}.${fix.kind}` }));
}

function codeAction(subject: ActionSubject, range: Range, { fix, ...offer }: Offer, abilities: Abilities): CodeAction {
  const isLater = fix.isLong && abilities.lazyActions;
  return {
    // It inserts text exactly as in the log, but its title shows only clean text.
    title: shown(fix.title),
    ...offer,
    ...(fix.preferred && { isPreferred: true }),
    ...(isLater
      ? { data: { uri: subject.uri, range } satisfies ActionPlace }
      : { edit: workspaceEdit(subject, fix.edits, abilities) }),
  };
}

/** The problems in a range that are shown, if quick fixes are wanted. */
function shownProblems({ log, settings }: ActionSubject, { range, context }: AskedActions): Problem[] {
  if (!wants(context, CodeActionKind.QuickFix)) return [];
  return problemsIn(log, range).filter((problem) => isReported(settings, log, problem));
}

/** Switches off the kinds of some problems, in clients that can. */
function hiding(
  problems: readonly Problem[],
  { range, context }: AskedActions,
  { ownCommands }: Abilities,
): CodeAction[] {
  if (!ownCommands) return [];
  return [...new Set(problems.map(({ code }) => code))].map((code) => {
    const title = `Do not show ${code}`;
    const diagnostics = context.diagnostics.filter((one) => one.code === code && touch(one.range, range));
    const command = { title, command: hideProblemCommand, arguments: [code] };
    return { title, kind: CodeActionKind.QuickFix, diagnostics, command };
  });
}

/** Makes the project's file ignore problems. */
function ignored(
  { log, settings }: ActionSubject,
  problems: readonly Problem[],
  { context }: AskedActions,
  abilities: Abilities,
): CodeAction[] {
  const all = problems.map((problem) => ({ problem, diagnostics: diagnosticsOf(problem, context.diagnostics) }));
  return ignoring(log, all, settings.project?.place, abilities);
}
