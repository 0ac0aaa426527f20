import { assert } from 'chai';
import fc from 'fast-check';
import { logBaseFault } from '../../server/src/minutes/logBase.js';
import { logUrl, pageUrl } from '../../server/src/minutes/logFile.js';

describe('the address of the log', () => {
  it('may be one of these', () => {
    for (const base of [
      ...[
        'https://logs.example.org/',
        'HTTP://x',
        'http://[::1]:8080/a/',
        'https://bücher.example/ä/',
        'https://x/?f=a&g=(b)',
      ],
      ...['', 'logs/', '../logs/', './a:b/', '/logs/', '?file=', 'a%20b/', 'https://x/a@b/', 'a/@b'],
    ]) {
      assert.isUndefined(logBaseFault(base), base);
    }
  });
  it('may be none of these', () => {
    for (const [part, bases] of Object.entries({
      'http:// or https://': [
        ...[
          'javascript:alert(1)//',
          'JavaScript:x',
          'data:text/html,x',
          'file:///etc/',
          'ftp://x/',
          'mailto:a',
          'C:/logs/',
          ':',
          'x:',
        ],
        ...['http:x', 'http:/x', 'https://', 'https:///x', 'http://?x', 'https://#x', 'vscode://x', 'javascript://x/'],
      ],
      'not start with //': ['//', '//x.example/', '///x'],
      'a user name': ['https://ann@x/', 'https://ann:secret@x/', 'http://x.example@y.example/', 'http://@x'],
      'control characters': [
        ...[
          ' https://x/',
          'https://x/ y',
          'https://x/\n.. raw:: html',
          'java\tscript:x',
          'https://x/\u0000',
          'https://x/\u2028',
        ],
        ...[
          'https://x/">',
          'https://x/<b>',
          '\\\\x\\',
          '/\\x',
          'https:\\\\x',
          'https://x/`',
          'https://x/{y}',
          'https://x/|',
          'https://x/^',
        ],
        ...[
          'https://x/\u202e',
          'https://x/\u200b',
          'https://x/\u00a0',
          'https://x/\ud800',
          'https://x/\ufeff',
          'logs\\',
        ],
      ],
    })) {
      for (const base of bases) assert.include(logBaseFault(base), part, base);
    }
  });
  it('leads where it says, according to a browser', () => {
    const part = fc.constantFrom(
      ...[
        'java',
        'script',
        ':',
        'http',
        'HTTPS',
        '/',
        '//',
        '\\',
        '#',
        '?',
        '@',
        '.',
        '%3a',
        '%',
        '&',
        'x',
        '[',
        ']',
        '(',
        '=',
        ';',
      ],
      ...['\t', '\n', ' ', '\u0000', '\u00a0', '\u202e', '\ud800', '"', "'", '<', '>', '`'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
        const base = parts.join('');
        const own = new URL('https://own.example/a/b');
        if (logBaseFault(base) !== undefined || !URL.canParse(base, own)) return;
        const { protocol, host, username, password } = new URL(base, own);
        assert.include(['http:', 'https:'], protocol, base);
        assert.equal(username + password, '', base);
        if (!/^https?:/i.test(base)) assert.equal(host, own.host, base);
      }),
      { numRuns: 5000 },
    );
  });
  it('is not in links if it is not fit for them', () => {
    const log = { base: 'javascript:x//', file: 'a.log', pageBase: 'javascript:x//', page: 'a.log.html' };
    assert.equal(logUrl(log, 3), 'a.log#L3');
    assert.equal(pageUrl(log, 3), 'a.log.html#l-3');
    assert.equal(pageUrl({ ...log, pageBase: 'https://x/' }), 'https://x/a.log.html');
  });
  it('is followed by the file name, whatever it is', () =>
    assert.equal(logUrl({ base: '', file: '\ud800', pageBase: '', page: '' }), '%EF%BF%BD'));
});
