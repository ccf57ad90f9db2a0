/** `npm run package`: builds for production and writes mm-llm-catalog-VERSION.vsix into the checkout. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
run(process.execPath, ['esbuild.mjs', '--production']);
run(process.execPath, [
  join(root, 'node_modules', '@vscode', 'vsce', 'vsce'),
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  // The pictures of the README are shown where the repository is; the package does not carry them.
  '--no-rewrite-relative-links',
  '--out',
  join(root, `${name}-${version}.vsix`),
]);
