import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Model } from '../core/catalog/types';
import type { Guide } from '../core/guide/guide';
import { compareModels, mostColumns } from '../core/comparison/compare';
import { scoreRows } from '../core/comparison/scores';
import { citedTable } from '../core/comparison/table';
import type { Comparison, ComparisonRow } from '../core/comparison/types';
import type { ComparisonView } from '../core/comparison/view';
import { initialView, seenTable } from '../core/comparison/view';
import { planContent } from '../core/writing/planContent';
import type { CommandArguments } from '../vscode/arguments';
import { modelsById, placeOf } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Citer, Insertion } from '../vscode/citer';
import { settingsFor } from '../vscode/configuration';
import type { ActiveDraft } from '../vscode/drafts';
import type { GuideFile } from '../vscode/guideFile';
import { worksOf } from './citePlan';
import type { ModelPickers } from './modelPickers';

/** Inserts a table that compares models, with a citation at each and their entries. */
export class InsertTable {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly guideFile: GuideFile,
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
    const comparison = comparisonOf(models, catalog, await this.guideFile.get());
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
          plan: (draft) =>
            planContent({
              text: draft.text,
              syntax: draft.syntax,
              preamble: draft.preamble,
              options: draft.options,
              offset: place.document.offsetAt(place.start),
              selectionEnd: place.document.offsetAt(place.end),
              keyOf: (key) => {
                const work = catalog.work(key);
                return work ? draft.keyOf(work) : key;
              },
              content: { form: 'table', tables: [citedTable(table, models, language)] },
            }),
        },
        source.token,
      );
    } finally {
      source.dispose();
    }
  }
}

/** Models of the catalog side by side, with their scores behind their facts. */
export function comparisonOf(models: readonly Model[], catalog: Catalog, guide: Guide): Comparison {
  const { columns, rows } = compareModels(models, (model) => catalog.workOf(model));
  const scores = scoreRows(
    models.slice(0, mostColumns).map(({ id }) => id),
    guide.columns,
    guide.data.scores,
  );
  const isFact = ({ section }: ComparisonRow): boolean => section !== 'links' && section !== 'notes';
  return { columns, rows: [...rows.filter(isFact), ...scores, ...rows.filter((row) => !isFact(row))] };
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
