import { assert } from 'chai';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { defaultSettings } from '../../server/src/settings.js';
import { logOf, meeting, uri } from '../helpers/logs.js';

describe('diagnostics', () => {
  const log = logOf(meeting('10:01 <bob> #topic x\n'));

  it('have code, source, severity and related places in the same log', () => {
    const [found] = diagnostics(log, uri, defaultSettings);
    assert.deepInclude(found, { code: 'not-chair', source: 'meetlog', severity: 2 });
    assert.equal(found?.relatedInformation?.[0]?.location.uri, uri);
  });

  it('fade what the bot ignores, and nothing else', () => {
    const text = meeting('10:01 <bob> #topic x\n10:01 <ann> #undo\n10:01 <ann> #startmeeting\n10:01 <bob> #todo\n');
    const faded = diagnostics(logOf(`${text}11:00 <ann> #info x\n`), uri, defaultSettings).filter(
      ({ tags }) => tags?.[0] === 1,
    );
    assert.deepEqual(
      faded.map(({ code }) => code),
      ['not-chair', 'nothing-to-undo', 'meeting-already-started', 'outside-meeting'],
    );
  });

  for (const [level, severity] of Object.entries({ error: 1, warning: 2, information: 3, hint: 4 } as const)) {
    it(`can be shown as ${level}`, () => {
      const settings = { ...defaultSettings, severity: { ...defaultSettings.severity, 'not-chair': level as 'error' } };
      assert.equal(diagnostics(log, uri, settings)[0]?.severity, severity);
    });
  }

  it('link to an explanation of their kind, if there is one', () => {
    const help = (code: string) => `https://a.example/problems#${code}`;
    const [found] = diagnostics(log, uri, defaultSettings, help);
    assert.deepEqual(found?.codeDescription, { href: 'https://a.example/problems#not-chair' });
    assert.notProperty(diagnostics(log, uri, defaultSettings)[0], 'codeDescription');
    assert.property(diagnostics(log, uri, defaultSettings, help)[0], 'codeDescription');
  });

  it('can be switched off', () => {
    const settings = { ...defaultSettings, severity: { ...defaultSettings.severity, 'not-chair': 'off' as const } };
    assert.isEmpty(diagnostics(log, uri, settings));
  });
});
