import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An esbuild plugin for the module `extension-tests`: its `loadTests()` runs every `*.test.ts` below test/extension.
 * A second module, `bibliography-fixtures`, has the files of test/drafts/bibliographies.
 * The modules are `require`d inside the function, because Mocha's globals must exist before a test file runs.
 *
 * @param {{ root: string, browser: boolean }} options a browser leaves out `*.node.test.ts`
 * @returns {import('esbuild').Plugin}
 */
export function extensionTests({ root, browser }) {
  const folder = join(root, 'test', 'extension');
  const fixtures = join(root, 'test', 'drafts', 'bibliographies');
  return {
    name: 'extension-tests',
    setup(build) {
      if (browser) {
        // Mocha's browser build is a script in a package of modules: it would take the bundle's `module` for its own.
        build.onLoad({ filter: /[/\\]mocha[/\\]mocha\.js$/ }, ({ path }) => ({
          contents: `(function (module, exports) {\n${readFileSync(path, 'utf8')}\n}).call(globalThis);\n`,
        }));
      }
      // A browser cannot read the checkout: the tests bring these files along.
      build.onResolve({ filter: /^bibliography-fixtures$/ }, () => ({
        path: fixtures,
        namespace: 'bibliography-fixtures',
      }));
      build.onLoad({ filter: /.*/, namespace: 'bibliography-fixtures' }, () => {
        const names = readdirSync(fixtures).filter((name) => name.endsWith('.bib'));
        const files = names.map((name) => [name, readFileSync(join(fixtures, name)).toString('base64')]);
        return {
          contents: `export const fixtures = ${JSON.stringify(files)};\n`,
          watchDirs: [fixtures],
        };
      });
      build.onResolve({ filter: /^extension-tests$/ }, () => ({
        path: folder,
        namespace: 'extension-tests',
      }));
      build.onLoad({ filter: /.*/, namespace: 'extension-tests' }, () => {
        const files = readdirSync(folder, { recursive: true })
          .filter((name) => name.endsWith('.test.ts') && !(browser && name.endsWith('.node.test.ts')))
          .sort();
        const lines = files.map((name) => `  require(${JSON.stringify(`./${name}`)});`);
        return {
          contents: `export function loadTests() {\n${lines.join('\n')}\n}\n`,
          resolveDir: folder,
          watchDirs: [folder],
        };
      });
    },
  };
}
