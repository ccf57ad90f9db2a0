import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Model } from '../core/catalog/types';
import type { Guide } from '../core/guide/guide';
import { compareModels, mostColumns } from '../core/comparison/compare';
import { resultsTables, scoredColumns } from '../core/comparison/results';
import { scoreRows } from '../core/comparison/scores';
import { citedTable } from '../core/comparison/table';
import type { Comparison, ComparisonRow } from '../core/comparison/types';
import type { ComparisonView } from '../core/comparison/view';
import { draftView, seenTable } from '../core/comparison/view';
import type { CitedTable } from '../core/writing/content';
import type { CommandArguments } from '../vscode/arguments';
import { modelsById, placeOf } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Citer, Insertion } from '../vscode/citer';
import { settingsFor } from '../vscode/configuration';
import type { ActiveDraft } from '../vscode/drafts';
import type { GuideFile } from '../vscode/guideFile';
import { contentRequest } from './insertFromGuide';
import type { ModelPickers } from './modelPickers';

/** Inserts a table of models' facts or scores, with a citation at each and their entries. */
export class InsertTable {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly guideFile: GuideFile,
    private readonly citer: Citer,
    private readonly active: ActiveDraft,
    private readonly pickers: ModelPickers,
  ) {}

  /**
   * @param args - with `ids` nothing is asked for: `kind` is then `models` unless it is given; `columns` are the ids of facts or of
   *   benchmarks' scores, in order, the usual ones if absent
   * @param choose - decides where entries go if the draft does not say
   * @returns what was done; `undefined` if the user cancelled
   * @throws Error with a message for the user
   */
  async run(args: CommandArguments, choose: ChooseTarget): Promise<Insertion | undefined> {
    const given = args.kind === undefined ? undefined : checkedKind(args.kind);
    const place = await placeOf(args, this.active);
    const picked = args.ids ? undefined : await this.pickers.pick(vscode.l10n.t('Insert table'), place);
    const catalog = await this.catalogFile.get();
    const models = args.ids ? modelsById(catalog, [...new Set(args.ids)]) : picked?.models;
    if (!models || models.length === 0) {
      return undefined;
    }
    const guide = await this.guideFile.get();
    const kind = given ?? (picked ? await pickKind(models, guide) : 'models');
    if (kind === undefined) {
      return undefined;
    }
    const language = settingsFor(place.document).summaryLanguage;
    const tables =
      kind === 'benchmarks'
        ? results(models, args, guide, catalog, language)
        : [facts(models, args, guide, catalog, language)];
    const source = new vscode.CancellationTokenSource();
    try {
      const content = { form: 'table', tables } as const;
      return await this.citer.insert(contentRequest(content, catalog, place, choose), source.token);
    } finally {
      source.dispose();
    }
  }
}

/** What a table compares. */
type TableKind = 'models' | 'benchmarks';

function checkedKind(kind: string): TableKind {
  if (kind !== 'models' && kind !== 'benchmarks') {
    throw new Error(vscode.l10n.t('There is no table of the kind "{0}".', kind));
  }
  return kind;
}

/** Asks only where there is a choice: not every model has scores. */
async function pickKind(models: readonly Model[], guide: Guide): Promise<TableKind | undefined> {
  const ids = models.map(({ id }) => id);
  const scored = scoredColumns(ids, guide).map(({ label }) => label);
  if (scored.length === 0) {
    return 'models';
  }
  const kinds: (vscode.QuickPickItem & { shows: TableKind })[] = [
    {
      label: vscode.l10n.t('Comparison'),
      description: vscode.l10n.t('inputs, components, outputs and training'),
      shows: 'models',
    },
    { label: vscode.l10n.t('Results'), description: scored.join(', '), shows: 'benchmarks' },
  ];
  const title = vscode.l10n.t('Insert table');
  const placeHolder = vscode.l10n.t('What the table shows of the models');
  return (await vscode.window.showQuickPick(kinds, { title, placeHolder }))?.shows;
}

function facts(
  models: readonly Model[],
  { columns, transposed }: CommandArguments,
  guide: Guide,
  catalog: Catalog,
  language: 'en' | 'zh',
): CitedTable {
  const areLines = transposed ?? true;
  if (!areLines && models.length > mostColumns) {
    throw new Error(vscode.l10n.t('At most {0} models fit side by side.', mostColumns));
  }
  const comparison = comparisonOf(models, catalog, guide, models.length);
  const view = tableView(comparison, columns, areLines);
  const label = (row: ComparisonRow): string => (language === 'en' ? row.label : vscode.l10n.t(row.label));
  return citedTable(seenTable(comparison, view, label, '—'), models, language);
}

function results(
  models: readonly Model[],
  { columns, transposed }: CommandArguments,
  guide: Guide,
  catalog: Catalog,
  language: 'en' | 'zh',
): readonly CitedTable[] {
  const ids = models.map(({ id }) => id);
  const scored = scoredColumns(ids, guide);
  // A comparison calls its row of a benchmark `score.GQA`.
  const wanted = columns?.map((id) => id.replace(/^score\./, ''));
  const unknown = wanted?.find((wantedId) => !scored.some(({ id }) => id === wantedId));
  if (scored.length === 0) {
    throw new Error(vscode.l10n.t('No scores are known of these models.'));
  }
  if (unknown !== undefined) {
    throw new Error(vscode.l10n.t('The models have no score on "{0}".', unknown));
  }
  return resultsTables(ids, guide, catalog, { columns: wanted, transposed: transposed ?? true, language });
}

/** Models of the catalog side by side, at most `most`, with their scores behind their facts. */
export function comparisonOf(
  models: readonly Model[],
  catalog: Catalog,
  guide: Guide,
  most = mostColumns,
): Comparison {
  const { columns, rows } = compareModels(models, (model) => catalog.workOf(model), most);
  const scores = scoreRows(
    columns.map(({ id }) => id),
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
    return { ...draftView(comparison), transposed };
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
