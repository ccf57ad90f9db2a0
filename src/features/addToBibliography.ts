import * as vscode from 'vscode';
import type { CommandArguments } from '../vscode/arguments';
import { modelsById, placeOf } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Citer, Insertion } from '../vscode/citer';
import type { ActiveDraft } from '../vscode/drafts';
import { worksOf } from './citePlan';
import type { ModelPickers } from './modelPickers';

/** Adds the entries of models to the draft's bibliography, without citing them. */
export class AddToBibliography {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly citer: Citer,
    private readonly active: ActiveDraft,
    private readonly pickers: ModelPickers,
  ) {}

  /**
   * @param args - `ids` of models or frozen `keys` of works; with either the models are not asked for
   * @param choose - decides where entries go if the draft does not say
   * @returns what was done; `undefined` if the user cancelled
   * @throws Error with a message for the user
   */
  async run(args: CommandArguments, choose: ChooseTarget): Promise<Insertion | undefined> {
    const place = await placeOf(args, this.active);
    const picked =
      (args.ids ?? args.keys)
        ? undefined
        : await this.pickers.pick(vscode.l10n.t('Add to bibliography'), place);
    const catalog = await this.catalogFile.get();
    const models = picked?.models ?? modelsById(catalog, args.ids ?? []);
    const works = new Set(worksOf(models, catalog));
    for (const key of args.keys ?? []) {
      const guesses = catalog.guessKey(key);
      const work = catalog.findByKey(key) ?? (guesses.length === 1 ? guesses[0] : undefined);
      if (!work) {
        throw new Error(vscode.l10n.t('The catalog has no work with the key "{0}".', key));
      }
      works.add(work);
    }
    if (works.size === 0) {
      return undefined;
    }
    const source = new vscode.CancellationTokenSource();
    try {
      const { document, syntax } = place;
      return await this.citer.insert({ document, syntax, works: [...works], choose }, source.token);
    } finally {
      source.dispose();
    }
  }
}
