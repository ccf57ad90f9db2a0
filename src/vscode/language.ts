import * as vscode from 'vscode';

/** The language of what the catalog and the guide have in several: the user's, if it is one of them. */
export function catalogLanguage(): 'en' | 'zh' {
  return vscode.env.language.startsWith('zh') ? 'zh' : 'en';
}
