import fc from 'fast-check';
import { abilitiesOf } from '../../server/src/features/abilities.js';
import { completion } from '../../server/src/features/completions.js';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { documentHighlights } from '../../server/src/features/documentHighlights.js';
import { documentLinks } from '../../server/src/features/documentLinks.js';
import { documentSymbols } from '../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../server/src/features/foldingRanges.js';
import { inlayHints } from '../../server/src/features/inlayHints.js';
import { nearItem } from '../../server/src/features/nearItem.js';
import { selectionRanges } from '../../server/src/features/selectionRanges.js';
import { semanticTokens } from '../../server/src/features/semanticTokens.js';
import { minutes, preview, topic } from '../../server/src/features/writeMinutes.js';
import { finish } from '../../server/src/log/steps.js';
import { defaultSettings } from '../../server/src/settings.js';
import { anyCharacter } from '../helpers/anyCharacter.js';
import { linkFor } from '../helpers/linkPatterns.js';
import { actionsIn, hoverAt, logOf, shownLenses, uri } from '../helpers/logs.js';
import { renderHere } from '../helpers/templates.js';

const allHints = { tally: true, gaps: true, elapsed: true, names: true };

describe('features', () => {
  it('answer for any text', () => {
    const piece = fc.constantFrom(
      '10:00 <a> ',
      '#startmeeting',
      '#topic',
      '#chair a,',
      '\n',
      '\r',
      '<',
      '\uFEFF',
      '\ud83d',
      'http://',
    );
    const letters = linkFor('\\w', 'https://a.example/$0');
    const anyText = fc.oneof(
      fc.string({ unit: piece, maxLength: 40 }),
      fc.string({ unit: anyCharacter, maxLength: 40 }),
    );
    fc.assert(
      fc.property(anyText, fc.nat(9), fc.nat(40), (text, line, character) => {
        const log = logOf(text);
        const at = { line, character };
        documentSymbols(log);
        foldingRanges(log, { foldTexts: true });
        selectionRanges(log, [at]);
        inlayHints(log, { start: at, end: { line: line + 9, character: 0 } }, allHints);
        finish(documentLinks(log, [letters], { linkTooltips: true }));
        shownLenses(log, true);
        semanticTokens(log, { start: at, end: { line: line + 9, character: 0 } });
        hoverAt(log, at);
        completion(log, at, abilitiesOf({}));
        finish(documentHighlights(log, at));
        nearItem(log, line, 'next');
        actionsIn(log, { start: at, end: at }, diagnostics(log, uri, defaultSettings));
        topic(log, line, defaultSettings);
        finish(preview(log, line, defaultSettings));
        for (const [meeting] of log.meetings.entries()) {
          void finish(
            minutes(log, { textDocument: { uri }, meeting, format: 'markdown' }, defaultSettings, renderHere),
          );
        }
      }),
    );
  });
});
