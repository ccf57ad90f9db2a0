import * as vscode from 'vscode';
import { entriesOf } from '../core/navigation/occurrences';
import { draftsAndBibliographies } from '../vscode/bibliographyDocuments';
import type { KeyFinder } from '../vscode/keyFinder';
import type { Places } from '../vscode/places';
import { modelPageUri } from './modelPage';

/** Leads from a key to its entries, and from one that only the catalog has to the model's page. */
export class KeyDefinition implements vscode.DefinitionProvider {
  constructor(
    private readonly keys: KeyFinder,
    private readonly places: Places,
  ) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[] | undefined> {
    const found = await this.keys.at(document, position, token);
    if (!found) {
      return undefined;
    }
    const { range, library, indexes, scope } = found;
    const entries = indexes.flatMap((index) =>
      entriesOf(index, scope.key).map((entry) => {
        const target = this.places.location(index, entry.range);
        return {
          originSelectionRange: range,
          targetUri: target.uri,
          targetRange: target.range,
          targetSelectionRange: this.places.location(index, entry.keyRange).range,
        };
      }),
    );
    const models = entries.length === 0 ? (library?.resolve(scope.key).models ?? []) : [];
    const pages = models.map((model) => ({
      originSelectionRange: range,
      targetUri: modelPageUri(model),
      targetRange: new vscode.Range(0, 0, 0, 0),
    }));
    return [...entries, ...pages];
  }
}

export function registerDefinition(definition: KeyDefinition): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(draftsAndBibliographies, definition);
}
