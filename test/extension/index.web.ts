import 'mocha/mocha.js';
import { loadTests } from 'extension-tests';
import { describeRun, options } from './options';

/** Called by VS Code in a browser extension host (a web worker); rejects when a test failed. */
export async function run(): Promise<void> {
  mocha.setup({ ...options(), ui: 'bdd' });
  console.log(await describeRun('browser extension host'));
  loadTests();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) {
    throw new Error(`${failures} extension tests failed`);
  }
}
