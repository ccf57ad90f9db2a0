import type { RootHookObject } from 'mocha';
import { closeBrowser, openWorkbenches } from './workbench';

// Ending through `exit` lets the servers be ended as well.
process.once('SIGTERM', () => process.exit(143));

/** How often a test has been tried before; the types of Mocha leave it out. */
function retriesOf(test: Mocha.Test): number {
  return (test as Mocha.Test & { currentRetry(): number }).currentRetry();
}

/** Loaded by Mocha for all UI tests (`npm run test:ui`). */
export const mochaHooks: RootHookObject = {
  async beforeEach(this: Mocha.Context) {
    // Mocha is told to try a test once more: a workbench on a busy machine misses a key now and then. It must not go unseen.
    if (this.currentTest === undefined || retriesOf(this.currentTest) === 0) {
      return;
    }
    console.log(`      once more: ${this.currentTest.title}`);
    for (const workbench of openWorkbenches()) {
      await workbench.press('Escape');
      await workbench.press('Escape');
    }
  },
  async afterEach(this: Mocha.Context) {
    if (this.currentTest?.state !== 'failed') {
      return;
    }
    const name = this.currentTest
      .fullTitle()
      .replace(/[^\w]+/g, '-')
      .slice(0, 100);
    for (const workbench of openWorkbenches()) {
      console.log(`      photographed: ${await workbench.screenshot(`failed-${name}`)}`);
    }
  },
  async afterAll() {
    for (const workbench of openWorkbenches()) {
      await workbench.close();
    }
    await closeBrowser();
  },
};
