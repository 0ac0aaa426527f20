import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { withoutPictures } from '../tools/readmePictures.mjs';

describe('the pictures of a packaged README', () => {
  const text = '# A\n\n![One](media/one.png)\n\nText, [a link](docs/a.md).\n\n![Two](https://example.org/two.png)\n';

  it('are left out if there is no base address, except those with absolute addresses', () => {
    assert.equal(withoutPictures(text), '# A\n\nText, [a link](docs/a.md).\n\n![Two](https://example.org/two.png)\n');
    assert.notMatch(withoutPictures(readFileSync('README.md', 'utf8')), /!\[[^\]]*\]\((?!https:)/);
  });

  it('get their address when a version is published', () => {
    assert.match(
      readFileSync('.github/workflows/release.yml', 'utf8'),
      /npm run package -- .*--baseImagesUrl "\$REPOSITORY/,
    );
  });
});
