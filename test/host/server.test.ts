import assert from 'node:assert/strict';
import { windowUrl } from './server';
import type { Server } from './server';

const server: Server = {
  authority: '127.0.0.1:8000',
  url: 'http://127.0.0.1:8000/',
  output: () => '',
  close: () => Promise.resolve(),
};

describe('the address of a window', () => {
  const payloadOf = (url: string): unknown => JSON.parse(new URL(url).searchParams.get('payload') ?? '[]');

  it('names the folder, the extension and its tests', () => {
    const url = windowUrl(server, {
      folder: '/my drafts',
      extensionDevelopmentPaths: ['/checkout'],
      extensionTestsPath: '/checkout/out/tests.js',
    });
    assert.equal(new URL(url).searchParams.get('folder'), '/my drafts');
    assert.deepEqual(payloadOf(url), [
      ['skipWelcome', 'true'],
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:8000/checkout'],
      ['extensionTestsPath', 'vscode-remote://127.0.0.1:8000/checkout/out/tests.js'],
    ]);
  });

  it('encodes what is not plain in a path', () => {
    const url = windowUrl(server, { folder: '/d', files: ['/d/my paper #1.tex'] });
    assert.deepEqual(payloadOf(url), [
      ['skipWelcome', 'true'],
      ['openFile', 'vscode-remote://127.0.0.1:8000/d/my%20paper%20%231.tex'],
    ]);
  });

  it('asks for an empty window when there is nothing to open', () => {
    const parameters = new URL(windowUrl(server, { disableExtensions: true })).searchParams;
    assert.equal(parameters.get('folder'), null);
    assert.equal(parameters.get('ew'), 'true');
  });
});
