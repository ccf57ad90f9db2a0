import * as vscode from 'vscode';
import { Lines } from '../core/navigation/lines';
import { ownCatalogTexts } from '../core/ownCatalogs/texts';
import type { OwnProblem } from '../core/ownCatalogs/types';
import type { CatalogFile, CheckedFile } from '../vscode/catalogFile';
import { patterns } from '../vscode/ownCatalogs';

/** Longer lists help nobody. */
const MAX_PROBLEMS = 200;

/** Shows what is wrong in own catalogs, in the files. */
export class OwnCatalogDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('mmllm-catalogs');
  readonly #catalogFile: CatalogFile;
  readonly #subscription: vscode.Disposable;
  #looks = 0;

  constructor(catalogFile: CatalogFile) {
    this.#catalogFile = catalogFile;
    this.#subscription = catalogFile.onDidChange(() => void this.#look());
    // Who has no own catalogs does not pay for reading the catalog before it is needed.
    if (patterns().length > 0) {
      void this.#look();
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  async #look(): Promise<void> {
    const look = ++this.#looks;
    try {
      const { files } = await this.#catalogFile.own();
      if (look === this.#looks) {
        this.#collection.clear();
        files.forEach((checked) => this.#show(checked));
      }
    } catch {
      // The commands that need the catalog say what is wrong with it.
    }
  }

  #show({ file, problems }: CheckedFile): void {
    const lines = new Lines(file.text);
    const at = (offset: number): vscode.Position => {
      const { line, character } = lines.positionAt(offset);
      return new vscode.Position(line, character);
    };
    const shown = problems.slice(0, MAX_PROBLEMS).map((problem) => {
      const range = new vscode.Range(at(problem.range.start), at(problem.range.end));
      const severity = problem.severity === 'error' ? 'Error' : 'Warning';
      const diagnostic = new vscode.Diagnostic(
        range,
        problemMessage(problem),
        vscode.DiagnosticSeverity[severity],
      );
      diagnostic.source = 'MM-LLM';
      diagnostic.code = `catalog-${problem.text}`;
      return diagnostic;
    });
    this.#collection.set(vscode.Uri.parse(file.uri, true), shown);
  }
}

function problemMessage({ text, args }: OwnProblem): string {
  return vscode.l10n.t(ownCatalogTexts[text], ...args);
}
