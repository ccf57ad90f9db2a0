import { mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArguments } from './arguments';
import type { LaunchArguments } from './arguments';
import { launchBrowser, runTestsInPage } from './browser';
import { chosenVersion, installServer } from './install';
import { runServerCommand, startServer, windowUrl } from './server';
import type { ServerOptions, WindowOptions } from './server';

/**
 * Does what desktop VS Code does with this command line: runs extension tests and ends with their exit code, or runs a
 * command that ends, or opens a window (here: says where it is) and stays.
 */
export async function launch(argv: readonly string[]): Promise<number> {
  const given = parseArguments(argv);
  const installed = await installServer(chosenVersion());
  const temporary = await mkdtemp(join(tmpdir(), 'mm-llm-host-'));
  const server: ServerOptions = {
    dataDir: join(temporary, 'server'),
    trusted: given.trusted,
    port: given.port,
    ...(given.extensionsDir === undefined ? {} : { extensionsDir: resolve(given.extensionsDir) }),
  };
  try {
    if (given.userDataDir !== undefined) {
      // The server keeps below `data` what the desktop keeps in its user data folder.
      await mkdir(resolve(given.userDataDir), { recursive: true });
      await mkdir(server.dataDir, { recursive: true });
      await symlink(resolve(given.userDataDir), join(server.dataDir, 'data'));
    }
    if (given.command.length > 0) {
      process.stdout.write(runServerCommand(installed, server, given.command));
      return 0;
    }
    return await openWindow(given, installed, server);
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function openWindow(
  given: LaunchArguments,
  installed: Awaited<ReturnType<typeof installServer>>,
  options: ServerOptions,
): Promise<number> {
  const window = await windowOptions(given);
  const server = await startServer(installed, options);
  try {
    const url = windowUrl(server, window);
    if (given.extensionTestsPath === undefined) {
      console.log(`VS Code is at ${url}\nCtrl+C ends it.`);
      return await untilInterrupted();
    }
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const timeout = Number(process.env.MMLLM_TEST_TIMEOUT ?? 600) * 1000;
      return await Promise.race([runTestsInPage(page, url, timeout), untilInterrupted(), untilOrphaned()]);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

async function windowOptions(given: LaunchArguments): Promise<WindowOptions> {
  const files: string[] = [];
  let folder: string | undefined;
  let workspace: string | undefined;
  for (const path of given.paths.map((each) => resolve(each))) {
    if ((await stat(path)).isDirectory()) {
      folder = path;
    } else if (path.endsWith('.code-workspace')) {
      workspace = path;
    } else {
      files.push(path);
    }
  }
  return {
    files,
    disableExtensions: given.disableExtensions,
    extensionDevelopmentPaths: given.extensionDevelopmentPaths.map((path) => resolve(path)),
    ...(folder === undefined ? {} : { folder }),
    ...(workspace === undefined ? {} : { workspace }),
    ...(given.extensionTestsPath === undefined
      ? {}
      : { extensionTestsPath: resolve(given.extensionTestsPath) }),
  };
}

/** Resolves to the usual exit code when somebody ends this process, so that `finally` blocks run first. */
function untilInterrupted(): Promise<number> {
  return new Promise((done) => {
    process.once('SIGINT', () => done(130));
    process.once('SIGTERM', () => done(143));
  });
}

/** Resolves when the process that started this one is gone: nobody waits for these tests any more. */
function untilOrphaned(): Promise<number> {
  const parent = process.ppid;
  return new Promise((done) => {
    const timer = setInterval(() => {
      if (process.ppid !== parent) {
        clearInterval(timer);
        done(143);
      }
    }, 1000);
  });
}
