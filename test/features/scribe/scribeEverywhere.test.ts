import { assert } from 'chai';
import type { Range } from 'vscode-languageserver';
import { abilitiesOf } from '../../../server/src/features/abilities.js';
import { completion } from '../../../server/src/features/completions.js';
import { definition } from '../../../server/src/features/definition.js';
import { documentHighlights } from '../../../server/src/features/documentHighlights.js';
import { references } from '../../../server/src/features/references.js';
import { finish } from '../../../server/src/log/steps.js';
import type { MeetingLog } from '../../../server/src/meeting/meetingLog.js';
import { applied } from '../../helpers/applied.js';
import { actionsIn, hoverAt, logOf, uri } from '../../helpers/logs.js';
import { scribedMeeting } from '../../helpers/scribes.js';

/** Lines of all kinds, odd ones among them. */
const odd = [
  '<dom> i/not on/Topic: A/',
  '<dom> i/Topic: A/... more/',
  '<dom> s/more/less/g',
  '<bob> G/a/b/',
  '<bob> s/a/b/G',
  '<bob> ',
  '<bob> present+ , ,a b , 𝒳,',
  '<bob> scribe: , x',
  '<bob> scribe: 𝒳 = Ann Lee, b/Bob',
  '<bob> chair=',
  '<bob>   ACTION：   𝒳 to run ',
  '<bob> action : b',
  '<bob> action bob: x',
  '<dom> [[',
  '<dom> Topic: verbatim',
  '<dom> ]]',
  '<dom> …',
  '<bob> ...',
  '<dom> 𝒳: s/x/y/',
  '<dom> s/𝒳/𝒴/',
  '<Zakim> agendum 1 -- 𝒳 -- taken up [from bob]',
  '<Zakim> ... and more',
  '<Zakim> agendum 2. "b" taken up',
  '<gb> https://example.org/1 -> Issue 1 a',
  '<a\tb> q+',
  '<dom> agenda+',
  '<dom> \\Topic: no',
  '<dom> <dom> Topic: no',
  '* bob waves',
  'nothing',
];
const text = scribedMeeting(odd.map((line, index) => `14:10:${String(index).padStart(2, '0')} ${line}\n`).join(''));

function isWithin({ text: lines }: MeetingLog, { start, end }: Range): boolean {
  const holds = ({ line, character }: Range['start']) => character >= 0 && character <= lines.text(line).length;
  return holds(start) && holds(end) && (start.line < end.line || start.character <= end.character);
}

describe('features at every place of a meeting with a scribe', () => {
  const log = logOf(text);
  const abilities = abilitiesOf({});
  for (let line = 0; line < log.text.lineCount; line++) {
    it(`stay within the lines: ${log.text.text(line)}`, () => {
      for (let character = 0; character <= log.text.text(line).length; character++) {
        const at = { line, character };
        const { range } = hoverAt(log, at) ?? {};
        const ranges = [
          range,
          finish(definition(log, uri, at))?.range,
          ...finish(references(log, uri, at, true)).map((one) => one.range),
          ...finish(documentHighlights(log, at)).map((one) => one.range),
        ];
        for (const one of ranges) assert.isTrue(one === undefined || isWithin(log, one), JSON.stringify([at, one]));
        completion(log, at, abilities);
      }
    });
    it(`change the log only as a log: ${log.text.text(line)}`, () => {
      const start = { line, character: log.text.text(line).length };
      for (const { title, edit } of actionsIn(log, { start, end: start }, [], {}, { only: ['refactor.rewrite'] })) {
        const after = logOf(applied(text, edit?.changes?.[uri] ?? []));
        assert.equal(after.dialect.name, 'w3c', title);
        assert.lengthOf(after.meetings, 1, title);
      }
    });
  }
});
