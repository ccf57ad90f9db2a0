/**
 * `npm start`: builds and opens VS Code with the extension and the sample paper. The desktop VS Code if `code` is on the PATH,
 * else one that runs as a server, to be opened in a browser (`PORT=8000 npm start` chooses the port).
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackages, ensureNodeModules, root, run } from './setup.mjs';

ensureNodeModules();
run(process.execPath, ['esbuild.mjs']);

// A copy, so that trying things out does not change the checkout; delete it to begin anew.
const sample = join(root, 'out', 'sample');
if (!existsSync(sample)) {
  cpSync(join(root, 'test', 'drafts', 'sample'), sample, { recursive: true });
}
const window = [`--extensionDevelopmentPath=${root}`, sample, join(sample, 'main.tex')];

const windows = process.platform === 'win32';
if (spawnSync('code', ['--version'], { shell: windows, stdio: 'ignore' }).status === 0) {
  run('code', ['--new-window', ...window], { shell: windows });
} else {
  ensureDebianPackages(['g++', 'make', 'python3']);
  const host = join(root, 'test', 'host', 'code');
  const port = process.env.PORT ? [`--port=${process.env.PORT}`] : [];
  const child = spawn(process.execPath, [host, '--disable-workspace-trust', ...port, ...window], {
    cwd: root,
    stdio: 'inherit',
  });
  // Ctrl+C reaches the child too; it ends the server and then itself.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code === 130 ? 0 : (code ?? 1)));
}
