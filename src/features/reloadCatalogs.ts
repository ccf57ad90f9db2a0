import * as vscode from 'vscode';
import type { CatalogFile } from '../vscode/catalogFile';
import type { Download } from '../vscode/downloadedCatalogs';
import { isAddress } from '../vscode/downloadedCatalogs';
import { messageText } from '../vscode/labelText';
import type { OwnCatalogs } from '../vscode/ownCatalogs';
import { patterns } from '../vscode/ownCatalogs';
import { commands, settings } from '../ids';

/** What reloading found; the result of the command. */
export interface Reloaded {
  readonly files: readonly {
    readonly uri: string;
    readonly name: string;
    readonly models: number;
    readonly problems: number;
  }[];
  /** What the setting names and is not there. */
  readonly missing: readonly string[];
  readonly downloads: readonly Download[];
}

/** Fetches the own catalogs that are web addresses, and reads all of them anew. */
export class ReloadCatalogs {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly own: OwnCatalogs,
  ) {}

  async run(): Promise<Reloaded> {
    const urls = patterns().filter(isAddress);
    const downloads = await Promise.all(urls.map((url) => this.own.downloads.fetch(url)));
    this.own.reload();
    const { files, missing } = await this.catalogFile.own();
    const result: Reloaded = {
      files: files.map(({ file, problems }) => ({
        uri: file.uri,
        name: file.name,
        models: file.records.length,
        problems: problems.length,
      })),
      missing,
      downloads,
    };
    void tell(result);
    return result;
  }
}

async function tell({ files, missing, downloads }: Reloaded): Promise<void> {
  if (patterns().length === 0) {
    const open = vscode.l10n.t('Open Setting');
    const message = vscode.l10n.t('There are no own catalogs. Name them in the setting mmllm.catalogs.');
    if ((await vscode.window.showInformationMessage(message, open)) === open) {
      await vscode.commands.executeCommand(commands.openSetting, `${settings.section}.${settings.catalogs}`);
    }
    return;
  }
  const problems = files.reduce((sum, file) => sum + file.problems, 0);
  const lines = [
    vscode.l10n.t(
      '{0} own catalogs with {1} models.',
      files.length,
      files.reduce((sum, file) => sum + file.models, 0),
    ),
    ...(problems === 0 ? [] : [vscode.l10n.t('{0} problems, see the Problems view.', problems)]),
    ...(missing.length === 0 ? [] : [vscode.l10n.t('Not found: {0}.', missing.join(', '))]),
    ...downloads.flatMap(({ url, problem }) => (problem === undefined ? [] : [`${url}: ${problem}`])),
  ];
  const isBad = lines.length > 1;
  void (isBad ? vscode.window.showWarningMessage : vscode.window.showInformationMessage)(
    messageText(lines.join(' ')),
  );
}
