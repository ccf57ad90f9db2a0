import 'mocha/mocha.js';
import { loadTests } from 'extension-tests';
import { format } from 'util';
import { describeRun, options } from './options';
import { markOutput } from './output';

/** Called by VS Code in a browser extension host (a web worker); rejects when a test failed. */
export async function run(): Promise<void> {
  markOutput(format);
  mocha.setup({ ...options(), ui: 'bdd' });
  console.log(await describeRun('browser extension host'));
  loadTests();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) {
    throw new Error(`${failures} extension tests failed`);
  }
}
