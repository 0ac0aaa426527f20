import type { TreeNode } from '../../protocol.js';
import { matches, type RegisteredDecision } from '../../workspace/register.js';
import { decisionName, shown, typeName } from '../describe.js';
import { type Branch, byDate } from './branch.js';
import { labelOf, placeName, type TreeContext, targetAt } from './treeTexts.js';

/** The decisions that have all words of a search, newest first. */
export function decisionsTree(context: TreeContext, search: string): Branch[] {
  const found = context.logs.register.filter((decision) => matches(decision, search.trim()));
  return byDate(found, 'decision', (decision) => ({ node: nodeOf(context, decision) }));
}

function nodeOf(context: TreeContext, decision: RegisteredDecision): TreeNode {
  const { text, kind, date, log, line, topic, vote, supersededBy } = decision;
  const label = labelOf(text);
  const later = supersededBy && `Replaced ${supersededBy.date ?? ''} (${placeName(context, supersededBy)})`;
  const name = typeName(kind);
  return {
    id: `${log}#${line}`,
    label: decisionName(label, kind),
    description: [date, later && 'replaced'].filter(Boolean).join(' · '),
    tooltip: [
      `${name}: ${label}`,
      topic !== null && `Topic: ${shown(topic)}`,
      vote && `Vote: ${vote.options.map(({ option, voters }) => `${shown(option)}: ${voters.length}`).join(', ')}`,
      later?.replace(/ {2}/, ' '),
      placeName(context, decision),
    ]
      .filter(Boolean)
      .join('\n'),
    spoken: [`${name}: ${label}`, date ?? 'no date', later && 'replaced'].filter(Boolean).join(', '),
    icon: supersededBy ? 'replaced' : 'decision',
    target: targetAt(context, log, line),
  };
}
