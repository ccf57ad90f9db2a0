import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Model } from '../core/catalog/types';
import type { ExportFormat } from '../core/writing/export';
import { exportWorks } from '../core/writing/export';
import { worksOf } from './citePlan';

function formats(): readonly {
  readonly format: ExportFormat;
  readonly label: string;
  readonly detail: string;
}[] {
  return [
    {
      format: 'bibtex',
      label: 'BibTeX',
      detail: vscode.l10n.t('entries as they are added to a bibliography'),
    },
    {
      format: 'biblatex',
      label: 'BibLaTeX',
      detail: vscode.l10n.t('entries with date, journaltitle and eprint fields'),
    },
    {
      format: 'csl-json',
      label: 'CSL-JSON',
      detail: vscode.l10n.t('for pandoc, Zotero and citation processors'),
    },
    { format: 'ris', label: 'RIS', detail: vscode.l10n.t('for reference managers') },
    { format: 'reference', label: vscode.l10n.t('Formatted Reference'), detail: vscode.l10n.t('plain text') },
  ];
}

/**
 * Copies the works of models to the clipboard; asks for the format if none is given.
 *
 * @returns the text copied, `undefined` if the user cancelled
 * @throws Error if the format is unknown
 */
export async function copyAs(
  models: readonly Model[],
  catalog: Catalog,
  format?: string,
): Promise<string | undefined> {
  const known = formats();
  const chosen =
    format === undefined
      ? await vscode.window.showQuickPick(known, {
          title: vscode.l10n.t('Copy As'),
          placeHolder: vscode.l10n.t('The format of what is copied'),
        })
      : known.find((item) => item.format === format);
  if (!chosen) {
    if (format !== undefined) {
      throw new Error(
        vscode.l10n.t(
          '"{0}" is not one of the formats {1}.',
          format,
          known.map((item) => item.format).join(', '),
        ),
      );
    }
    return undefined;
  }
  const text = exportWorks(worksOf(models, catalog), chosen.format);
  await vscode.env.clipboard.writeText(text);
  return text;
}

/** Copies the frozen citation keys of models, separated by commas as a citation command takes them. */
export async function copyKeys(models: readonly Model[], catalog: Catalog): Promise<string> {
  const text = worksOf(models, catalog)
    .map((work) => work.key)
    .join(',');
  await vscode.env.clipboard.writeText(text);
  return text;
}
