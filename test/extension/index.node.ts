import { format } from 'node:util';
import { loadTests } from 'extension-tests';
import { describeRun, options } from './options';
import { markOutput } from './output';

/** Called by VS Code in a Node extension host; rejects when a test failed. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  if (process.env.MMLLM_HOST_LOG) {
    markOutput(format);
  }
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha(options());
  mocha.suite.emit('pre-require', globalThis, 'extension-tests', mocha);
  console.log(await describeRun('Node extension host'));
  loadTests();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) {
    throw new Error(`${failures} extension tests failed`);
  }
}
