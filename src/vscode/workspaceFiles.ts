import * as vscode from 'vscode';
import type { Cancellation, Workspace } from '../core/library/workspace';
import { notebookText } from '../core/drafts/notebook';
import { openDraft } from './draftFiles';
import { decodeText } from './encoding';

/** The files around a draft: open documents as they stand in the editor, everything else through `workspace.fs`. */
export class WorkspaceFiles implements Workspace {
  readonly pause = pause;

  async readText(uri: string, token: Cancellation): Promise<string | undefined> {
    const open = openDraft(uri);
    if (open) {
      return open.text;
    }
    try {
      const target = vscode.Uri.parse(uri, true);
      const bytes = await vscode.workspace.fs.readFile(target);
      if (token.isCancellationRequested) {
        return undefined;
      }
      const text = await decodeText(bytes, target);
      return isNotebook(uri) ? notebookText(text) : text;
    } catch {
      // A file that cannot be read is a missing file to its readers; the bibliography status says so.
      return undefined;
    }
  }

  async exists(uri: string): Promise<boolean> {
    if (openDraft(uri)) {
      return true;
    }
    try {
      const { type } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
      return (type & vscode.FileType.File) !== 0;
    } catch {
      return false;
    }
  }

  async listFiles(folder: string): Promise<readonly string[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(folder, true));
      return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
    } catch {
      return [];
    }
  }

  folderOf(uri: string): string | undefined {
    return vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri, true))?.uri.toString();
  }

  async glob(pattern: string, relativeTo: string): Promise<readonly string[]> {
    const place = locate(pattern, vscode.Uri.parse(relativeTo, true));
    if (!place) {
      return [];
    }
    if (place.glob === '') {
      return [place.base.toString()];
    }
    const found = await vscode.workspace.findFiles(
      new vscode.RelativePattern(place.base, place.glob),
      null,
      200,
    );
    return found.map((uri) => uri.toString()).sort();
  }
}

/** Whether a file is a notebook by its name: its drafts are in its cells. */
function isNotebook(uri: string): boolean {
  return /\.ipynb$/i.test(uri);
}

/** A turn of the event loop: promises alone would not let the extension host answer anybody else. */
export async function pause(): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Splits a pattern of the setting `mmllm.bibliography.files` into the folder it starts from and the rest. */
function locate(pattern: string, draft: vscode.Uri): { base: vscode.Uri; glob: string } | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(draft)?.uri ?? vscode.Uri.joinPath(draft, '..');
  const segments = pattern.replaceAll('\\', '/').split('/');
  const magic = segments.findIndex((segment) => /[*?{[]/.test(segment.replace('${workspaceFolder}', '')));
  const fixed = magic < 0 ? segments : segments.slice(0, magic);
  const glob = magic < 0 ? '' : segments.slice(magic).join('/');
  const base = resolveFolder(fixed, folder, draft);
  return base && { base, glob };
}

function resolveFolder(
  segments: readonly string[],
  folder: vscode.Uri,
  draft: vscode.Uri,
): vscode.Uri | undefined {
  const [first, ...rest] = segments;
  if (first === '${workspaceFolder}') {
    return vscode.Uri.joinPath(folder, ...rest);
  }
  if (first === '~') {
    const home = homeFolder();
    return home === undefined
      ? undefined
      : draft.with({ path: vscode.Uri.file([home, ...rest].join('/')).path });
  }
  if (first === '' || /^[a-z]:$/i.test(first ?? '')) {
    return draft.with({ path: vscode.Uri.file(segments.join('/')).path });
  }
  return vscode.Uri.joinPath(folder, ...segments);
}

/** A browser has no home folder; a pattern with `~` finds nothing there. */
function homeFolder(): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.['HOME'] ?? process?.env?.['USERPROFILE'];
}
