// Finds a Chromium: CHROME_PATH, or else the one in an npm package (Linux x64), or else an installed one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { cache, hasNpmBrowser, NoHost } from './install.mjs';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (!folder) return [];
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  }),
];

/** The browser's program and the environment that it needs. */
export function findBrowser(modules) {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new NoHost(`CHROME_PATH names ${named}, which does not exist`);
  if (named) return { executablePath: named, env: process.env };
  if (hasNpmBrowser) return npmBrowser(modules);
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => programs.map((name) => join(folder, name)));
  const executablePath = [...onPath, ...places].find((file) => existsSync(file));
  if (!executablePath) throw new NoHost('there is no Chrome, Chromium or Edge: install one, or name it in CHROME_PATH');
  return { executablePath, env: process.env };
}

/**
 * Unpacks the browser of the npm package once, with the libraries that it links and a font, so that it needs nothing from the
 * system.
 */
function npmBrowser(modules) {
  const pack = join(modules, '@sparticuz', 'chromium');
  const { version } = JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) unpackBrowser(join(pack, 'bin'), folder);
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: folder },
  };
}

function unpackBrowser(packed, folder) {
  const read = (name) => brotliDecompressSync(readFileSync(join(packed, name)));
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'part-'));
  try {
    writeFileSync(join(temporary, 'chromium'), read('chromium.br'), { mode: 0o755 });
    for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
      execFileSync('tar', ['-xf', '-', '--no-same-owner', '-C', temporary], { input: read(archive) });
    }
    // The package's own configuration names folders of a cloud service.
    writeFileSync(
      join(temporary, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>`,
    );
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}
