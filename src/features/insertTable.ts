import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Model } from '../core/catalog/types';
import { compareModels } from '../core/comparison/compare';
import type { Comparison, ComparisonRow } from '../core/comparison/types';
import type { ComparisonView, SeenTable } from '../core/comparison/view';
import { initialView, seenTable } from '../core/comparison/view';
import { comma, enumeration } from '../core/writing/citationWriter';
import type { TableCell } from '../core/writing/table';
import { planTable } from '../core/writing/table';
import type { CommandArguments } from '../vscode/arguments';
import { modelsById, placeOf } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Citer, Insertion } from '../vscode/citer';
import { settingsFor } from '../vscode/configuration';
import type { ActiveDraft } from '../vscode/drafts';
import { worksOf } from './citePlan';
import type { ModelPickers } from './modelPickers';

/** Inserts a table that compares models, with a citation at each and their entries. */
export class InsertTable {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly citer: Citer,
    private readonly active: ActiveDraft,
    private readonly pickers: ModelPickers,
  ) {}

  /**
   * @param args - with `ids` the models are not asked for; `columns` are the ids of facts, in order, the usual ones if absent
   * @param choose - decides where entries go if the draft does not say
   * @returns what was done; `undefined` if the user cancelled
   * @throws Error with a message for the user
   */
  async run(args: CommandArguments, choose: ChooseTarget): Promise<Insertion | undefined> {
    const place = await placeOf(args, this.active);
    const picked = args.ids ? undefined : await this.pickers.pick(vscode.l10n.t('Insert table'), place);
    const catalog = await this.catalogFile.get();
    const models = args.ids ? modelsById(catalog, args.ids) : picked?.models;
    if (!models || models.length === 0) {
      return undefined;
    }
    const language = settingsFor(place.document).summaryLanguage;
    const comparison = comparisonOf(models, catalog);
    const view = tableView(comparison, args.columns, args.transposed ?? true);
    const label = (row: ComparisonRow): string => (language === 'en' ? row.label : vscode.l10n.t(row.label));
    const table = seenTable(comparison, view, label, '—');
    const source = new vscode.CancellationTokenSource();
    try {
      return await this.citer.insert(
        {
          ...place,
          works: worksOf(models, catalog),
          choose,
          plan: (draft) => {
            const keyOf = (model: string): string | undefined => {
              const work = catalog.work(model);
              return work && draft.keyOf(work);
            };
            return planTable({
              text: draft.text,
              syntax: draft.syntax,
              preamble: draft.preamble,
              options: draft.options,
              offset: place.document.offsetAt(place.start),
              selectionEnd: place.document.offsetAt(place.end),
              ...tableCells(table, keyOf, language),
              caption: caption(models, language),
            });
          },
        },
        source.token,
      );
    } finally {
      source.dispose();
    }
  }
}

/** Models of the catalog side by side. */
export function comparisonOf(models: readonly Model[], catalog: Catalog): Comparison {
  return compareModels(models, (model) => catalog.workOf(model));
}

/**
 * The view that shows exactly some rows in their order.
 *
 * @throws Error naming the first row that no model has
 */
export function tableView(
  comparison: Comparison,
  rows: readonly string[] | undefined,
  transposed: boolean,
): ComparisonView {
  if (rows === undefined) {
    return { ...initialView(comparison), transposed };
  }
  const known = comparison.rows.map(({ id }) => id);
  for (const id of rows) {
    if (!known.includes(id)) {
      throw new Error(vscode.l10n.t('The models have no fact "{0}".', id));
    }
  }
  return {
    order: rows,
    hidden: known.filter((id) => !rows.includes(id)),
    onlyDifferences: false,
    transposed,
  };
}

function tableCells(
  { lines }: SeenTable,
  keyOf: (work: string) => string | undefined,
  language: 'en' | 'zh',
): { lines: TableCell[][]; remark?: string } {
  const cells = lines.map((line) =>
    line.map(({ text, model, cell }): TableCell => ({
      text,
      key: model && keyOf(model.work),
      doubtful: cell !== undefined && cell.doubt !== '',
    })),
  );
  const doubtful = cells.some((line) => line.some((cell) => cell.doubtful === true));
  const remark = language === 'zh' ? '来源不一致或存疑。' : 'Sources disagree, or the fact is uncertain.';
  return { lines: cells, ...(doubtful && { remark }) };
}

/** In the draft's language, not the reader's. */
function caption(models: readonly Model[], language: 'en' | 'zh'): string {
  const names = models.map(({ name }) => name);
  if (names.length > 4) {
    const first = names.slice(0, 3).join(comma(language === 'zh'));
    return language === 'zh'
      ? `${first} 等 ${names.length} 个模型的比较。`
      : `Comparison of ${names.length} models, among them ${first}.`;
  }
  const all = enumeration(names, language === 'zh');
  return language === 'zh' ? `${all} 的比较。` : `Comparison of ${all}.`;
}
