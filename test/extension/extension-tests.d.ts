/** Made by the build (scripts/extension-tests-plugin.mjs). */
declare module 'extension-tests' {
  /** Runs every test file of this folder, which registers its suites with Mocha's globals. */
  export function loadTests(): void;
}
