import { assert } from 'chai';
import fc from 'fast-check';
import { layoutNamed } from '../../server/src/log/layouts/layouts.js';
import { dialectNamed } from '../../server/src/meeting/dialects/dialects.js';
import { problemCodes, problemTable } from '../../server/src/meeting/problems/problemTable.js';
import { isTimeZone } from '../../server/src/minutes/select.js';
import { defaultSettings, faultsIn, parseSettings } from '../../server/src/settings.js';

describe('settings', () => {
  it('default to the severities of the table', () => {
    for (const code of problemCodes) assert.equal(defaultSettings.severity[code], problemTable[code].severity);
  });

  it('are those from the client', () => {
    const given = parseSettings({
      diagnostics: { severity: { 'not-chair': 'off', 'invalid-link': 'hint' } },
      layout: 'irssi',
      bot: 'opendev',
      channel: ' #tea ',
      codeLens: { enable: false },
      inlayHints: { tally: false, gaps: false, elapsed: true, names: true },
      links: [{ pattern: 'bug (\\d+)', address: 'https://x/$1' }],
      minutes: { bugCompatible: true, mentions: true, withoutBot: true, logUrl: 'https://x/', timeZone: 'Asia/Tokyo' },
    });
    assert.deepEqual(given, {
      severity: { ...defaultSettings.severity, 'not-chair': 'off', 'invalid-link': 'hint' },
      layout: 'irssi',
      bot: 'opendev',
      channel: '#tea',
      codeLens: false,
      inlayHints: { tally: false, gaps: false, elapsed: true, names: true },
      links: [{ pattern: 'bug (\\d+)', address: 'https://x/$1' }],
      bugCompatible: true,
      mentions: true,
      withoutBot: true,
      logUrl: 'https://x/',
      timeZone: 'Asia/Tokyo',
    });
  });

  it('are the defaults if they are invalid', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const given = {
          diagnostics: { severity: { 'not-chair': value } },
          codeLens: value,
          inlayHints: { tally: value, gaps: value, elapsed: value, names: value },
          links: value,
          layout: value,
          bot: value,
          minutes: { bugCompatible: value, mentions: value, withoutBot: value, timeZone: value },
        };
        // A string may by chance be a valid name.
        fc.pre(![isTimeZone, layoutNamed, dialectNamed].some((isName) => typeof value === 'string' && isName(value)));
        fc.pre(
          typeof value !== 'boolean' &&
            typeof value !== 'object' &&
            !['error', 'information', 'hint', 'off'].includes(`${String(value)}`),
        );
        assert.deepEqual(parseSettings(given), defaultSettings);
        assert.isObject(parseSettings(value));
      }),
    );
  });

  it('are lists of entries, of which each is ignored and reported if it is invalid', () => {
    const fine = { pattern: '#(\\d+)', address: 'https://a.example/$1' };
    const bad = { pattern: '(a+)+\\1\u202e', address: 'https://a.example/' };
    const away = { pattern: 'x', address: 'https://$0/' };
    const given = { links: [fine, 'x', null, { pattern: 'x' }, bad, { ...fine, more: 1 }, away] };
    assert.deepEqual(parseSettings(given).links, [fine, fine]);
    const told = faultsIn(given);
    assert.deepEqual([...told.keys()], ['meetlog.links.1', 'meetlog.links.3']);
    assert.match(
      told.get('meetlog.links.1') ?? '',
      /^Meetlog ignores an entry of the setting meetlog\.links, “\(a\+\)\+\\1”\. The pattern must not refer /,
    );
    assert.match(told.get('meetlog.links.3') ?? '', /“x”\. The address must start with /);
    for (const value of [undefined, null, 'x', {}, 5]) assert.isEmpty(parseSettings({ links: value }).links);
  });

  it('are ignored and reported if a text is invalid', () => {
    const given = { minutes: { logUrl: 'javascript:x\u202e//', timeZone: 'Mars/Olympus' } };
    assert.deepEqual(parseSettings(given), defaultSettings);
    const told = faultsIn(given);
    assert.deepEqual([...told.keys()], ['meetlog.minutes.logUrl', 'meetlog.minutes.timeZone']);
    assert.match(
      told.get('meetlog.minutes.logUrl') ?? '',
      /^Meetlog ignores the setting meetlog\.minutes\.logUrl, “javascript:x\/\/”\. It must /,
    );
    assert.include(told.get('meetlog.minutes.timeZone'), '“Mars/Olympus”. It must be the name of a time zone');
    for (const fine of [undefined, {}, { minutes: { logUrl: 'logs/', timeZone: 'UTC' } }, { minutes: { logUrl: 5 } }]) {
      assert.isEmpty(faultsIn(fine));
    }
  });
});
