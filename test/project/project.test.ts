import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { assert } from 'chai';
import { dialects } from '../../server/src/meeting/dialects/dialects.js';
import { writers } from '../../server/src/minutes/writers.js';
import { defaultSettings, readSettings } from '../../server/src/settings.js';
import { pages } from '../tools/generate/outputs.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const readme = readFileSync('README.md', 'utf8');

/**
 * What each room may import: other rooms (a file can be a room, too), and packages. A file belongs to the first room that
 * contains it.
 */
const rooms: readonly {
  readonly room: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}[] = [
  { room: 'server/src/log/text', rooms: ['server/src/log'], packages: [] },
  { room: 'server/src/log', rooms: [], packages: [] },
  {
    room: 'server/src/convert',
    rooms: [],
    packages: ['@streamparser/json', 'htmlparser2', 'papaparse', 'webvtt-parser'],
  },
  // It is loaded only when it is needed.
  { room: 'server/src/meeting/linkPatterns.ts', rooms: [], packages: ['re2js'] },
  { room: 'server/src/meeting', rooms: ['server/src/log'], packages: [] },
  { room: 'server/src/minutes', rooms: ['server/src/meeting', 'server/src/log', 'package.json'], packages: [] },
  // It is loaded only when it is needed.
  {
    room: 'server/src/workspace/verify/readHtml.ts',
    rooms: ['server/src/workspace/verify'],
    packages: ['htmlparser2'],
  },
  {
    room: 'server/src/workspace',
    rooms: ['server/src/minutes', 'server/src/meeting', 'server/src/log', 'server/meetlog.schema.json'],
    packages: ['jsonc-parser'],
  },
  {
    room: 'server/src/features',
    rooms: [
      'server/src/workspace',
      'server/src/minutes',
      'server/src/meeting',
      'server/src/log',
      'server/src/protocol.ts',
      'server/src/settings.ts',
    ],
    packages: ['vscode-languageserver'],
  },
  {
    room: 'server/src/reports',
    rooms: ['server/src/workspace', 'server/src/minutes', 'server/src/meeting', 'server/src/log', 'package.json'],
    packages: [],
  },
  ...['process', 'processRenderer'].map((file) => ({
    room: `server/src/templates/${file}.ts`,
    rooms: ['server/src/templates', 'server/src/minutes'],
    packages: ['node:'],
  })),
  { room: 'server/src/templates', rooms: ['server/src/minutes', 'server/src/log'], packages: ['liquidjs'] },
  {
    // It is loaded only by `meetlog mcp`.
    room: 'server/src/cli/mcp',
    rooms: [
      'server/src/cli',
      'server/src/reports',
      'server/src/workspace',
      'server/src/minutes',
      'server/src/convert',
      'server/src/log',
    ],
    packages: ['@modelcontextprotocol/sdk/', 'node:', 'zod/v4'],
  },
  {
    room: 'server/src/cli',
    rooms: [
      'server/src/reports',
      'server/src/templates',
      'server/src/workspace',
      'server/src/minutes',
      'server/src/convert',
      'server/src/meeting',
      'server/src/log',
      'server/src/uncaught.ts',
      'package.json',
    ],
    packages: ['commander', 'node:', 'p-map'],
  },
  {
    room: 'server/src/main.node.ts',
    rooms: ['server/src', 'package.json'],
    packages: ['vscode-languageserver/node', 'node:'],
  },
  { room: 'server/src/diskFiles.ts', rooms: ['server/src/workspace', 'server/src/log'], packages: ['node:'] },
  { room: 'server/src/main.browser.ts', rooms: ['server/src'], packages: ['vscode-languageserver/browser'] },
  { room: 'server/src/lsp/transport/arguments.ts', rooms: [], packages: ['node:'] },
  {
    room: 'server/src/lsp/transport/transport.ts',
    rooms: ['server/src/lsp/transport'],
    packages: ['vscode-languageserver/node', 'node:'],
  },
  {
    room: 'server/src/lsp',
    rooms: [
      'server/src/features',
      'server/src/reports',
      'server/src/workspace',
      'server/src/minutes',
      'server/src/convert',
      'server/src/meeting',
      'server/src/log',
      'server/src/protocol.ts',
      'server/src/settings.ts',
      'package.json',
    ],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  { room: 'server/src/uncaught.ts', rooms: [], packages: [] },
  {
    room: 'server/src/settings.ts',
    rooms: ['server/src/settingsTable.ts', 'server/src/minutes', 'server/src/meeting'],
    packages: [],
  },
  {
    room: 'server/src/settingsTable.ts',
    rooms: ['server/src/minutes', 'server/src/meeting', 'server/src/log'],
    packages: [],
  },
  { room: 'server/src/projectProtocol.ts', rooms: [], packages: [] },
  { room: 'server/src/verifyProtocol.ts', rooms: [], packages: [] },
  { room: 'server/src/workspaceProtocol.ts', rooms: ['server/src/projectProtocol.ts'], packages: [] },
  {
    room: 'server/src/protocol.ts',
    rooms: ['projectProtocol', 'verifyProtocol', 'workspaceProtocol'].map((file) => `server/src/${file}.ts`),
    packages: ['vscode-languageserver'],
  },
  { room: 'client/src/main.node.ts', rooms: ['client/src'], packages: ['vscode', 'vscode-languageclient'] },
  { room: 'client/src/serverProcess.ts', rooms: [], packages: ['node:child_process'] },
  { room: 'client/src/fileHead.ts', rooms: ['server/src/log/text/decodeBytes.ts'], packages: ['node:fs/promises'] },
  { room: 'client/src/languageClient.node.ts', rooms: [], packages: ['vscode-languageclient/node'] },
  { room: 'client/src/main.browser.ts', rooms: ['client/src'], packages: ['vscode', 'vscode-languageclient/browser'] },
  {
    room: 'client/src/preview/webview.ts',
    rooms: ['client/src/preview/page', 'client/src/preview/messages.ts', 'server/src/minutes/page/pageStyle.ts'],
    packages: ['morphdom'],
  },
  { room: 'client/src/preview/page', rooms: ['client/src/preview/messages.ts'], packages: [] },
  {
    room: 'client/src',
    rooms: [
      'client/src',
      'server/src/protocol.ts',
      'server/src/log/detect/chat.ts',
      'server/src/log/detect/chatText.ts',
      'server/src/log/text/decodeBytes.ts',
      'server/src/meeting/isMeetingLog.ts',
    ],
    packages: ['vscode', 'vscode-languageclient'],
  },
];

describe('the house', () => {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => file.endsWith('.ts')),
  );

  for (const file of files) {
    it(`lets ${file} import what its room may`, () => {
      const room = rooms.find((one) => isIn(file, one.room));
      assert.isDefined(room);
      const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import|import\(|require\()\s*'([^']+)'/g)];
      for (const [, target = ''] of imports) {
        if (target.startsWith('.')) {
          const path = normalize(join(dirname(file), target)).replace(/\.js$/, '.ts');
          assert.isTrue(existsSync(path), path);
          assert.isTrue(
            [room?.room ?? '', ...(room?.rooms ?? [])].some((one) => isIn(path, one)),
            `${file} imports ${path}`,
          );
        } else {
          assert.isTrue(
            room?.packages.some((one) => target === one || (/[:/]$/.test(one) && target.startsWith(one))),
            `${file} imports ${target}`,
          );
        }
      }
    });
  }

  it('lets chat text into a page only through the doors of its format', () => {
    // Doors that escape nothing are only for bug-compatible minutes, and for these formats of MeetBot. Bug-compatible minutes
    // leave unescaped what MeetBot does.
    const unescaped = ['server/src/minutes/formats/rst.ts', 'server/src/minutes/formats/wiki.ts'];
    const unescapedHtml = 'server/src/minutes/bugCompatible/unescapedHtml.ts';
    for (const file of files) {
      const code = readFileSync(file, 'utf8');
      if (isIn(file, 'server/src/minutes/escape')) continue;
      if (file !== unescapedHtml) assert.notMatch(code, /\.trusted\b|\bdoorOf\b/, file);
      if (!unescaped.includes(file)) assert.notInclude(code, 'escape/unescaped.js', file);
    }
  });

  it('names bots only in their dialects', () => {
    // Names of programs and minutes in sentences for people are not knowledge about a bot.
    const aside = /^\s*(?:\/\/|\*|\/\*).*$|"[^"\n]* [^"\n]*"|'[^'\n]* [^'\n]*'|`[^`\n]* [^`\n]*`/gm;
    const names = new RegExp([...dialects.map(({ name }) => name), 'mootbot', 'openstack', 'zodbot'].join('|'), 'i');
    // W3C's page has W3C's addresses, and the format is named after it.
    const exempt = ['server/src/meeting/dialects', 'server/src/minutes/scribe'];
    for (const file of files.filter((one) => !exempt.some((room) => isIn(one, room)))) {
      const code = readFileSync(file, 'utf8')
        .replace(aside, '')
        .replace(/'\.?w3c[-.]html'/g, '');
      assert.notMatch(code, names, file);
    }
  });

  it('reads the text of places through one door, where a corrected line can be another', () => {
    const doors = ['server/src/meeting/meetingLog.ts', 'server/src/meeting/events.ts'];
    for (const file of files.filter((one) => !isIn(one, 'server/src/log') && !doors.includes(one))) {
      assert.notMatch(readFileSync(file, 'utf8'), /\.(?:text|bare|row)\([^()]*\)\.(?:slice|substring)/, file);
    }
  });

  it('has unique file names, except for the entry points of its bundles', () => {
    const names = files.map((file) => basename(file)).filter((name) => !/^main\.(?:node|browser)\.ts$/.test(name));
    assert.deepEqual(names, [...new Set(names)]);
  });

  it('keeps files short', () => {
    for (const file of files) assert.isAtMost(readFileSync(file, 'utf8').split('\n').length, 300, file);
  });
});

