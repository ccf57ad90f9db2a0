/** `npm run screenshots`: takes the pictures of the README anew, by running the UI tests. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';

run('npm', ['run', '--silent', 'build'], { shell: process.platform === 'win32' });
run('npm', ['run', '--silent', 'test:ui'], { shell: process.platform === 'win32' });

const target = join(root, 'media', 'screenshots');
mkdirSync(target, { recursive: true });
const pages = readdirSync(root).filter((name) => /^README.*\.md$/.test(name));
const names = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/media\/screenshots\/([\w-]+\.png)/g)].map(
    ([, name]) => name,
  ),
);
for (const name of new Set(names)) {
  const taken = join(root, 'out', 'screenshots', name);
  if (!existsSync(taken)) {
    console.error(`The README shows ${name}, but no UI test takes it.`);
    process.exitCode = 1;
    continue;
  }
  copyFileSync(taken, join(target, name));
  console.log(`media/screenshots/${name}`);
}
