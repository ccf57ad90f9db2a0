import * as vscode from 'vscode';
import type { CatalogData, Model, Work } from './core/catalog/types';
import type { CitationForm } from './core/drafts/types';
import type { Library } from './core/library/library';
import type { CitationCache } from './vscode/citationCache';
import type { CatalogFile } from './vscode/catalogFile';
import { draftSyntax } from './vscode/drafts';
import type { ModelPickers } from './features/modelPickers';

/** A citation key at one place of a draft. */
export interface CitationData {
  readonly key: string;
  /** UTF-16 offsets of the key in the draft. */
  readonly start: number;
  readonly end: number;
  /** LaTeX command without backslash, `[]` or `@`. */
  readonly command: string;
  readonly form: CitationForm;
}

/** What a key means in a draft; `bibliography` and `fields` are those of its entry, absent if there is none. */
export interface ResolutionData {
  readonly key: string;
  readonly bibliography?: string;
  /** LaTeX source by field name in lower case; plain text where the bibliography is not BibTeX. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly work?: Work;
  readonly models: readonly Model[];
}

/** A bibliography of a draft. */
export interface BibliographyData {
  readonly uri: string;
  /** Why it is one: named in the draft, in its project, by the setting, or nearest. */
  readonly by: 'declaration' | 'project' | 'setting' | 'nearest';
  readonly exists: boolean;
  readonly keys: readonly string[];
}

/**
 * What `activate()` returns to other extensions. All values are plain data and the same for every caller; URIs may be
 * given as objects or strings.
 *
 * Everything that takes a draft rejects with an Error if the document cannot be opened or is no draft.
 */
export interface MmLlmCatalogApi {
  readonly version: string;
  /** All models and works; read from disk on first use. */
  readonly catalog: Promise<CatalogData>;
  /** The best models for a query such as `q-former backbone:vicuna year:2023..2024`, at most `limit` (default 20). */
  search(query: string, options?: { readonly limit?: number }): Promise<readonly Model[]>;
  resolve(draft: vscode.Uri | string, key: string): Promise<ResolutionData>;
  /** The citations of a draft in file order. */
  citations(draft: vscode.Uri | string): Promise<readonly CitationData[]>;
  /** The bibliographies of a draft in order of precedence. */
  bibliographies(draft: vscode.Uri | string): Promise<readonly BibliographyData[]>;
}

export interface ApiServices {
  readonly version: string;
  readonly catalogFile: CatalogFile;
  readonly pickers: ModelPickers;
  readonly library: Library;
  readonly citations: CitationCache;
}

/** The frozen API over the extension's services. */
export function createApi({
  version,
  catalogFile,
  pickers,
  library,
  citations,
}: ApiServices): MmLlmCatalogApi {
  const open = async (draft: vscode.Uri | string) => {
    const document = await vscode.workspace.openTextDocument(
      typeof draft === 'string' ? vscode.Uri.parse(draft, true) : draft,
    );
    const syntax = draftSyntax(document);
    if (!syntax) {
      throw new Error(vscode.l10n.t('{0} is not a LaTeX, Markdown or Typst draft.', document.uri.toString()));
    }
    return { document, syntax };
  };
  const libraryOf = async (draft: vscode.Uri | string) => {
    const { document, syntax } = await open(draft);
    return library.open(document.uri.toString(), syntax, { isCancellationRequested: false });
  };
  return Object.freeze<MmLlmCatalogApi>({
    version,
    get catalog() {
      return catalogFile.get().then(({ models, works }) => ({ models, works }));
    },
    search: (query, options) => pickers.search(query, options?.limit ?? 20),
    resolve: async (draft, key) => {
      const { entry, work, models } = (await libraryOf(draft)).resolve(key);
      return {
        key,
        models,
        ...(work && { work }),
        ...(entry && {
          bibliography: entry.uri,
          fields: Object.fromEntries(entry.entry.fields.map(({ name, value }) => [name, value])),
        }),
      };
    },
    citations: async (draft) => {
      const { document, syntax } = await open(draft);
      return citations
        .groups(document, syntax)
        .flatMap(({ citations: keys, command, form }) =>
          keys.map(({ key, range }) => ({ key, ...range, command, form })),
        );
    },
    bibliographies: async (draft) => {
      const { discovery, indexes } = await libraryOf(draft);
      return discovery.bibliographies.map(({ uri, by, exists }) => ({
        uri,
        by,
        exists,
        keys: indexes.find((index) => index.uri === uri)?.file.entries.map(({ key }) => key) ?? [],
      }));
    },
  });
}
