import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where the VS Code hosts are kept, outside the checkout so that every checkout shares them. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mm-llm-catalog');
}

/**
 * Gives the folder `name` of the cache, made by `install` if it is not there yet.
 *
 * The folder is filled under another name and renamed when it is complete, so an interrupted installation leaves nothing
 * that looks finished; of several processes that ask at once, one installs and the others wait.
 *
 * @param name folder name that changes whenever the content would
 * @param install fills the empty folder it is given
 * @returns the absolute path of the complete folder
 */
export async function provide(name: string, install: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) {
    return target;
  }
  await mkdir(dirname(target), { recursive: true });
  const unlock = await lock(`${target}.lock`);
  try {
    if (!existsSync(target)) {
      const unfinished = `${target}.unfinished`;
      await rm(unfinished, { recursive: true, force: true });
      await mkdir(unfinished);
      try {
        await install(unfinished);
        await rename(unfinished, target);
      } finally {
        await rm(unfinished, { recursive: true, force: true });
      }
    }
    return target;
  } finally {
    await unlock();
  }
}

/** Takes the lock file, waiting for the process that holds it; a lock whose process is gone is taken over. */
async function lock(path: string): Promise<() => Promise<void>> {
  for (let told = false; ;) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    }
    const holder = await holderOf(path);
    if (holder !== undefined && !isRunning(holder)) {
      // Renaming is atomic: of several waiting processes only one removes the stale lock.
      const stale = `${path}.stale-${process.pid}`;
      await rename(path, stale).catch(() => undefined);
      await rm(stale, { force: true });
      continue;
    }
    if (!told) {
      console.log(`Waiting for process ${holder ?? '?'}, which is setting up the same folder (${path}) ...`);
      told = true;
    }
    await sleep(500);
  }
}

async function holderOf(path: string): Promise<number | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
