import * as vscode from 'vscode';

/** Words before and after the cited work, e.g. `see` and `p. 3`. */
export interface Notes {
  readonly prenote?: string;
  readonly postnote?: string;
}

/**
 * Asks for the words after and before a citation, the page first because it is what is needed most.
 *
 * @returns `undefined` if the user cancelled either question
 */
export async function askNotes(known: Notes): Promise<Notes | undefined> {
  const postnote = await vscode.window.showInputBox({
    title: vscode.l10n.t('Page or note after the citation'),
    placeHolder: vscode.l10n.t('e.g. p. 3, or leave empty'),
    value: known.postnote ?? '',
  });
  if (postnote === undefined) {
    return undefined;
  }
  const prenote = await vscode.window.showInputBox({
    title: vscode.l10n.t('Words before the citation'),
    placeHolder: vscode.l10n.t('e.g. see, or leave empty'),
    value: known.prenote ?? '',
  });
  return prenote === undefined ? undefined : { ...(prenote && { prenote }), ...(postnote && { postnote }) };
}
