import type { RootHookObject } from 'mocha';
import { closeBrowser, openWorkbenches } from './workbench';

// Ending through `exit` lets the servers be ended as well.
process.once('SIGTERM', () => process.exit(143));

/** Loaded by Mocha for all UI tests (`npm run test:ui`). */
export const mochaHooks: RootHookObject = {
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
