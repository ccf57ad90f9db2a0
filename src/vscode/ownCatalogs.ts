import * as vscode from 'vscode';
import { fileName } from '../core/library/paths';
import type { OwnFile } from '../core/ownCatalogs/types';
import { readOwnCatalog } from '../core/ownCatalogs/readFile';
import type { JsonSchema } from '../core/ownCatalogs/schema';
import { SchemaChecker } from '../core/ownCatalogs/schema';
import { settings } from '../ids';
import { watchFiles } from './libraryEvents';
import { DownloadedCatalogs, isAddress } from './downloadedCatalogs';
import type { OutsideFiles } from './outsideFiles';
import type { WorkspaceFiles } from './workspaceFiles';

/** Milliseconds without a change before the files are read again. */
const PAUSE = 200;
const NEVER = { isCancellationRequested: false };
const FORMATS = /\.(?:ya?ml|jsonc?|bib|bibtex|biblatex)$/i;

/** The files of the setting `mmllm.catalogs` as they stand in editors, on disk or in the store of downloads. */
export interface OwnCatalogFiles {
  readonly files: readonly OwnFile[];
  /** What the setting names and is not there: paths, and addresses that were never fetched. */
  readonly missing: readonly string[];
}

/** Reads own catalogs and follows their changes. */
export class OwnCatalogs implements vscode.Disposable {
  readonly downloads: DownloadedCatalogs;
  readonly #files: WorkspaceFiles;
  readonly #outside: OutsideFiles;
  readonly #extensionUri: vscode.Uri;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  readonly #read = new Map<string, OwnFile>();
  #checker: Promise<SchemaChecker> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #current: Promise<OwnCatalogFiles> | undefined;

  /** What {@link OwnCatalogs.get} answers has changed, or may have. */
  readonly onDidChange = this.#changed.event;

  constructor(
    context: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalStorageUri'>,
    files: WorkspaceFiles,
    outside: OutsideFiles,
  ) {
    this.#extensionUri = context.extensionUri;
    this.downloads = new DownloadedCatalogs(context.globalStorageUri);
    this.#files = files;
    this.#outside = outside;
    const changed = ({ path }: vscode.Uri): void => {
      // Folders come and go without their files being named.
      if ((FORMATS.test(path) || !/\.[^/.]+$/.test(path)) && patterns().length > 0) {
        this.#later();
      }
    };
    const edited = ({ uri }: vscode.TextDocument): void => {
      if (this.#read.has(uri.toString())) {
        this.#later();
      }
    };
    this.#subscriptions = vscode.Disposable.from(
      watchFiles(outside, changed),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          edited(document);
        }
      }),
      vscode.workspace.onDidCloseTextDocument(edited),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.reload()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.reload()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${settings.section}.${settings.catalogs}`)) {
          this.reload();
        }
      }),
    );
  }

  /** The catalogs as they are now; nothing is fetched. A file that cannot be read is missing. */
  get(): Promise<OwnCatalogFiles> {
    this.#current ??= this.#load().catch((error: unknown) => {
      this.#current = undefined;
      throw error;
    });
    return this.#current;
  }

  /** Everything is read again when it is next asked for. */
  reload(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#current = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.reload(), PAUSE);
  }

  async #load(): Promise<OwnCatalogFiles> {
    const found = new Map<string, string>();
    const missing: string[] = [];
    for (const pattern of patterns()) {
      const files = isAddress(pattern)
        ? await this.downloads.find(pattern)
        : (await this.#find(pattern)).map((uri) => ({ uri, name: fileName(uri) }));
      files.forEach(({ uri, name }) => found.set(uri, name));
      if (files.length === 0) {
        missing.push(pattern);
      }
    }
    const files: OwnFile[] = [];
    for (const [uri, name] of found) {
      const text = await this.#files.readText(uri, NEVER);
      if (text !== undefined) {
        files.push(await this.#open(uri, name, text));
      }
    }
    [...this.#read.keys()].filter((uri) => !found.has(uri)).forEach((uri) => this.#read.delete(uri));
    this.#outside.follow([...found.keys()]);
    return { files, missing };
  }

  async #find(pattern: string): Promise<readonly string[]> {
    const uris = new Set<string>();
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      // The pattern is relative to the folder of a file, which need not be there.
      for (const file of await this.#files.glob(pattern, vscode.Uri.joinPath(uri, 'draft').toString())) {
        if (await this.#files.exists(file)) {
          uris.add(file);
        }
      }
    }
    return [...uris];
  }

  async #open(uri: string, name: string, text: string): Promise<OwnFile> {
    const known = this.#read.get(uri);
    if (known?.text === text) {
      return known;
    }
    const file = readOwnCatalog(uri, name, text, await this.#schema());
    this.#read.set(uri, file);
    return file;
  }

  async #schema(): Promise<SchemaChecker> {
    this.#checker ??= (async () => {
      const uri = vscode.Uri.joinPath(this.#extensionUri, 'dist', 'own-catalog.schema.json');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      return new SchemaChecker(JSON.parse(text) as JsonSchema);
    })();
    return this.#checker;
  }
}

/** The setting's files and addresses, in its order. */
export function patterns(): readonly string[] {
  const value = vscode.workspace.getConfiguration(settings.section).get<unknown>(settings.catalogs);
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string' && item.trim() !== '')
    : [];
}
