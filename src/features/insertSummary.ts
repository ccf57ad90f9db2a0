import * as vscode from 'vscode';
import { planSummary } from '../core/writing/summary';
import type { CommandArguments } from '../vscode/arguments';
import { modelsById, offsetsOf, placeOf } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Citer, Insertion } from '../vscode/citer';
import { settingsFor } from '../vscode/configuration';
import type { ActiveDraft } from '../vscode/drafts';
import { worksOf } from './citePlan';
import type { ModelPickers } from './modelPickers';

/** Inserts, for each model, a sentence with its name, citation and main idea. */
export class InsertSummary {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly citer: Citer,
    private readonly active: ActiveDraft,
    private readonly pickers: ModelPickers,
  ) {}

  /**
   * @param args - with `ids` the models are not asked for
   * @param choose - decides where entries go if the draft does not say
   * @returns what was done; `undefined` if the user cancelled
   * @throws Error with a message for the user
   */
  async run(args: CommandArguments, choose: ChooseTarget): Promise<Insertion | undefined> {
    const place = await placeOf(args, this.active);
    const settings = settingsFor(place.document);
    const picked = args.ids ? undefined : await this.pickers.pick(vscode.l10n.t('Insert summary'), place);
    const catalog = await this.catalogFile.get();
    const models = args.ids ? modelsById(catalog, args.ids) : picked?.models;
    if (!models || models.length === 0) {
      return undefined;
    }
    const language = args.language ?? settings.summaryLanguage;
    const template = args.template ?? settings.summaryTemplate;
    const source = new vscode.CancellationTokenSource();
    try {
      return await this.citer.insert(
        {
          ...place,
          works: worksOf(models, catalog),
          choose,
          plan: (draft) =>
            planSummary({
              text: draft.text,
              syntax: draft.syntax,
              preamble: draft.preamble,
              options: draft.options,
              ...offsetsOf(place),
              language,
              ...(template !== undefined && { template }),
              models: models.map((model) => ({
                name: model.name,
                idea: model.idea[language],
                key: draft.keyOf(catalog.workOf(model)),
              })),
            }),
        },
        source.token,
      );
    } finally {
      source.dispose();
    }
  }
}
