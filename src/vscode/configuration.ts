import * as vscode from 'vscode';
import type { CitationForm } from '../core/drafts/types';
import { settings } from '../ids';
import { draftUri } from './draftFiles';

/** The user's settings as they apply to one file. */
export interface Settings {
  readonly bibliographyFiles: readonly string[];
  readonly saveBibliography: boolean;
  readonly citeCommands: readonly string[];
  /** Whether completion offers entries of bibliographies; `auto`: unless another extension does. */
  readonly completeEntries: 'auto' | 'always' | 'never';
  readonly citationForm: CitationForm;
  readonly summaryLanguage: 'en' | 'zh';
  readonly summaryTemplate: string | undefined;
}

/**
 * Reads the settings that apply to a document, or to a file whatever its language; values of a wrong type fall back to
 * the default.
 */
export function settingsFor(scope: vscode.TextDocument | vscode.Uri): Settings {
  const place = 'languageId' in scope ? { uri: draftUri(scope), languageId: scope.languageId } : scope;
  const configuration = vscode.workspace.getConfiguration(settings.section, place);
  const form = configuration.get<unknown>(settings.citationForm);
  const entries = configuration.get<unknown>(settings.completionEntries);
  const language = configuration.get<unknown>(settings.summaryLanguage);
  const template = configuration.get<unknown>(settings.summaryTemplate);
  return {
    bibliographyFiles: strings(configuration.get<unknown>(settings.bibliographyFiles)),
    saveBibliography: configuration.get<unknown>(settings.saveBibliography) !== false,
    citeCommands: strings(configuration.get<unknown>(settings.latexCiteCommands)),
    completeEntries: entries === 'always' || entries === 'never' ? entries : 'auto',
    citationForm: form === 'textual' ? 'textual' : 'parenthetical',
    summaryLanguage: language === 'zh' ? 'zh' : 'en',
    summaryTemplate: typeof template === 'string' && template.trim() !== '' ? template : undefined,
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
