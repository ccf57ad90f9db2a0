import assert from 'node:assert/strict';
import { parseArguments } from './arguments';

describe('the command line of the launcher', () => {
  it('is the one that @vscode/test-electron gives to a desktop VS Code', () => {
    const given = parseArguments([
      '/drafts',
      '--user-data-dir=/profile/user-data',
      '--extensions-dir=/profile/extensions',
      '--disable-extensions',
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-workspace-trust',
      '--extensionTestsPath=/checkout/out/tests.js',
      '--extensionDevelopmentPath=/checkout',
    ]);
    assert.deepEqual(given, {
      extensionDevelopmentPaths: ['/checkout'],
      extensionTestsPath: '/checkout/out/tests.js',
      userDataDir: '/profile/user-data',
      extensionsDir: '/profile/extensions',
      disableExtensions: true,
      trusted: true,
      port: 0,
      paths: ['/drafts'],
      command: [],
    });
  });

  it('may give a value as the next argument, several extensions, and addresses of files', () => {
    const given = parseArguments([
      '--extensionDevelopmentPath',
      '/one',
      '--extensionDevelopmentPath=file:///two%20words',
      '--user-data-dir',
      '/profile',
      'paper.tex',
    ]);
    assert.deepEqual(given.extensionDevelopmentPaths, ['/one', '/two words']);
    assert.equal(given.userDataDir, '/profile');
    assert.deepEqual(given.paths, ['paper.tex']);
  });

  it('leaves trust to the user unless it is told not to', () => {
    assert.equal(parseArguments(['/drafts']).trusted, false);
  });

  it('passes on the commands that end', () => {
    assert.deepEqual(parseArguments(['--install-extension', 'a.vsix']).command, [
      '--install-extension',
      'a.vsix',
    ]);
    assert.deepEqual(parseArguments(['--list-extensions']).command, ['--list-extensions']);
  });

  it('does not take a path for the value of a switch', () => {
    assert.deepEqual(parseArguments(['--disable-extensions', '/drafts']).paths, ['/drafts']);
  });
});
