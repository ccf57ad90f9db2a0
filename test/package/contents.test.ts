import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { root } from '../host/drafts';
import { packageExtension } from './build';
import { readZip } from './zip';

const kilobyte = 1000;

/** Stands for the module `vscode`: everything in it can be read, called and constructed, and first reads are written down. */
function recorder(touched: string[]): unknown {
  const anything: unknown = new Proxy(class {}, {
    // Classes of ours extend some of VS Code's.
    get: (target, property) => (property === 'prototype' ? target.prototype : anything),
    apply: () => anything,
  });
  const namespace = new Proxy(
    {},
    {
      get(_target, property) {
        touched.push(String(property));
        return anything;
      },
    },
  );
  // Bundles copy a module before they use it; what a copy has in common with the module is the prototype.
  return Object.create(namespace);
}

describe('the package', () => {
  let vsix: string;
  let files: Map<string, Buffer>;

  before(() => {
    vsix = packageExtension();
    files = readZip(vsix);
  });

  it('holds what runs and what people read, and nothing else', () => {
    const translations = [
      ...readdirSync(root).filter((name) => /^package\.nls(\..+)?\.json$/.test(name)),
      ...readdirSync(join(root, 'l10n')).map((name) => `l10n/${name}`),
    ];
    const walkthrough = readdirSync(join(root, 'media', 'walkthrough'));
    const pictures = readdirSync(join(root, 'media')).filter((name) => name.endsWith('.svg'));
    const expected = [
      'LICENSE.txt',
      'ThirdPartyNotices.txt',
      'changelog.md',
      'dist/catalog.json',
      'dist/extension.js',
      'dist/guide.json',
      'dist/own-catalog.schema.json',
      'dist/web/extension.js',
      ...['codicon.css', 'codicon.ttf', 'comparison.js', 'landscape.js', 'search.js', 'webview.css'].map(
        (name) => `dist/webview/${name}`,
      ),
      'media/icon.png',
      'media/page.css',
      'package.json',
      'readme.md',
      ...pictures.map((name) => `media/${name}`),
      ...walkthrough.map((name) => `media/walkthrough/${name}`),
      ...translations,
    ];
    const found = [...files.keys()].flatMap((name) => /^extension\/(.+)$/.exec(name)?.[1] ?? []);
    assert.deepEqual(found.sort(), expected.sort());
  });

  it('is under 1.5 MB', () => {
    const { size } = statSync(vsix);
    assert.ok(size < 1500 * kilobyte, `${size} bytes`);
  });

  it('has every file that its manifest names', () => {
    const manifest = files.get('extension/package.json')!.toString('utf8');
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:media|dist)\/[^"]+)"/g)].map(([, path]) => path);
    assert.ok(named.some((path) => path?.startsWith('media/walkthrough/')));
    assert.deepEqual(
      named.filter((path) => !files.has(`extension/${path}`)),
      [],
    );
  });

  for (const page of ['comparison', 'landscape', 'search']) {
    it(`has a ${page} page under 150 kB, without a source map, an address of the web or an evaluation of text`, () => {
      const code = files.get(`extension/dist/webview/${page}.js`)!.toString('utf8');
      assert.ok(code.length < 150 * kilobyte, `${code.length} characters`);
      assert.doesNotMatch(code, /sourceMappingURL/);
      const addresses = [...code.matchAll(/https?:\/\/[\w./-]+/g)].map(([address]) => address);
      assert.deepEqual(
        addresses.filter(
          (address) =>
            !/^http:\/\/www\.w3\.org\/|^https:\/\/vscode-elements\.github\.io\/components\/icon\//.test(
              address,
            ),
        ),
        [],
      );
      assert.doesNotMatch(code, /\beval\(|new Function\(/);
    });
  }

  for (const bundle of ['dist/extension.js', 'dist/web/extension.js']) {
    describe(bundle, () => {
      let code: string;

      before(() => {
        code = files.get(`extension/${bundle}`)!.toString('utf8');
      });

      it('is under 550 kB, and carries no source map', () => {
        assert.ok(code.length < 550 * kilobyte, `${code.length} characters`);
        assert.doesNotMatch(code, /sourceMappingURL/);
      });

      it('needs VS Code and nothing else: no module of Node, no package', () => {
        const required = [...code.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(
          ([, name]) => name,
        );
        assert.deepEqual([...new Set(required)], ['vscode']);
      });

      it('loads where there is no Node, and does nothing until it is activated', () => {
        const touched: string[] = [];
        const module = { exports: {} as Record<string, unknown> };
        const load = (name: string): unknown => {
          assert.equal(name, 'vscode');
          return recorder(touched);
        };
        // Web APIs that both kinds of extension host have.
        const context = createContext({
          module,
          exports: module.exports,
          require: load,
          TextDecoder,
          TextEncoder,
          URL,
        });
        try {
          runInContext(code, context);
        } catch (error) {
          // The stack of an error in a bundle is the bundle.
          assert.fail(error instanceof Error ? error.message : String(error));
        }
        assert.equal(typeof module.exports.activate, 'function');
        const namespaces = ['commands', 'window', 'workspace', 'languages', 'extensions', 'env'];
        assert.deepEqual(
          touched.filter((name) => namespaces.includes(name)),
          [],
        );
      });
    });
  }
});
