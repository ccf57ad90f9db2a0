import * as vscode from 'vscode';
import type { Model } from '../core/catalog/types';
import type { CitationForm } from '../core/drafts/types';
import { contextKeys } from '../ids';
import type { Choice, PickerOptions, PickerSource } from './modelPickerOptions';
import type { ModelItem } from './modelRows';
import { ModelRows } from './modelRows';
import type { Notes } from './notes';
import { askNotes } from './notes';
import { setCanComplete } from './queryRows';

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
    pick.placeholder = vscode.l10n.t(
      'Name, author, venue, LLM, ... in any order; also in:video backbone:vicuna year:2024.. -tool',
    );
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
      for (const model of this.#source.chosen) {
        this.#chosen.set(model.id, model);
      }
      this.#pick.busy = false;
      this.#render();
      return await result;
    } finally {
      setCanComplete(false);
      await setContext(false);
    }
  }

  /** Completes what is being typed; the row under the cursor decides if it is about the query. */
  completeQuery(): void {
    const active = this.#pick.activeItems[0];
    const row =
      active?.query === undefined ? this.#pick.items.find(({ query }) => query !== undefined) : active;
    if (row?.query !== undefined) {
      this.#pick.value = row.query;
      this.#render();
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
    if (this.#pick.activeItems[0]?.model === undefined && this.#pick.activeItems.length > 0) {
      this.completeQuery();
      return;
    }
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
    const { models, about } = source.search(this.#pick.value);
    const found = models.filter((model) => !this.#chosen.has(model.id));
    const { problems, completions, isTyping } = about;
    const rows = this.#rows.of([...this.#chosen.values()], [...problems, ...completions], found, source);
    this.#pick.items = rows.all;
    this.#pick.selectedItems = rows.chosen;
    this.#pick.activeItems = isTyping ? completions.slice(0, 1) : [...rows.found, ...problems].slice(0, 1);
    setCanComplete([...problems, ...completions].some(({ query }) => query !== undefined));
    this.#showPreview();
  }

  #select(selected: readonly ModelItem[]): void {
    const about = selected.find(({ model }) => !model);
    if (about) {
      // Such a row is no model: its tick means what Enter on it means, and does not stay.
      this.#pick.value = about.query ?? this.#pick.value;
      this.#render();
      return;
    }
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
