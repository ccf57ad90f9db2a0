import * as vscode from 'vscode';
import { settings } from '../ids';

/** Larger files are no catalogs. */
const MOST_BYTES = 5_000_000;
const PATIENCE = 30_000;

/** What fetching did. */
export interface Download {
  readonly url: string;
  /** Why it was not fetched, in the user's language. */
  readonly problem?: string;
}

/** Whether an item of the setting is a web address. */
export function isAddress(pattern: string): boolean {
  return /^https?:\/\//i.test(pattern.trim());
}

/** Catalogs from web addresses: fetched when the user asks, and kept for when there is no network. */
export class DownloadedCatalogs {
  readonly #folder: vscode.Uri;

  constructor(storage: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(storage, 'catalogs');
  }

  /** Whether a file is one of those that were fetched. */
  has(uri: vscode.Uri): boolean {
    return uri.toString().startsWith(`${this.#folder.toString()}/`);
  }

  /** The kept file of an address, if it was ever fetched. */
  async find(url: string): Promise<readonly { readonly uri: string; readonly name: string }[]> {
    const uri = this.#place(url);
    try {
      await vscode.workspace.fs.stat(uri);
      return [{ uri: uri.toString(), name: nameOf(url) }];
    } catch {
      return [];
    }
  }

  /**
   * Fetches an address and keeps what comes; what was kept before stays if it fails. Only `https`, and in a workspace that is
   * not trusted only what the user's own settings name.
   */
  async fetch(url: string): Promise<Download> {
    const refused = refusal(url);
    if (refused !== undefined) {
      return { url, problem: refused };
    }
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), credentials: 'omit' });
      if (!response.ok) {
        return { url, problem: vscode.l10n.t('The server answers {0}.', response.status) };
      }
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (bytes.length > MOST_BYTES) {
        return { url, problem: vscode.l10n.t('The file is too large.') };
      }
      await vscode.workspace.fs.createDirectory(this.#folder);
      await vscode.workspace.fs.writeFile(this.#place(url), bytes);
      return { url };
    } catch (error) {
      return { url, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  #place(url: string): vscode.Uri {
    return vscode.Uri.joinPath(
      this.#folder,
      `${hash(url, 0x811c9dc5)}${hash(url, 0x1b873593)}-${nameOf(url)}`,
    );
  }
}

function refusal(url: string): string | undefined {
  if (!/^https:/i.test(url)) {
    return vscode.l10n.t('Only addresses with https are fetched.');
  }
  const own = vscode.workspace
    .getConfiguration(settings.section)
    .inspect<unknown>(settings.catalogs)?.globalValue;
  return vscode.workspace.isTrusted || (Array.isArray(own) && own.includes(url))
    ? undefined
    : vscode.l10n.t('The workspace is not trusted, so addresses in its settings are not fetched.');
}

/** The last part of an address's path, with an ending that tells the format. */
function nameOf(url: string): string {
  const last = /([^/?#]*)(?:[?#].*)?$/.exec(url)?.[1] ?? '';
  const safe = last.replace(/[^\w.-]/g, '_').slice(-60) || 'catalog';
  return /\.(?:ya?ml|jsonc?|bib|bibtex|biblatex)$/i.test(safe) ? safe : `${safe}.yaml`;
}

/** FNV-1a, as eight hexadecimal digits. */
function hash(text: string, seed: number): string {
  let result = seed;
  for (let index = 0; index < text.length; index++) {
    result = Math.imul(result ^ text.charCodeAt(index), 0x01000193);
  }
  return (result >>> 0).toString(16).padStart(8, '0');
}
