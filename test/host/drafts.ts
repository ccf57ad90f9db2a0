import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The checkout. */
export const root = join(__dirname, '..', '..');

/** A folder of drafts that a test may change as it likes. */
export interface DraftsCopy {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Copies a folder of test/drafts to a temporary place, so that the checkout is never modified.
 *
 * @param name folder below test/drafts, such as `workspace` or `sample`, or an absolute path
 */
export async function copyDrafts(name = process.env.MMLLM_DRAFTS || 'workspace'): Promise<DraftsCopy> {
  const source = name.startsWith('/') ? name : join(root, 'test', 'drafts', name);
  if (!existsSync(source)) {
    throw new Error(`There are no drafts at ${source}.`);
  }
  const parent = await mkdtemp(join(tmpdir(), 'mm-llm-drafts-'));
  const folder = join(parent, basename(source));
  await cp(source, folder, { recursive: true });
  return { folder, remove: () => rm(parent, { recursive: true, force: true, maxRetries: 5 }) };
}
