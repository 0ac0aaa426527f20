import { groupBy } from '../../log/groups.js';
import type { TreeNode } from '../../protocol.js';
import { count } from '../describe.js';

/** A node of a tree, and how to make those below it, which is done only when someone opens it. */
export interface Branch {
  readonly node: TreeNode;
  readonly below?: () => readonly Branch[];
}

/** The nodes at a path of IDs; none if something on the way does not exist any more. */
export function nodesAt(roots: readonly Branch[], path: readonly string[]): readonly TreeNode[] {
  let branches = roots;
  for (const id of path) branches = branches.find(({ node }) => node.id === id)?.below?.() ?? [];
  return branches.map(({ node }) => node);
}

/** A node that groups others. */
export function group(
  node: Pick<TreeNode, 'id' | 'label' | 'icon' | 'description'>,
  isExpanded: boolean,
  below: () => readonly Branch[],
): Branch {
  const spoken = [node.label, node.description].filter(Boolean).join(', ');
  return { node: { ...node, spoken, below: isExpanded ? 'expanded' : 'collapsed' }, below };
}

/** More nodes than this are grouped. */
const mostNodes = 100;

/** Something that has a date, `YYYY-MM-DD`, or null. */
interface Dated {
  readonly date: string | null;
}

/** Nodes for things, newest first: many by year, and those of a year with many by month. */
export function byDate<T extends Dated>(things: readonly T[], noun: string, branchOf: (thing: T) => Branch): Branch[] {
  return grouped(things, noun, branchOf, [yearOf, monthOf]);
}

type Period = (date: string) => string;

const yearOf: Period = (date) => date.slice(0, 4);
const monthOf: Period = (date) => {
  const month = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  return month.toLocaleString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
};

function grouped<T extends Dated>(
  things: readonly T[],
  noun: string,
  branchOf: (thing: T) => Branch,
  [period, ...shorter]: readonly Period[],
): Branch[] {
  if (things.length <= mostNodes || !period) return things.map(branchOf);
  const groups = groupBy(things, ({ date }) => (date === null ? 'No date' : period(date)));
  return [...groups].map(([label, all], index) => {
    const node = { id: label, label, description: count(all.length, noun), icon: 'date' } as const;
    return group(node, index === 0, () => grouped(all, noun, branchOf, shorter));
  });
}
