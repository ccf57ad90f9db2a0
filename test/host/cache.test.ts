import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder, provide } from './cache';

describe('the cache of VS Code hosts', () => {
  const configured = process.env.XDG_CACHE_HOME;
  let temporary: string;

  beforeEach(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'mm-llm-cache-'));
    process.env.XDG_CACHE_HOME = temporary;
  });

  afterEach(async () => {
    if (configured === undefined) {
      delete process.env.XDG_CACHE_HOME;
    } else {
      process.env.XDG_CACHE_HOME = configured;
    }
    await rm(temporary, { recursive: true, force: true });
  });

  const install = (content: string) => (folder: string) => writeFile(join(folder, 'file'), content);

  it('is where the user keeps caches', () => {
    assert.equal(cacheFolder(), join(temporary, 'mm-llm-catalog'));
  });

  it('installs once, and keeps what it has', async () => {
    const first = await provide('host-1', install('one'));
    const second = await provide('host-1', install('two'));
    assert.equal(second, first);
    assert.equal(await readFile(join(first, 'file'), 'utf8'), 'one');
  });

  it('keeps folders of different names apart', async () => {
    const first = await provide('host-1', install('one'));
    const second = await provide('host-2', install('two'));
    assert.equal(await readFile(join(first, 'file'), 'utf8'), 'one');
    assert.equal(await readFile(join(second, 'file'), 'utf8'), 'two');
  });

  it('installs once for all who ask at the same time', async () => {
    let installations = 0;
    const slowly = async (folder: string): Promise<void> => {
      installations++;
      await sleep(50);
      await writeFile(join(folder, 'file'), 'one');
    };
    const folders = await Promise.all([1, 2, 3].map(() => provide('host-1', slowly)));
    assert.equal(installations, 1);
    assert.equal(new Set(folders).size, 1);
    assert.deepEqual(await readdir(cacheFolder()), ['host-1'], 'no lock and no unfinished folder is left');
  });

  it('leaves nothing of an installation that failed, and tries again', async () => {
    const failing = async (folder: string): Promise<void> => {
      await writeFile(join(folder, 'half'), '');
      throw new Error('the network is away');
    };
    await assert.rejects(provide('host-1', failing), /the network is away/);
    assert.deepEqual(await readdir(cacheFolder()), []);
    const folder = await provide('host-1', install('one'));
    assert.deepEqual(await readdir(folder), ['file']);
  });

  it('takes over from a process that was killed in the middle', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await mkdir(join(cacheFolder(), 'host-1.unfinished'), { recursive: true });
    await writeFile(join(cacheFolder(), 'host-1.unfinished', 'half'), '');
    await writeFile(join(cacheFolder(), 'host-1.lock'), String(pid));
    const folder = await provide('host-1', install('one'));
    assert.deepEqual(await readdir(folder), ['file']);
    assert.equal(existsSync(join(cacheFolder(), 'host-1.lock')), false);
  });
});
