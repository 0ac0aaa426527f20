import { inlineOf } from '../../../server/src/minutes/scribe/inline.js';
import { Repositories } from '../../../server/src/minutes/scribe/issues.js';

describe('long lines of a scribe', () => {
  // Anything that takes quadratic time would take minutes.
  it('are read at once', () => {
    const parts = [
      '->',
      '-> x://y ',
      'x://y "',
      '#1',
      '_',
      '_a ',
      ' a_',
      '*_',
      '`',
      '$',
      '\\$',
      '$$a',
      '[',
      '](',
      '[a](x://y)',
    ];
    const others = ['(x://', 'mailto:', 'a', '-', ' ', '\t', 'a#', '.#1', 'a/b#1 ', '!', '-->', '/ ', '😀_', '"', "'"];
    for (const part of [...parts, ...others]) {
      const text = part.repeat(100_000 / part.length);
      const repositories = new Repositories();
      repositories.use('tea/pot');
      for (const end of ['', ' x://y', ' _']) inlineOf(text + end, { emphasis: true, repositories });
      repositories.use(text);
      repositories.forget(text);
    }
  });
});
