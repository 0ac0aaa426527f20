import { assert } from 'chai';
import type { Range } from 'vscode-languageserver';
import { abilitiesOf } from '../../../server/src/features/abilities.js';
import { definition } from '../../../server/src/features/definition.js';
import { documentHighlights } from '../../../server/src/features/documentHighlights.js';
import { references } from '../../../server/src/features/references.js';
import { rename } from '../../../server/src/features/rename.js';
import { finish } from '../../../server/src/log/steps.js';
import { applied } from '../../helpers/applied.js';
import { logOf, uri } from '../../helpers/logs.js';
import { marked, withRanges } from '../../helpers/marked.js';
import { scribedMeeting } from '../../helpers/scribes.js';

/** What a request finds at the cursor must be the marked ranges. */
function finds(of: (log: ReturnType<typeof logOf>, at: Range['start']) => readonly Range[]) {
  return (more: string) => {
    const source = scribedMeeting(more);
    const { text, cursor } = marked(source);
    if (!cursor) throw new Error('there is no cursor');
    assert.equal(withRanges(text, of(logOf(text), cursor)), source.replace('$0', ''));
  };
}

const defines = finds((log, at) => [finish(definition(log, uri, at))].flatMap((found) => found?.range ?? []));
const refers = finds((log, at) => finish(references(log, uri, at, true)).map(({ range }) => range));
const highlights = finds((log, at) =>
  finish(documentHighlights(log, at))
    .map(({ range }) => range)
    .sort((a, b) => a.start.line - b.start.line),
);

describe('in a meeting with a scribe', () => {
  it('a correction leads to what it changes, and back', () => {
    defines('14:02:00 <bob> «red»\n14:03:00 <dom> s/re$0d/blue/\n');
    defines('14:02:00 <bob> r$0ed\n14:03:00 <dom> «s/red/blue/»\n');
    defines('14:02:00 <dom> RESOLVED: r$0ed\n14:03:00 <dom> «s/red/blue/»\n');
    refers('14:02:00 <bob> «red»\n14:02:10 <ann> «red»\n14:03:00 <dom> $0s/red/blue/g\n');
    refers('14:02:00 <bob> r$0ed\n14:03:00 <dom> «s/red/blue/»\n14:03:00 <dom> «s/blue/green/»\n');
    highlights('14:02:00 <bob> «red»\n14:03:00 <dom> «$0s/red/blue/»\n');
  });
  it('dots lead to what they go on with', () => {
    defines('14:02:00 <dom> «Eve: red»\n14:03:00 <dom> $0… and green\n');
    highlights('14:02:00 <dom> «Eve: red»\n14:03:00 <dom> «$0…» and green\n');
  });
  it('an agenda item leads to where it is taken up', () =>
    defines('14:02:00 <ann> agen$0da+ Seeds\n14:03:00 <Zakim> «agendum 1 -- Seeds -- taken up [from ann]»\n'));
  it('a topic leads to its items and its end', () => {
    refers('14:02:00 <dom> $0Topic: Tea\n14:03:00 <dom> RESOLVED: «green»\n');
    highlights('14:02:00 <dom> «$0Topic:» Tea\n14:04:00 <dom> «Topic: Cake»\n');
  });
  it('a name of a list leads to where it is said or given', () => {
    defines('14:02:00 <«fay»> hi\n14:03:00 <dom> scribe: f$0ay\n');
    defines('14:02:00 <dom> present+ «Gus Hill»\n14:03:00 <dom> regrets+ Gus H$0ill\n');
  });
  it('a nick is renamed in lists and as who speaks', () => {
    const { text, cursor } = marked(
      scribedMeeting('14:02:00 <f$0ay> present+ fay, Dom\n14:03:00 <dom> fay: yes\n14:03:10 <dom> scribe: fay\n'),
    );
    if (!cursor) throw new Error('there is no cursor');
    const edit = finish(rename(logOf(text), { uri, version: 1 }, cursor, 'gus', abilitiesOf({})));
    assert.equal(
      applied(text, edit.changes?.[uri] ?? []),
      scribedMeeting('14:02:00 <gus> present+ gus, Dom\n14:03:00 <dom> gus: yes\n14:03:10 <dom> scribe: gus\n'),
    );
  });
});
