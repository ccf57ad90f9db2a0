import type * as vscode from 'vscode';

/** Builds the services in dependency order and registers the features. */
export function activate(_context: vscode.ExtensionContext): { readonly version: string } {
  return Object.freeze({ version: '0.1.0' });
}
