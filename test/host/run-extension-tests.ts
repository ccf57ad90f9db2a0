import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron';
import { buildForTests } from './build';
import { cacheFolder } from './cache';
import { copyDrafts, root } from './drafts';
import { chosenVersion } from './install';
import { writeUserSettings } from './profile';

const launcher = join(root, 'test', 'host', 'code');

/** A program and the arguments that come before VS Code's own. */
interface Executable {
  readonly program: string;
  readonly prefix: readonly string[];
}

/**
 * VS Code to run the tests in: the one named, else a desktop one that can be downloaded, else the server host.
 *
 * @param oldest whether it is to be the oldest version that the extension supports
 */
async function findVSCode(oldest: boolean): Promise<Executable> {
  if (process.env.VSCODE_EXECUTABLE) {
    return withDisplay(process.env.VSCODE_EXECUTABLE);
  }
  if (!process.env.MMLLM_HOST && (await canDownload())) {
    const version = oldest ? '1.100.3' : 'stable';
    const cachePath = join(cacheFolder(), 'desktop');
    try {
      return withDisplay(await downloadAndUnzipVSCode({ version, cachePath, timeout: 15_000 }));
    } catch (error) {
      console.log(`Desktop VS Code cannot be downloaded: ${String(error)}`);
    }
  }
  process.env.MMLLM_HOST ||= oldest ? '1.100' : '1.139';
  console.log(`Extension tests on VS Code ${chosenVersion()} (server host)`);
  return { program: launcher, prefix: [] };
}

/** Asks for the list of releases; a network that refuses does so at once, one that swallows gets three seconds. */
async function canDownload(): Promise<boolean> {
  try {
    const url = 'https://update.code.visualstudio.com/api/releases/stable';
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

/** A desktop VS Code on a Linux machine without a screen runs on a virtual one. */
function withDisplay(program: string): Executable {
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasDisplay || program === launcher
    ? { program, prefix: [] }
    : { program: 'xvfb-run', prefix: ['-a', program] };
}

/** A workspace of two folders, of the drafts and a new one beside them, each with settings of its own. */
async function makeWorkspace(drafts: string): Promise<string> {
  const second = join(drafts, '..', 'second');
  await mkdir(second);
  const file = join(drafts, '..', 'two.code-workspace');
  await writeFile(file, JSON.stringify({ folders: [{ path: drafts }, { path: second }] }));
  return file;
}

async function main(): Promise<void> {
  const severalFolders = process.argv[2] === 'folders';
  if (severalFolders) {
    process.env.MOCHA_GREP = 'several workspace folders';
  }
  buildForTests();
  const { program, prefix } = await findVSCode(process.argv[2] === 'oldest');
  const drafts = await copyDrafts();
  const profile = await mkdtemp(join(tmpdir(), 'mm-llm-profile-'));
  const hostLog = join(root, 'out', 'host.log');
  await rm(hostLog, { force: true });
  await writeUserSettings(join(profile, 'user-data'));
  try {
    await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out', 'test', 'extension', 'node.js'),
      launchArgs: [
        ...prefix,
        severalFolders ? await makeWorkspace(drafts.folder) : drafts.folder,
        `--user-data-dir=${join(profile, 'user-data')}`,
        `--extensions-dir=${join(profile, 'extensions')}`,
        '--disable-extensions',
      ],
      extensionTestsEnv: { MMLLM_HOST_LOG: hostLog },
    });
  } catch (error) {
    if (!(error instanceof TestRunFailedError)) {
      throw error;
    }
    process.exitCode = 1;
  } finally {
    await drafts.remove();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
