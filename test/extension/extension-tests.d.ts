/** Made by the build (scripts/extension-tests-plugin.mjs). */
declare module 'extension-tests' {
  /** Runs every test file of this folder, which registers its suites with Mocha's globals. */
  export function loadTests(): void;
}

/** Made by the build as well. */
declare module 'bibliography-fixtures' {
  /** The files of test/drafts/bibliographies: their names, and their bytes in Base64. */
  export const fixtures: readonly (readonly [name: string, base64: string])[];
}
