import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/drafts';

let built: string | undefined;

/** Builds the package once in a test run, and returns its path. */
export function packageExtension(): string {
  if (built === undefined) {
    try {
      const script = join(root, 'scripts', 'package.mjs');
      execFileSync(process.execPath, [script], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`npm run package failed:\n${stdout}\n${stderr}`);
    }
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>;
    built = join(root, `${manifest.name}-${manifest.version}.vsix`);
  }
  return built;
}
