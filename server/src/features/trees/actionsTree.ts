import { groupBy } from '../../log/groups.js';
import { mostAssignees } from '../../minutes/minutes.js';
import type { TreeNode } from '../../protocol.js';
import { type LedgerAction, nothingSaid } from '../../workspace/ledger.js';
import { count, shown } from '../describe.js';
import { type Branch, group } from './branch.js';
import { labelOf, placeName, type TreeContext, targetAt } from './treeTexts.js';

/** Which actions are shown besides the open ones. */
export interface ActionsShown {
  /** All that are done. */
  readonly withDone: boolean;
  /** The user's date: what the project's file says was done today is shown, so that ticks can be taken back. */
  readonly today: string;
}

const nobody = 'Nobody in Particular';
const many = `More Than ${mostAssignees} People`;

/** The actions by person, oldest first. */
export function actionsTree(context: TreeContext, chosen: ActionsShown): Branch[] {
  const { persons } = context.logs.ledger;
  const owners = (people: readonly string[]) => {
    if (people.length > mostAssignees) return [many];
    return people.length > 0 ? [...new Set(people.map((nick) => shown(persons.nameOf(nick))))] : [nobody];
  };
  const owned = shownActions(context, chosen).flatMap((action) =>
    owners(action.people).map((owner) => ({ owner, action })),
  );
  const rank = (owner: string) => [many, nobody].indexOf(owner);
  return [...groupBy(owned, ({ owner }) => owner)]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en'))
    .map(([owner, all]) => {
      const open = all.filter(({ action }) => action.state === 'open').length;
      const description = open === all.length ? String(open) : `${open} open`;
      return group({ id: owner, label: owner, description, icon: 'person' }, true, () =>
        all.map(({ action }) => ({ node: nodeOf(context, action) })),
      );
    });
}

/** The action of a node; undefined if there is none any more. */
export function actionAt({ logs }: TreeContext, id: string | undefined): LedgerAction | undefined {
  return logs.ledger.actions.find((action) => idOf(action) === id);
}

function shownActions({ logs }: TreeContext, { withDone, today }: ActionsShown): LedgerAction[] {
  const { actions, records } = logs.ledger;
  return actions.filter((action) => withDone || action.state === 'open' || records.get(action)?.date === today);
}

function idOf({ since }: LedgerAction): string {
  return `${since.log}#${since.line}`;
}

function nodeOf(context: TreeContext, action: LedgerAction): TreeNode {
  const { text, state, since, last, carried, closed, why } = action;
  const label = labelOf(text);
  const isDone = state === 'done';
  const byLog = isDone && !context.logs.ledger.records.has(action);
  const from = since.date === null ? '' : `since ${since.date}`;
  return {
    id: idOf(action),
    label,
    description: isDone ? 'done' : from,
    tooltip: [
      label,
      `${from || 'Since an unknown date'}, ${placeName(context, since)}`.replace(/^s/, 'S'),
      carried > 0 && `Again at ${count(carried, 'later meeting')}, last ${last.date ?? ''} ${placeName(context, last)}`,
      closed &&
        (closed.line === null ? `Done: ${closed.by}` : `Done: ${placeName(context, { ...closed, line: closed.line })}`),
      why !== null && why !== nothingSaid && shown(why),
    ]
      .filter(Boolean)
      .join('\n'),
    spoken: [label, isDone ? 'done' : 'open', from].filter(Boolean).join(', '),
    ...(byLog && { icon: 'done' }),
    target: targetAt(context, last.log, last.line),
    // What the log itself says cannot be unticked.
    ...(!byLog && { isDone }),
  };
}
