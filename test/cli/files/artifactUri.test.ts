import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import fc from 'fast-check';
import { artifactUri } from '../../../server/src/cli/files/artifactUri.js';
import { unseenName } from '../../helpers/unseen.js';

describe('the URI of a file in SARIF', () => {
  const check = (path: string, uri: string) => assert.equal(artifactUri(path), uri);

  it('is a relative reference', () => {
    check('logs/a b#c?d%e.log', 'logs/a%20b%23c%3Fd%25e.log');
    check('a:b.log', 'a%3Ab.log');
    check('../x\n\u202e/é[1].log', '../x%0A%E2%80%AE/%C3%A9%5B1%5D.log');
    check('\ud800', '%EF%BF%BD');
    if (process.platform !== 'win32') check('a\\b.log', 'a%5Cb.log');
  });
  it('is absolute if the path is', () =>
    check(resolve('/logs/a [b]#c?d|.log'), `${pathToFileURL(resolve('/logs')).href}/a%20%5Bb%5D%23c%3Fd%7C.log`));
  it('contains only what RFC 3986 allows, and leads back to the file', () =>
    fc.assert(
      fc.property(unseenName, fc.boolean(), (name, isAbsolute) => {
        // Node never returns a path with a NUL, and throws if asked for its URL.
        fc.pre(!name.includes('\0') && process.platform !== 'win32');
        const path = `${isAbsolute ? '/' : ''}a/${name.replaceAll('/', '')}x`.toWellFormed();
        const uri = artifactUri(path);
        assert.match(uri, isAbsolute ? /^file:\/\/\// : /^a/);
        assert.match(uri, /^(?:[\w\-.~:/@!$&'()*+,;=]|%[\dA-F]{2})+$/);
        assert.equal(decodeURIComponent(uri.replace('file://', '')), path);
      }),
    ));
});
