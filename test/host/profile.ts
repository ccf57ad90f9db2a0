import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Nothing that opens by itself, asks the network or moves: what a test sees is what it did. No setting that some version
 * migrates to another form, because then its settings.json appears as a document with unsaved changes.
 */
const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.agentHost.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // The desktop's default; a browser has another.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Writes the user settings of a fresh profile.
 *
 * @param userDataDir the folder that desktop VS Code calls `--user-data-dir`; a server has it at `data` in its own
 * @param settings added to the settings that keep VS Code quiet
 */
export async function writeUserSettings(
  userDataDir: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const folder = join(userDataDir, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, undefined, 2),
  );
}
