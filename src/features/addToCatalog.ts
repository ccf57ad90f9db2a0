import * as vscode from 'vscode';
import { readBibliography } from '../core/bibliography/reader';
import { toRecord } from '../core/bibliography/record';
import type { BibRecord } from '../core/bibliography/record';
import type { BibEntry } from '../core/bibliography/types';
import { citationAt } from '../core/drafts/citations';
import type { Library } from '../core/library/library';
import { addRecord } from '../core/ownCatalogs/addRecord';
import type { Answers, GivenWork } from '../core/ownCatalogs/recordOf';
import { bibtexOf, nameInTitle, recordOf, workFields } from '../core/ownCatalogs/recordOf';
import type { BibliographyDocuments } from '../vscode/bibliographyDocuments';
import { isBibliographyDocument } from '../vscode/bibliographyDocuments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { CitationCache } from '../vscode/citationCache';
import { draftSyntax } from '../vscode/drafts';
import { openLibrary } from '../vscode/openLibrary';
import type { OwnCatalogs } from '../vscode/ownCatalogs';
import { applyChanges } from '../vscode/workspaceEdits';
import { askModel } from './addModelForm';
import { chooseCatalog } from './chooseCatalog';

/** What callers may pass; with a name nothing is asked. */
export interface AddToCatalogArguments extends Partial<Answers> {
  /** An entry in BibTeX's format. */
  readonly bibtex?: string;
  /** A key that a draft cites. */
  readonly key?: string;
  /** The draft of `key`. */
  readonly uri?: string;
  /** The file to write into. */
  readonly catalog?: string;
  readonly ask?: boolean;
}

/** What was written; the result of the command. */
export interface AddedModel {
  readonly uri: string;
  readonly name: string;
}

/** A publication that a model is added for. */
interface Source {
  readonly record: BibRecord;
  readonly given: GivenWork;
}

const NEVER = { isCancellationRequested: false };

/** Adds a model to an own catalog: by an entry at the cursor, by a citation, or by what the user tells. */
export class AddToCatalog {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly own: OwnCatalogs,
    private readonly library: Library,
    private readonly citations: CitationCache,
    private readonly bibliographies: BibliographyDocuments,
  ) {}

  /** @returns `undefined` if the user cancelled */
  async run(args: AddToCatalogArguments): Promise<AddedModel | undefined> {
    const isAsked = args.name === undefined || args.ask === true;
    const source = await this.#source(args);
    const known = source && (await this.catalogFile.get()).identify(source.record);
    const work = known?.key ?? source?.given;
    const name = args.name ?? nameInTitle(source?.record.title ?? '');
    const told = isAsked ? await askModel(name, work) : { answers: { ...args, name }, work };
    if (!told) {
      return undefined;
    }
    if (told.work === undefined) {
      throw new Error(vscode.l10n.t('A model needs its publication: pass "bibtex", or "key" and "uri".'));
    }
    const { files } = await this.catalogFile.own();
    const target = await chooseCatalog(args.catalog, files, this.own, isAsked);
    return target && this.#write(target, told.answers, told.work);
  }

  async #write(
    { uri, exists, declare }: NonNullable<Awaited<ReturnType<typeof chooseCatalog>>>,
    answers: Answers,
    work: GivenWork,
  ): Promise<AddedModel> {
    const text = exists ? (await vscode.workspace.openTextDocument(uri)).getText() : '';
    const format = /\.jsonc?$/i.test(uri.path) ? 'json' : 'yaml';
    const edits = addRecord(text, format, recordOf(answers, work));
    if (!edits) {
      throw new Error(vscode.l10n.t('{0} has no list of models to add to.', uri.path));
    }
    await applyChanges([{ uri, edits, create: !exists }]);
    await declare();
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.positionAt(edits[0]?.range.start ?? 0);
    const line = at.translate(text.trim() === '' ? 0 : 1);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, line) });
    return { uri: uri.toString(), name: answers.name };
  }

  async #source({ bibtex, key, uri }: AddToCatalogArguments): Promise<Source | undefined> {
    if (bibtex !== undefined) {
      const [entry] = readBibliography(bibtex).entries;
      if (!entry) {
        throw new Error(vscode.l10n.t('This BibTeX entry cannot be read.'));
      }
      return bibtexSource(entry);
    }
    if (key !== undefined && uri !== undefined) {
      return this.#cited(await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)), key);
    }
    const editor = vscode.window.activeTextEditor;
    const offset = editor?.document.offsetAt(editor.selection.active) ?? 0;
    if (editor && isBibliographyDocument(editor.document)) {
      const { entries } = this.bibliographies.index(editor.document).file;
      const entry = entries.find(({ range }) => range.start <= offset && offset <= range.end);
      return entry && bibtexSource(entry);
    }
    const syntax = editor && draftSyntax(editor.document);
    const citation = syntax && citationAt(this.citations.groups(editor.document, syntax), offset);
    return citation && this.#cited(editor.document, citation.key);
  }

  async #cited(document: vscode.TextDocument, key: string): Promise<Source | undefined> {
    const syntax = draftSyntax(document);
    if (!syntax) {
      return undefined;
    }
    const library = await openLibrary(this.library, document, syntax, NEVER);
    const { entry, work } = library.resolve(key);
    if (!entry) {
      return work && { record: { ...work, authorsTruncated: false }, given: work.key };
    }
    const isBibtex = library.indexes.find((index) => index.uri === entry.uri)?.format === undefined;
    return isBibtex ? bibtexSource(entry.entry) : { record: entry.record, given: workFields(entry.record) };
  }
}

function bibtexSource(entry: BibEntry): Source {
  return { record: toRecord(entry), given: bibtexOf(entry) };
}
