/**
 * Makes a fresh clone ready: packages of npm, then of Debian. Plain Node without dependencies, quick when nothing is missing.
 * VS Code itself is set up by test/host when it is first needed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program in the checkout, showing what it prints; ends this process with its code when it fails. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) {
    throw error;
  }
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

/** Installs what package-lock.json says, unless it is installed already. */
export function ensureNodeModules() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Node 20 or later is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (!isInstalled()) {
    console.log('Installing the npm packages ...');
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      shell: process.platform === 'win32',
    });
  }
}

/** Compares the lock file with the one that npm leaves in node_modules. */
function isInstalled() {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) {
    return false;
  }
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' ||
      installed[path]?.version === version ||
      (installed[path] === undefined && (optional || devOptional || peer)),
  );
}

/**
 * Installs the Debian packages that are missing, as root; else says which they are and ends this process.
 * Where there is no dpkg, it is left to the tests to find what they need.
 */
export function ensureDebianPackages(wanted = debianPackages()) {
  const query = spawnSync('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...wanted], {
    encoding: 'utf8',
  });
  if (query.error) {
    return;
  }
  const installed = query.stdout.split('\n').filter((line) => line.endsWith(' installed'));
  const missing = wanted.filter((name) => !installed.includes(`${name} installed`));
  if (missing.length === 0) {
    return;
  }
  if (process.getuid?.() !== 0) {
    console.error(`Debian packages are missing: sudo apt-get install ${missing.join(' ')}`);
    process.exit(1);
  }
  console.log(`Installing Debian packages: ${missing.join(' ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', 'ignore', 'inherit'];
  run('apt-get', ['update', '-qq'], { env, stdio });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env, stdio });
}

function debianPackages() {
  return readFileSync(join(root, 'scripts', 'debian-packages.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureNodeModules();
  ensureDebianPackages();
}
