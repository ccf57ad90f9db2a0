import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { open } from '@vscode/test-web';
import { launchBrowser, runTestsInPage } from './browser';
import { buildForTests } from './build';
import { copyDrafts, root } from './drafts';
import { installWeb } from './install';

/** Runs the web bundle of the extension tests in a browser extension host, as vscode.dev has it. */
async function main(): Promise<number> {
  buildForTests();
  const { dataDir, commit } = await installWeb();
  const drafts = await copyDrafts();
  const log = join(root, 'out', 'host.log');
  await mkdir(join(root, 'out'), { recursive: true });
  await rm(log, { force: true });
  process.env.MMLLM_HOST_LOG = log;
  const port = await freePort();
  console.log('Extension tests on VS Code for the web');
  const server = await open({
    browserType: 'none',
    // Not 127.0.0.1: the workbench gives its workers origins of their own below this name.
    host: 'localhost',
    port,
    quality: 'stable',
    commit,
    testRunnerDataDir: dataDir,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'test', 'extension', 'web.js'),
    folderPath: drafts.folder,
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return await runTestsInPage(page, `http://localhost:${port}`, 600_000);
  } finally {
    await browser.close();
    server.dispose();
    await drafts.remove();
  }
}

/** A port nobody listens on; test-web wants to be told one. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
