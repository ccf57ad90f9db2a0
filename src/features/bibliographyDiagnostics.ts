import * as vscode from 'vscode';
import { readDefects } from '../core/bibliography/reader';
import type { BibliographySource } from '../core/formats/source';
import type { BibDefect } from '../core/bibliography/types';
import type { Library } from '../core/library/library';
import type { Workspace } from '../core/library/workspace';
import type { MissingFile } from '../core/navigation/missingFiles';
import { isMissed, missingFiles } from '../core/navigation/missingFiles';
import { settings } from '../ids';
import type { BibliographyDocuments } from '../vscode/bibliographyDocuments';
import { isBibliographyDocument } from '../vscode/bibliographyDocuments';
import { draftSyntax, isOpen } from '../vscode/drafts';
import { openLibrary } from '../vscode/openLibrary';
import { watchFiles } from '../vscode/libraryEvents';
import type { OutsideFiles } from '../vscode/outsideFiles';
import type { Places } from '../vscode/places';
import { defectMessage } from './labels';
import { pause } from '../vscode/workspaceFiles';

/** Milliseconds without a change before files are looked at again. */
const PAUSE = 300;
/** The pause is at least this many times as long as the last look took: a huge file must not keep the editor busy. */
const REST = 4;
/** Longer lists help nobody. */
const MAX_DEFECTS = 500;

interface Findings {
  readonly indexes: ReadonlyMap<string, BibliographySource>;
  readonly missing: readonly MissingFile[];
}

/**
 * Shows what is wrong in open bibliographies and in those of open drafts, and which files the drafts name that are not there.
 */
export class BibliographyDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('mmllm');
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run = new vscode.CancellationTokenSource();
  #pause = PAUSE;

  constructor(
    private readonly library: Library,
    private readonly bibliographies: BibliographyDocuments,
    private readonly files: Workspace,
    private readonly places: Places,
    outside: OutsideFiles,
  ) {
    const later = (): void => this.#later();
    const ifRead = (document: vscode.TextDocument): void => {
      if (isRead(document)) {
        later();
      }
    };
    this.#subscriptions = vscode.Disposable.from(
      watchFiles(outside, later),
      vscode.workspace.onDidOpenTextDocument(ifRead),
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        if (opened.length + closed.length > 0) {
          later();
        }
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          ifRead(document);
        }
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(later),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settings.section)) {
          later();
        }
      }),
    );
    later();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#run.cancel();
    this.#subscriptions.dispose();
    this.#collection.dispose();
  }

  /** What is being looked at has changed: the look is given up and begins anew after a pause. */
  #later(): void {
    clearTimeout(this.#timer);
    this.#run.cancel();
    this.#timer = setTimeout(() => void this.#look(), this.#pause);
  }

  async #look(): Promise<void> {
    this.#run.dispose();
    this.#run = new vscode.CancellationTokenSource();
    const { token } = this.#run;
    const findings = await this.#find(token);
    const missing = await this.#missing(findings, token);
    for (const { file } of findings.indexes.values()) {
      await readDefects(file, pause, () => token.isCancellationRequested);
    }
    if (token.isCancellationRequested) {
      return;
    }
    const begun = Date.now();
    const byFile = new Map<string, vscode.Diagnostic[]>(missing);
    for (const [uri, diagnostic] of [...findings.indexes.values()].flatMap((index) => this.#defects(index))) {
      byFile.set(uri, [...(byFile.get(uri) ?? []), diagnostic]);
    }
    const gone: vscode.Uri[] = [];
    this.#collection.forEach((uri) => {
      if (!byFile.has(uri.toString())) {
        gone.push(uri);
      }
    });
    gone.forEach((uri) => this.#collection.delete(uri));
    byFile.forEach((list, uri) => this.#collection.set(vscode.Uri.parse(uri, true), list));
    this.#pause = Math.max(PAUSE, REST * (Date.now() - begun));
  }

  async #find(token: vscode.CancellationToken): Promise<Findings> {
    const indexes = new Map<string, BibliographySource>();
    const missing: MissingFile[] = [];
    const documents = vscode.workspace.textDocuments.filter((each) => isRead(each) && isOpen(each));
    for (const document of documents) {
      const syntax = draftSyntax(document);
      if (!syntax || token.isCancellationRequested) {
        continue;
      }
      try {
        const library = await openLibrary(this.library, document, syntax, token);
        library.indexes.forEach((index) => indexes.set(index.uri, index));
        missing.push(...missingFiles(library.discovery));
      } catch {
        // Without the catalog a draft has no library; the commands say so. Bibliographies in editors are read all the same.
      }
    }
    for (const document of token.isCancellationRequested ? [] : documents.filter(isBibliographyDocument)) {
      const uri = document.uri.toString();
      indexes.set(uri, this.bibliographies.index(document, indexes.get(uri)));
    }
    return { indexes, missing };
  }

  async #missing(
    { missing }: Findings,
    token: vscode.CancellationToken,
  ): Promise<Map<string, vscode.Diagnostic[]>> {
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const uri of new Set(missing.map((file) => file.uri))) {
      const text = token.isCancellationRequested ? undefined : await this.files.readText(uri, token);
      const seen = new Set<number>();
      for (const file of missing) {
        if (text !== undefined && file.uri === uri && !seen.has(file.range.start) && isMissed(file, text)) {
          seen.add(file.range.start);
          const place = this.places.location({ uri, text }, file.range);
          const shown = place.uri.toString();
          byFile.set(shown, [...(byFile.get(shown) ?? []), missingDiagnostic(file, place.range)]);
        }
      }
    }
    return byFile;
  }

  /** Each with the URI of the document in which it is shown. */
  #defects(index: BibliographySource): (readonly [string, vscode.Diagnostic])[] {
    const { defects } = index.file;
    return defects.slice(0, MAX_DEFECTS).map((defect, position) => {
      const isLast = position === MAX_DEFECTS - 1 && defects.length > MAX_DEFECTS;
      const more = isLast
        ? ` ${vscode.l10n.t('({0} more defects of this file are not shown.)', defects.length - MAX_DEFECTS)}`
        : '';
      const { uri, range } = this.places.location(index, defect.range);
      return [uri.toString(), defectDiagnostic(defect, range, more)];
    });
  }
}

/** Whether a document is looked at. Not what version control shows of the past, nor pages that extensions make. */
function isRead(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  return (
    (['untitled', 'vscode-notebook-cell'].includes(scheme) ||
      vscode.workspace.fs.isWritableFileSystem(scheme) === true) &&
    (draftSyntax(document) !== undefined || isBibliographyDocument(document))
  );
}

function missingDiagnostic({ kind, path }: MissingFile, range: vscode.Range): vscode.Diagnostic {
  const message =
    kind === 'include'
      ? vscode.l10n.t('There is no file {0} to be included here.', path)
      : vscode.l10n.t('There is no bibliography {0}.', path);
  return diagnostic(range, message, vscode.DiagnosticSeverity.Warning, `missing-${kind}`);
}

function defectDiagnostic(
  { message, severity, code }: BibDefect,
  range: vscode.Range,
  more: string,
): vscode.Diagnostic {
  const level = severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  return diagnostic(range, defectMessage(message) + more, level, code);
}

function diagnostic(
  range: vscode.Range,
  message: string,
  severity: vscode.DiagnosticSeverity,
  code: string,
): vscode.Diagnostic {
  const result = new vscode.Diagnostic(range, message, severity);
  result.source = 'MM-LLM';
  result.code = code;
  return result;
}
