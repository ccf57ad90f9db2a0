import { format } from 'node:util';
import { markOutput } from './output';
import { options, runTests } from './runTests';

/** Called by VS Code in a Node extension host; rejects when a test failed. */
export async function run(): Promise<void> {
  if (process.env.MMLLM_HOST_LOG) {
    markOutput(format);
  }
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha(options());
  mocha.suite.emit('pre-require', globalThis, 'extension-tests', mocha);
  await runTests(mocha, 'Node extension host');
}
