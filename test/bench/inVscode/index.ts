import * as vscode from 'vscode';
import type { MmLlmCatalogApi } from '../../../src/api';
import { parseCatalog } from '../../../src/core/catalog/load';
import { GuideFile } from '../../../src/vscode/guideFile';
import { milliseconds, p50p95 } from '../measure';
import type { Row } from '../measure';
import { measureDraft } from './sizes';

/** Called inside VS Code, with a folder of drafts for each size of bibliography; prints one row a line for its caller. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<MmLlmCatalogApi>('mm-llm.mm-llm-catalog');
  if (!extension) {
    throw new Error('The extension is not there.');
  }
  const row = (line: Row): void => console.log(`BENCH ${JSON.stringify(line)}`);
  const time = async (call: () => unknown): Promise<number> => {
    const start = performance.now();
    await call();
    return performance.now() - start;
  };

  const activation = milliseconds(await time(() => extension.activate()));
  row({ what: 'activation, with reading the bundle', measured: activation, budget: '40 ms' });
  const api = extension.exports;
  row({ what: 'catalog, on first use', measured: milliseconds(await time(() => api.catalog)) });

  const catalog = parseCatalog(
    new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'catalog.json')),
    ),
  );
  const guideFile = new GuideFile(extension.extensionUri);
  const drafts = await vscode.workspace.findFiles('*/main.tex');
  const sizes = drafts.map((uri) => ({ uri, name: uri.path.split('/').at(-2) ?? '' }));
  for (const { uri, name } of sizes.sort((a, b) => parseInt(a.name) - parseInt(b.name))) {
    (await measureDraft(uri, name, catalog, guideFile)).forEach(row);
  }

  const [middle] = sizes.filter(({ name }) => name === '10000 entries');
  if (middle) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(middle.uri));
    const insertions: number[] = [];
    for (const id of ['next-gpt', 'flamingo', 'llava', 'minigpt-4', 'salmonn']) {
      insertions.push(
        await time(() => vscode.commands.executeCommand('mmllm.insertCitation', { ids: [id] })),
      );
    }
    row({ what: 'insert a citation, 10000 entries, entry added and saved', measured: p50p95(insertions) });
  }
}
