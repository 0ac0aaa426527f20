// Builds Meetlog whenever npm packs it or installs it from Git, as pre-commit does. npm then runs this without the packages that
// the build needs, if it installs globally.
import { execSync } from 'node:child_process';

const { dirname: folder } = import.meta;
const run = (command) => execSync(command, { cwd: folder, stdio: 'inherit' });

if (!isInstalled('esbuild')) run('npm ci --global=false --ignore-scripts --include=dev --no-audit --no-fund');
run('node build.mjs');

function isInstalled(name) {
  try {
    return Boolean(import.meta.resolve(name));
  } catch {
    return false;
  }
}
