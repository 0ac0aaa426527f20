import { assert } from 'chai';
import fc from 'fast-check';
import { layoutNamed } from '../../server/src/log/layouts/layouts.js';
import { dialectNamed } from '../../server/src/meeting/dialects/dialects.js';
import { problemCodes, problemTable } from '../../server/src/meeting/problems/problemTable.js';
import { isTimeZone } from '../../server/src/minutes/select.js';
import { defaultSettings, readSettings } from '../../server/src/settings.js';

const settingsOf = async (section: unknown) => (await readSettings(section)).settings;
const faultsIn = async (section: unknown) => (await readSettings(section)).faults;

describe('settings', () => {
  it('default to the severities of the table', () => {
    for (const code of problemCodes) assert.equal(defaultSettings.severity[code], problemTable[code].severity);
  });

  it('are those from the client', async () => {
    const given = await settingsOf({
      diagnostics: { severity: { 'not-chair': 'off', 'invalid-link': 'hint' } },
      layout: 'irssi',
      bot: 'opendev',
      channel: ' #tea ',
      codeLens: { enable: false },
      inlayHints: { tally: false, gaps: false, elapsed: true, names: true },
      links: [{ pattern: 'bug (\\d+)', address: 'https://x/$1' }],
      minutes: { bugCompatible: true, mentions: true, withoutBot: true, logUrl: 'https://x/', timeZone: 'Asia/Tokyo' },
    });
    assert.lengthOf([...(given.links[0]?.matches('see bug 5') ?? [])], 1);
    const links = given.links.map(({ pattern, address }) => ({ pattern, address }));
    assert.deepEqual({ ...given, links } as unknown, {
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

  it('are the defaults if they are invalid', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (value) => {
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
        assert.deepEqual(await settingsOf(given), defaultSettings);
        assert.isObject(await settingsOf(value));
      }),
    );
  });

  it('are lists of entries, of which each is ignored and reported if it is invalid', async () => {
    const fine = { pattern: '#(\\d+)', address: 'https://a.example/$1' };
    const bad = { pattern: '(a+)+\\1\u202e', address: 'https://a.example/' };
    const away = { pattern: 'x', address: 'https://$0/' };
    const given = { links: [fine, 'x', null, { pattern: 'x' }, bad, { ...fine, more: 1 }, away] };
    const { links } = await settingsOf(given);
    assert.deepEqual(
      links.map(({ pattern, address }) => ({ pattern, address })),
      [fine, fine],
    );
    const told = await faultsIn(given);
    assert.deepEqual([...told.keys()], ['meetlog.links.1', 'meetlog.links.3']);
    assert.match(
      told.get('meetlog.links.1') ?? '',
      /^Meetlog ignores an entry of the setting meetlog\.links, “\(a\+\)\+\\1”\. The pattern is not a valid RE2 expression: .* in “\\1”\.$/,
    );
    assert.match(told.get('meetlog.links.3') ?? '', /“x”\. The address must start with /);
    for (const value of [undefined, null, 'x', {}, 5]) assert.isEmpty((await settingsOf({ links: value })).links);
  });

  it('are ignored and reported if a text is invalid', async () => {
    const given = { minutes: { logUrl: 'javascript:x\u202e//', timeZone: 'Mars/Olympus' } };
    assert.deepEqual(await settingsOf(given), defaultSettings);
    const told = await faultsIn(given);
    assert.deepEqual([...told.keys()], ['meetlog.minutes.logUrl', 'meetlog.minutes.timeZone']);
    assert.match(
      told.get('meetlog.minutes.logUrl') ?? '',
      /^Meetlog ignores the setting meetlog\.minutes\.logUrl, “javascript:x\/\/”\. It must /,
    );
    assert.include(told.get('meetlog.minutes.timeZone'), '“Mars/Olympus”. It must be the name of a time zone');
    for (const fine of [undefined, {}, { minutes: { logUrl: 'logs/', timeZone: 'UTC' } }, { minutes: { logUrl: 5 } }]) {
      assert.isEmpty(await faultsIn(fine));
    }
  });
});
