import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { withPictures } from '../tools/readmePictures.mjs';

describe('the pictures of a packed README', () => {
  const text = '# A\n\n![One](media/one.png)\n\nText, [a link](docs/a.md).\n\n![Two](https://example.org/two.png)\n';

  it('lie below the base address', () => {
    for (const base of ['https://example.org/v1', 'https://example.org/v1/']) {
      const packed = withPictures(text, base);
      assert.include(packed, '![One](https://example.org/v1/media/one.png)');
      assert.include(packed, '![Two](https://example.org/two.png)');
      assert.include(packed, '[a link](docs/a.md)');
    }
  });

  it('are left out if there is no base address, except those that have one of their own', () => {
    assert.equal(withPictures(text), '# A\n\nText, [a link](docs/a.md).\n\n![Two](https://example.org/two.png)\n');
    assert.notMatch(withPictures(readFileSync('README.md', 'utf8')), /!\[[^\]]*\]\((?!https:)/);
  });

  it('get their address when a version is published', () => {
    assert.match(readFileSync('.github/workflows/release.yml', 'utf8'), /npm run package -- .*--baseImagesUrl "https:/);
  });
});
