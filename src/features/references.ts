import * as vscode from 'vscode';
import { citationsOf, entriesOf, mentionsOf } from '../core/navigation/occurrences';
import type { BibText } from '../core/navigation/occurrences';
import { draftsAndBibliographies } from '../vscode/bibliographyDocuments';
import type { KeyFinder } from '../vscode/keyFinder';
import type { Places } from '../vscode/places';
import type { ProjectDrafts } from '../vscode/projectDrafts';

/** Lists where a key is used: its citations, the fields that name it, and its entries if they are asked for. */
export class KeyReferences implements vscode.ReferenceProvider {
  constructor(
    private readonly keys: KeyFinder,
    private readonly drafts: ProjectDrafts,
    private readonly places: Places,
  ) {}

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[] | undefined> {
    const found = await this.keys.at(document, position, token);
    if (!found) {
      return undefined;
    }
    const { scope, library, indexes } = found;
    const { drafts } = await this.drafts.citing(scope, library, token);
    const citations = drafts.flatMap((draft) =>
      citationsOf(draft.groups, scope.key).map(({ range }) => this.places.location(draft, range)),
    );
    const inBibliographies = indexes
      .filter(({ uri }) => scope.bibliographies.has(uri))
      .flatMap((index) => this.#placesIn(index, scope.key, includeDeclaration));
    return [...inBibliographies, ...citations];
  }

  #placesIn(index: BibText, key: string, includeDeclaration: boolean): vscode.Location[] {
    const entries = includeDeclaration ? entriesOf(index, key).map(({ keyRange }) => keyRange) : [];
    const mentions = mentionsOf(index, key).map(({ range }) => range);
    return [...entries, ...mentions].map((range) => this.places.location(index, range));
  }
}

export function registerReferences(references: KeyReferences): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(draftsAndBibliographies, references);
}