describe('a terminal', () => {
  it('is written to in one place', () => {
    const files = readdirSync('server/src/cli', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join('server/src/cli', file));
    const writing = files.filter((file) =>
      /writeAll\([12],|std(?:out|err)\.write|console\./.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(writing, ['server/src/cli/terminal.ts']);
  });
});

describe('the manifest', () => {
  const settings: Record<string, { default: unknown; markdownDescription: string }> =
    manifest.contributes.configuration.properties;

  it("has the server's defaults, and offers the first format of the table first", async () => {
    const section: Record<string, unknown> = {};
    for (const [name, { default: value }] of Object.entries(settings)) {
      const [, group = '', key] = name.split('.');
      section[group] = key ? { ...(section[group] as object), [key]: value } : value;
    }
    assert.deepEqual((await readSettings(section)).settings, defaultSettings);
    assert.equal(settings['meetlog.minutes.format']?.default, writers[0]?.name);
  });

  it('names commands that the client registers, and shows each in the palette when it makes sense', () => {
    const names: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const code = [
      'minutesCommands.ts',
      'preview/panel.ts',
      'detection.ts',
      'layoutChoice.ts',
      'firstContact.ts',
      'openAsLog.ts',
      'checkMinutes.ts',
      'unreadLogs.ts',
      'goTo.ts',
      'proposedPeople.ts',
      'checkAllLogs.ts',
      'views/meetingViews.ts',
    ].map((file) => readFileSync(`client/src/${file}`, 'utf8'));
    const known = /(?:register|registerCommand)\(\s*'(meetlog\.\w+)'|\w+Command = '(meetlog\.\w+)'/g;
    const registered = [...[...code, readFileSync('server/src/protocol.ts', 'utf8')].join('').matchAll(known)];
    assert.sameMembers(
      names,
      registered.map(([, own, shared]) => own ?? shared ?? ''),
    );
    assert.sameMembers(
      names,
      manifest.contributes.menus.commandPalette.map(({ command }: { command: string }) => command),
    );
  });

  it('does not let untrusted folders decide where links lead and whether pages are safe', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.includeMembers(restrictedConfigurations, [
      'meetlog.links',
      'meetlog.minutes.bugCompatible',
      'meetlog.minutes.logUrl',
      'meetlog.minutes.mentions',
      'meetlog.minutes.template',
    ]);
    for (const name of restrictedConfigurations) assert.property(settings, name);
    assert.include(settings['meetlog.minutes.bugCompatible']?.markdownDescription, 'HTML is not safe');
  });

  it('names the oldest VS Code that it is compiled for and tested in', () => {
    const [, minor] = /^\^1\.(\d+)\.0$/.exec(manifest.engines.vscode) ?? [];
    assert.equal(manifest.devDependencies['@types/vscode'], `1.${minor}.0`);
    const hosts = readFileSync('test/vscode/host/install.mjs', 'utf8');
    assert.match(hosts, new RegExp(`oldest: \\{\\s*spec: 'code-server@4\\.${minor}\\.`));
  });

  it('packages every file that it names', () => {
    const { main, browser, bin, icon, contributes } = manifest;
    const [language] = contributes.languages;
    const [grammar] = contributes.grammars;
    const icons = Object.values<string>(language.icon);
    const pictures = contributes.walkthroughs[0].steps.map(({ media }: { media: { svg: string } }) => media.svg);
    const named = [main, browser, ...Object.values<string>(bin), icon, language.configuration, grammar.path];
    const examples = readdirSync('examples/tool-library').map((file) => `examples/tool-library/${file}`);
    for (const file of [...named, ...icons, ...pictures, ...examples, 'examples/rooftop-garden.log']) {
      assert.isTrue(existsSync(file), file);
      assert.isTrue(isPacked(file), `${file} is in none of “files”`);
    }
  });
});

describe('the README and the other pages', () => {
  for (const page of [...pages, 'ARCHITECTURE.md', 'SECURITY.md', '.github/CONTRIBUTING.md']) {
    it(`link from ${page} to existing files and headings`, () => {
      for (const [, path = '', heading] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#]*)(?:#([^)]+))?\)/g)) {
        if (/^https?:/.test(path)) continue;
        const target = path === '' ? page : join(dirname(page), path);
        assert.isTrue(existsSync(target), target);
        if (heading) assert.include(anchors(readFileSync(target, 'utf8')), heading, target);
      }
    });
  }

  it('have only pictures that are packaged, and all of them', () => {
    const shown = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\(([^)]*\.png)\)/g)].map(([, path = '']) => join(dirname(page), path)),
    );
    assert.sameMembers(
      [...new Set(shown)],
      readdirSync('docs/pictures').map((file) => `docs/pictures/${file}`),
    );
    for (const picture of shown) assert.isTrue(isPacked(picture), picture);
  });

  it('are packaged, if the README links to them', () => {
    const linked = pages.filter((page) => readme.includes(`](${page})`));
    assert.sameMembers(linked, pages.slice(1));
    for (const page of linked) assert.isTrue(isPacked(page), page);
  });

  it('name every command of the palette', () => {
    const page = readFileSync('docs/vscode.md', 'utf8');
    for (const { title } of manifest.contributes.commands) {
      assert.match(page, new RegExp(`^\\| (?:[^|]*, )?${title}(?:,[^|]*)? \\|`, 'm'), title);
    }
  });

  it('include a README fit for the Marketplace', () => {
    assert.isBelow(readme.split('\n').length, 120);
  });
});

/** The anchors of a page's headings. */
function anchors(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}

function isPacked(file: string): boolean {
  return (manifest.files as string[]).some((pattern) =>
    new RegExp(`^(\\./)?${pattern.replace('.', '\\.').replace('*', '[^/]*')}$`).test(file),
  );
}

function isIn(file: string, room: string): boolean {
  return file === room || file.startsWith(`${room}/`);
}
