/**
 * Builds everything that runs inside VS Code.
 *
 *   node esbuild.mjs                 dist/extension.js, dist/web/extension.js, dist/webview/, dist/{catalog,guide}.json
 *   node esbuild.mjs --production    the same, minified and without source maps
 *   node esbuild.mjs --watch         the same, again after every change
 *   node esbuild.mjs --tests         out/test/extension/{node,web}.js, the extension tests of both hosts
 *
 * Flags combine.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, watch as watchFiles } from 'node:fs';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { extensionTests } from './scripts/extension-tests-plugin.mjs';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');
const watching = flags.has('--watch');
const root = fileURLToPath(new URL('.', import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  logLevel: flags.has('--tests') ? 'warning' : 'info',
  legalComments: 'none',
};

/** @type {import('esbuild').BuildOptions} */
const product = {
  ...common,
  entryPoints: ['src/extension.ts'],
  minify: production,
  sourcemap: !production,
  treeShaking: true,
};

// The desktop gets what a browser gets: 'browser' makes the build fail on any import of a module of Node, and takes the
// builds of libraries that need none.
const bundles = ['dist/extension.js', 'dist/web/extension.js'].map((outfile) => ({
  ...product,
  platform: 'browser',
  outfile,
}));

// The pages of webviews: a script and nothing that it would have to load, one style for all, the icon font beside it.
bundles.push({
  ...product,
  external: [],
  platform: 'browser',
  format: 'iife',
  entryPoints: ['comparison', 'landscape', 'search']
    .map((name) => `src/webview/${name}.ts`)
    .concat('media/webview/webview.css', 'media/webview/codicon.css'),
  outdir: 'dist/webview',
  entryNames: '[name]',
  assetNames: '[name]',
  loader: { '.ttf': 'file' },
});

if (flags.has('--tests')) {
  const tests = { ...common, sourcemap: 'inline', keepNames: true };
  bundles.push(
    {
      ...tests,
      platform: 'node',
      entryPoints: ['test/extension/index.node.ts'],
      outfile: 'out/test/extension/node.js',
      external: ['vscode', 'mocha'],
      plugins: [extensionTests({ root, browser: false })],
    },
    {
      ...tests,
      platform: 'browser',
      entryPoints: ['test/extension/index.web.ts'],
      outfile: 'out/test/extension/web.js',
      alias: {
        'node:assert/strict': './test/extension/assert.web.ts',
        'node:assert': './test/extension/assert.web.ts',
      },
      // A browser has no environment: the filter of this run is written into its bundle.
      define: {
        'process.env.MOCHA_GREP': JSON.stringify(process.env.MOCHA_GREP ?? ''),
        'process.env.NODE_DEBUG': 'undefined',
        'process.stderr': 'undefined',
        'process.emitWarning': 'undefined',
        global: 'globalThis',
      },
      plugins: [extensionTests({ root, browser: true })],
    },
  );
}

/** Compiles data/ into dist/catalog.json and dist/guide.json; it prints its own errors, with file and field. */
function buildCatalog() {
  const script = fileURLToPath(new URL('scripts/build-catalog.ts', import.meta.url));
  if (!existsSync(script)) {
    console.warn('scripts/build-catalog.ts is missing: dist/catalog.json was not built.');
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('the catalog in data/ has errors, see above')),
    );
  });
}

function watchCatalog() {
  let timer;
  watchFiles(`${root}data`, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      buildCatalog().catch((error) => console.error(error.message));
    }, 200);
  });
}

mkdirSync(new URL('dist', import.meta.url), { recursive: true });
try {
  if (watching) {
    await buildCatalog().catch((error) => console.error(error.message));
    for (const bundle of bundles) {
      await (await context(bundle)).watch();
    }
    watchCatalog();
  } else {
    await Promise.all([buildCatalog(), ...bundles.map((bundle) => build(bundle))]);
  }
} catch (error) {
  console.error(`Build failed: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  process.exitCode = 1;
}
