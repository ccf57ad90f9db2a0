import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import * as path from 'node:path';
import type { Context } from 'mocha';

/** What a program said. */
export interface ToolResult {
  /** Exit code; -1 if it was ended by a signal or after the time limit. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in a folder, without a shell; never rejects because of the program's exit code. */
export async function runTool(folder: string, name: string, args: readonly string[]): Promise<ToolResult> {
  // TeX breaks the lines of its logs at 79 characters unless told otherwise.
  const env = { ...process.env, max_print_line: '10000', error_line: '254', half_error_line: '238' };
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env, timeout: 300_000, maxBuffer: 64 * 1024 * 1024 };
    execFile(name, [...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number' && error.killed !== true) {
        reject(new Error(`${name} cannot be run: ${error.message}`));
        return;
      }
      resolve({ code: error ? (typeof error.code === 'number' ? error.code : -1) : 0, stdout, stderr });
    });
  });
}

/** Whether a program is on the path. */
export async function hasTool(name: string): Promise<boolean> {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    try {
      await access(path.join(folder, name), constants.X_OK);
      return true;
    } catch {
      continue;
    }
  }
  return false;
}

/**
 * Skips a test on a machine that lacks the programs it needs, unless `MMLLM_REAL_TOOLS=required` says that it must not
 * be skipped: then the test fails.
 */
export async function needTools(test: Context, ...names: string[]): Promise<void> {
  for (const name of names) {
    if (!(await hasTool(name))) {
      if (process.env['MMLLM_REAL_TOOLS'] === 'required') {
        throw new Error(`${name} is not installed`);
      }
      test.skip();
    }
  }
}
