import { spawn } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { InstalledServer } from './install';

export interface ServerOptions {
  /** Keeps `data/User`, `data/Machine`, logs and, unless `extensionsDir` says otherwise, extensions. */
  readonly dataDir: string;
  readonly extensionsDir?: string;
  /** Without trust, folders open in Restricted Mode and VS Code asks. */
  readonly trusted?: boolean;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Given to the server, and through it to the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Server {
  /** `127.0.0.1:PORT`, which is also the authority of `vscode-remote:` addresses. */
  readonly authority: string;
  readonly url: string;
  /** What the server printed, for messages about failures. */
  output(): string;
  close(): Promise<void>;
}

function serverArguments(installed: InstalledServer, options: ServerOptions): string[] {
  return [
    join(installed.vscode, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    `--server-data-dir=${options.dataDir}`,
    ...(options.extensionsDir === undefined ? [] : [`--extensions-dir=${options.extensionsDir}`]),
    '--telemetry-level=off',
  ];
}

/** Starts a VS Code server on this machine only, and resolves when it listens. */
export async function startServer(installed: InstalledServer, options: ServerOptions): Promise<Server> {
  const child = spawn(
    installed.node,
    [
      ...serverArguments(installed, options),
      '--host=127.0.0.1',
      `--port=${options.port ?? 0}`,
      '--without-connection-token',
      // Makes the workbench accept an extension under development from the address of the page.
      '--enable-smoke-test-driver',
      ...(options.trusted === false ? [] : ['--disable-workspace-trust']),
    ],
    { env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const lines: string[] = [];
  // The server has children of its own; with `detached` they form one group, which ends as a whole.
  const kill = (): void => killGroup(child);
  process.once('exit', kill);
  const port = await new Promise<number>((resolve, reject) => {
    const read = (line: string): void => {
      lines.push(line);
      const match = /Extension host agent listening on (\d+)/.exec(line);
      if (match !== null) {
        resolve(Number(match[1]));
      }
    };
    createInterface(child.stdout).on('line', read);
    createInterface(child.stderr).on('line', read);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The VS Code server ended with code ${code}:\n${lines.join('\n')}`)),
    );
  });
  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    url: `http://${authority}/`,
    output: () => lines.join('\n'),
    close: async () => {
      process.removeListener('exit', kill);
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      kill();
      await ended;
    },
  };
}

/** Installs a `.vsix` for servers with the same folders; throws with the server's words when it refuses. */
export function installVsix(installed: InstalledServer, options: ServerOptions, vsix: string): void {
  runServerCommand(installed, options, ['--install-extension', vsix]);
}

/** Runs the server for a command that ends, such as `--list-extensions`, and returns what it printed. */
export function runServerCommand(
  installed: InstalledServer,
  options: ServerOptions,
  command: readonly string[],
): string {
  const result = spawnSync(installed.node, [...serverArguments(installed, options), ...command], {
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    throw new Error(`VS Code refused ${command.join(' ')}:\n${result.stdout}${result.stderr}`);
  }
  return result.stdout;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

/** What the workbench is to open, written into the address of its page. */
export interface WindowOptions {
  readonly folder?: string;
  /** Path of a `.code-workspace` file, instead of `folder`. */
  readonly workspace?: string;
  readonly extensionDevelopmentPaths?: readonly string[];
  readonly extensionTestsPath?: string;
  readonly disableExtensions?: boolean;
  /** Files to show in editors. */
  readonly files?: readonly string[];
}

/** The address that opens a window with the given folder, extension under development and tests. */
export function windowUrl(server: Server, options: WindowOptions): string {
  const encode = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
  const remote = (path: string): string => `vscode-remote://${server.authority}${encode(path)}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  for (const path of options.extensionDevelopmentPaths ?? []) {
    payload.push(['extensionDevelopmentPath', remote(path)]);
  }
  if (options.extensionTestsPath !== undefined) {
    payload.push(['extensionTestsPath', remote(options.extensionTestsPath)]);
  }
  if (options.disableExtensions === true) {
    payload.push(['disableExtensions', 'true']);
  }
  for (const file of options.files ?? []) {
    payload.push(['openFile', remote(file)]);
  }
  const url = new URL(server.url);
  if (options.workspace !== undefined) {
    url.searchParams.set('workspace', options.workspace);
  } else if (options.folder !== undefined) {
    url.searchParams.set('folder', options.folder);
  } else {
    url.searchParams.set('ew', 'true');
  }
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
