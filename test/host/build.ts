import { spawnSync } from 'node:child_process';
import { root } from './drafts';

/** Builds the extension and its tests; ends this process when that fails, the build having said why. */
export function buildForTests(): void {
  const built = spawnSync(process.execPath, ['esbuild.mjs', '--tests'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) {
    process.exit(1);
  }
}
