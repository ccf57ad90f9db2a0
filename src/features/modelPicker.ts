import * as vscode from 'vscode';
import type { Model } from '../core/catalog/types';
import type { CitationForm } from '../core/drafts/types';
import { contextKeys } from '../ids';
import type { ModelItem, RowFacts } from './modelRows';
import { ModelRows } from './modelRows';
import type { Notes } from './notes';
import { askNotes } from './notes';

export interface Choice {
  readonly models: readonly Model[];
  readonly form: CitationForm;
  readonly notes: Notes;
}

/** What a picker shows. */
export interface PickerSource extends RowFacts {
  /** Best first, capped; every model for an empty query. */
  search(query: string): readonly Model[];
  /** What would be written for this choice. */
  preview(choice: Choice): string;
}

export interface PickerOptions {
  readonly title: string;
  /** Whether form and notes can be changed; a summary has neither. */
  readonly forms: boolean;
  /** Ask for notes once the models are chosen. */
  readonly askNotes: boolean;
  readonly form: CitationForm;
  /** Loads while the empty picker is on screen already. */
  readonly load: (token: vscode.CancellationToken) => Promise<PickerSource>;
  readonly openPaper: (model: Model) => void;
  readonly openDetails: (model: Model) => void;
}

/** VS Code re-sorts by label unless this is off; honoured though not in the stable API (microsoft/vscode#73904). */
interface RankedQuickPick extends vscode.QuickPick<ModelItem> {
  sortByLabel?: boolean;
}

/**
 * A quick pick over the catalog's models. Searching and ranking are done here, not by VS Code, so that words match in
 * any order and with typos; several models can be checked, across queries.
 */
export class ModelPicker implements vscode.Disposable {
  readonly #pick: RankedQuickPick = vscode.window.createQuickPick<ModelItem>();
  readonly #options: PickerOptions;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #cancellation = new vscode.CancellationTokenSource();
  readonly #chosen = new Map<string, Model>();
  readonly #rows = new ModelRows();
  readonly #formButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('arrow-swap'),
    tooltip: vscode.l10n.t('Switch between citation forms'),
  };
  readonly #notesButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('comment'),
    tooltip: vscode.l10n.t('Add page or note'),
  };
  #source: PickerSource | undefined;
  #form: CitationForm;
  #notes: Notes = {};
  #askingNotes = false;
  #done: (choice: Choice | undefined) => void = () => undefined;

  constructor(options: PickerOptions) {
    this.#options = options;
    this.#form = options.form;
    const pick = this.#pick;
    pick.sortByLabel = false;
    pick.canSelectMany = true;
    pick.placeholder = vscode.l10n.t('Name, author, year, venue, encoder, LLM, ... in any order');
    pick.buttons = options.forms ? [this.#formButton, this.#notesButton] : [];
    pick.busy = true;
    this.#disposables.push(
      pick,
      this.#cancellation,
      pick.onDidChangeValue(() => this.#render()),
      pick.onDidChangeSelection((selected) => this.#select(selected)),
      pick.onDidChangeActive(() => this.#showPreview()),
      pick.onDidAccept(() => void this.#accept()),
      pick.onDidHide(() => this.#hidden()),
      pick.onDidTriggerButton((button) =>
        button === this.#formButton ? this.toggleForm() : void this.editNotes(),
      ),
      pick.onDidTriggerItemButton(({ item, button }) => {
        if (item.model) {
          // What opens takes the focus; the choice made so far stays.
          pick.ignoreFocusOut = true;
          (button === this.#rows.paperButton ? options.openPaper : options.openDetails)(item.model);
        }
      }),
    );
  }

  /**
   * Shows the picker and waits for the choice.
   *
   * @returns `undefined` if the picker was closed
   * @throws what loading threw; the picker is closed then
   */
  async show(): Promise<Choice | undefined> {
    const result = new Promise<Choice | undefined>((resolve) => (this.#done = resolve));
    this.#showPreview();
    this.#pick.show();
    await setContext(this.#options.forms);
    try {
      this.#source = await this.#options.load(this.#cancellation.token);
      this.#pick.busy = false;
      this.#render();
      return await result;
    } finally {
      await setContext(false);
    }
  }

  toggleForm(): void {
    this.#form = this.#form === 'textual' ? 'parenthetical' : 'textual';
    this.#showPreview();
  }

  /** Asks for words before and after; comes back to the list as it was, where the preview shows them. */
  async editNotes(): Promise<void> {
    if (this.#askingNotes) {
      return;
    }
    const active = this.#pick.activeItems[0]?.model;
    await this.#askNotes();
    this.#showAgain(active);
  }

  dispose(): void {
    this.#cancellation.cancel();
    for (const disposable of this.#disposables) {
      disposable.dispose();
    }
  }

  #hidden(): void {
    if (!this.#askingNotes) {
      this.#done(undefined);
    }
  }

  async #accept(): Promise<void> {
    const models = this.#current();
    if (models.length === 0) {
      return;
    }
    const active = this.#pick.activeItems[0]?.model;
    if (this.#options.askNotes && !(await this.#askNotes())) {
      this.#showAgain(active);
      return;
    }
    this.#done({ models, form: this.#form, notes: this.#notes });
    this.#pick.hide();
  }

  /** @returns whether the user went through to the end */
  async #askNotes(): Promise<boolean> {
    // The list hides while an input box is open; that is not the user closing it.
    this.#askingNotes = true;
    try {
      const notes = await askNotes(this.#notes);
      this.#notes = notes ?? this.#notes;
      return notes !== undefined;
    } finally {
      this.#askingNotes = false;
    }
  }

  /** VS Code forgets the rows of a list that was hidden. */
  #showAgain(active: Model | undefined): void {
    this.#pick.show();
    this.#render();
    const item = active && this.#pick.items.find(({ model }) => model === active);
    if (item) {
      this.#pick.activeItems = [item];
      this.#showPreview();
    }
  }

  /** The checked models, or the one under the cursor if none is checked. */
  #current(): readonly Model[] {
    const active = this.#pick.activeItems[0]?.model;
    return this.#chosen.size > 0 ? [...this.#chosen.values()] : active ? [active] : [];
  }

  #render(): void {
    const source = this.#source;
    if (!source) {
      return;
    }
    const found = source.search(this.#pick.value).filter((model) => !this.#chosen.has(model.id));
    const rows = this.#rows.of([...this.#chosen.values()], found, source);
    this.#pick.items = rows.all;
    this.#pick.selectedItems = rows.chosen;
    this.#pick.activeItems = rows.found.slice(0, 1);
    this.#showPreview();
  }

  #select(selected: readonly ModelItem[]): void {
    const checked = new Set(selected.flatMap((item) => (item.model ? [item.model.id] : [])));
    for (const { model } of this.#pick.items) {
      if (model && !checked.has(model.id)) {
        this.#chosen.delete(model.id);
      }
    }
    for (const { model } of selected) {
      if (model) {
        this.#chosen.set(model.id, model);
      }
    }
    this.#showPreview();
  }

  #showPreview(): void {
    const models = this.#current();
    const preview =
      this.#source && models.length > 0
        ? this.#source.preview({ models, form: this.#form, notes: this.#notes })
        : undefined;
    this.#pick.title = preview === undefined ? this.#options.title : `${this.#options.title}: ${preview}`;
  }
}

function setContext(value: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', contextKeys.choosingModels, value);
}
