import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { root } from '../host/drafts';
import { packageExtension } from './build';
import { readZip } from './zip';

const kilobyte = 1000;

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
    const pictures = readdirSync(join(root, 'media')).filter((name) => name.endsWith('.svg'));
    const expected = [
      'LICENSE.txt',
      'ThirdPartyNotices.txt',
      'changelog.md',
      'dist/catalog.json',
      'dist/extension.js',
      'dist/web/extension.js',
      'media/icon.png',
      'package.json',
      'readme.md',
      ...pictures.map((name) => `media/${name}`),
      ...translations,
    ];
    const found = [...files.keys()].flatMap((name) => /^extension\/(.+)$/.exec(name)?.[1] ?? []);
    assert.deepEqual(found.sort(), expected.sort());
  });

  it('is under 1.5 MB', () => {
    const { size } = statSync(vsix);
    assert.ok(size < 1500 * kilobyte, `${size} bytes`);
  });

  for (const bundle of ['dist/extension.js', 'dist/web/extension.js']) {
    describe(bundle, () => {
      let code: string;

      before(() => {
        code = files.get(`extension/${bundle}`)!.toString('utf8');
      });

      it('is under 350 kB, and carries no source map', () => {
        assert.ok(code.length < 350 * kilobyte, `${code.length} characters`);
        assert.doesNotMatch(code, /sourceMappingURL/);
      });

      it('needs VS Code and nothing else: no module of Node, no package', () => {
        const required = [...code.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(
          ([, name]) => name,
        );
        assert.deepEqual([...new Set(required)], ['vscode']);
      });

      it('loads where there is no Node, and does nothing until it is activated', () => {
        const touched: PropertyKey[] = [];
        const vscode = new Proxy(
          {},
          {
            get(_target, property) {
              touched.push(property);
              return class {};
            },
          },
        );
        const module = { exports: {} as Record<string, unknown> };
        const load = (name: string): unknown => {
          assert.equal(name, 'vscode');
          return vscode;
        };
        runInContext(code, createContext({ module, exports: module.exports, require: load }));
        assert.equal(typeof module.exports.activate, 'function');
        const namespaces = ['commands', 'window', 'workspace', 'languages', 'extensions', 'env'];
        assert.deepEqual(
          touched.filter((property) => namespaces.includes(String(property))),
          [],
        );
      });
    });
  }
});
