import type { Layout } from '../../server/src/log/layouts/layout.js';
import { layoutNamed } from '../../server/src/log/layouts/layouts.js';

/** MeetBot's layout, read only with patterns, and how many lines were tried since the last call. */
export function countingLayout(): { readonly layout: Layout; readonly reads: () => number } {
  let count = 0;
  class Counting extends RegExp {
    override exec(text: string): RegExpExecArray | null {
      count++;
      return super.exec(text);
    }
  }
  const { head: _, ...layout } = layoutNamed('supybot') as Layout;
  const [first, ...others] = layout.rules.map((rule) => ({ ...rule, scans: undefined }));
  if (!first) throw new Error('a layout without rules');
  // The first rule is tried exactly once for every line.
  const rules = [{ ...first, pattern: new Counting(first.pattern) }, ...others];
  const reads = () => {
    const counted = count;
    count = 0;
    return counted;
  };
  return { layout: { ...layout, rules }, reads };
}
