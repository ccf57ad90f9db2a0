import * as vscode from 'vscode';
import type { Model, Work } from '../core/catalog/types';
import { referenceLine } from '../core/writing/reference';
import { labelText, titleText } from '../vscode/labelText';
import type { QueryRow } from './queryRows';

/** A row of the model picker; separators and rows about the query have no model. */
export interface ModelItem extends QueryRow {
  readonly model?: Model;
}

/** What a row says of a model besides its name. */
export interface RowFacts {
  workOf(model: Model): Work;
  /** The state of a model in the draft, e.g. "in refs.bib as li2023blip"; `undefined` if it is not there. */
  stateOf(model: Model): string | undefined;
}

/** Makes the rows of a model picker and knows their buttons. */
export class ModelRows {
  readonly paperButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('link-external'),
    tooltip: vscode.l10n.t('Open paper'),
  };
  readonly detailsButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('info'),
    tooltip: vscode.l10n.t('Open details'),
  };

  /**
   * The chosen models in a part of their own before the rows about the query and the found ones, in the order given. VS
   * Code tells ticked rows by their number: what is chosen has to keep its place while the rest changes.
   */
  of(
    chosen: readonly Model[],
    about: readonly QueryRow[],
    found: readonly Model[],
    facts: RowFacts,
  ): { readonly all: ModelItem[]; readonly chosen: ModelItem[]; readonly found: ModelItem[] } {
    const chosenItems = chosen.map((model) => this.#item(model, facts));
    const foundItems = found.map((model) => this.#item(model, facts));
    const separator = { kind: vscode.QuickPickItemKind.Separator };
    const all =
      chosenItems.length === 0
        ? [...about, ...foundItems]
        : [
            { ...separator, label: vscode.l10n.t('Chosen') },
            ...chosenItems,
            { ...separator, label: '' },
            ...about,
            ...foundItems,
          ];
    return { all, chosen: chosenItems, found: foundItems };
  }

  #item(model: Model, facts: RowFacts): ModelItem {
    const work = facts.workOf(model);
    const state = facts.stateOf(model);
    return {
      model,
      label: titleText(model.name),
      description:
        labelText([work.year, work.venue, model.origin?.name].filter((text) => text).join(' · ')) +
        (state === undefined ? '' : `  $(check) ${labelText(state)}`),
      detail: labelText(referenceLine(work)),
      buttons: [this.paperButton, this.detailsButton],
      alwaysShow: true,
    };
  }
}
