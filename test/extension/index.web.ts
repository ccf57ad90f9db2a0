import './output.web';
import 'mocha/mocha.js';
import { options, runTests } from './runTests';

/** Called by VS Code in a browser extension host (a web worker); rejects when a test failed. */
export async function run(): Promise<void> {
  mocha.setup({ ...options(), ui: 'bdd' });
  await runTests(mocha, 'browser extension host');
}
