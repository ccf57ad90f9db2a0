import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import type { ComparisonView } from '../core/comparison/view';
import { initialView, movedBy, moveRow, orderedRows, seenRows, seenTable } from '../core/comparison/view';
import { comparisonCharts } from './comparisonCharts';
import { comparisonTable, focusCell } from './comparisonTable';
import { button, checkbox, element } from './dom';
import { toolbarFocus } from './toolbarFocus';
import { filled, openPage, readWords } from './page';
import type { ComparisonState, FromComparison, ToComparison } from './protocol';
import { isComparisonState, isToComparison } from './protocol';
import type { ComparisonWords } from './words';

type Checkbox = HTMLElement & { checked: boolean };
type Shown = Extract<ToComparison, { type: 'show' }>;

/** The comparison in its editor tab: toolbar, table, charts. */
class ComparisonPage {
  readonly #page = openPage<ToComparison, FromComparison, ComparisonState>(isToComparison, isComparisonState);
  readonly #words = readWords<ComparisonWords>();
  readonly #toolbar = element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': this.#words.title });
  readonly #target = element('p', { class: 'target' });
  readonly #choice = element('details', { class: 'choice' });
  readonly #table = element('section', { class: 'scroll facts', 'aria-label': this.#words.table });
  readonly #charts = element('div', {});
  readonly #onlyDifferences = checkbox(this.#words.onlyDifferences, false, (onlyDifferences) =>
    this.#change({ onlyDifferences }),
  );
  readonly #transposed = checkbox(this.#words.transposed, false, (transposed) =>
    this.#change({ transposed }),
  );
  #shown: Shown | undefined;
  #view: ComparisonView | undefined;

  start(): void {
    const { main } = this.#page;
    this.#drawToolbar();
    main.append(
      element('h1', {}, this.#words.title),
      this.#toolbar,
      this.#target,
      this.#choice,
      this.#table,
      element('p', { class: 'hint' }, this.#words.keys),
      this.#charts,
    );
    this.#page.listen((message) => this.#receive(message));
    let width = 0;
    new ResizeObserver(() => {
      if (Math.abs(main.clientWidth - width) > 8) {
        width = main.clientWidth;
        this.#drawCharts();
      }
    }).observe(main);
    this.#page.post({ type: 'ready' });
  }

  #receive(message: ToComparison): void {
    switch (message.type) {
      case 'show':
        this.#shown = message;
        this.#view = message.view ?? this.#view ?? this.#page.state?.view ?? initialView(message.comparison);
        (this.#onlyDifferences as Checkbox).checked = this.#view.onlyDifferences;
        (this.#transposed as Checkbox).checked = this.#view.transposed;
        this.#draw();
        return;
      case 'target':
        this.#target.textContent = this.#targetText(message.draft, message.bibliography);
        return;
      case 'notice':
        this.#page.announce(message.text, message.isError ? 'error' : 'notice');
    }
  }

  #targetText(draft: string | null, bibliography: string | null): string {
    if (draft === null) {
      return this.#words.noTarget;
    }
    return bibliography === null
      ? filled(this.#words.target, draft)
      : filled(this.#words.targetWithBibliography, draft, bibliography);
  }

  #draw(): void {
    this.#drawChoice();
    this.#drawTable();
    this.#drawCharts();
    this.#keep();
  }

  #keep(): void {
    this.#page.keep({ ids: this.#ids(), view: this.#view ?? null });
  }

  #ids(): readonly string[] {
    return this.#shown?.comparison.columns.map(({ id }) => id) ?? [];
  }

  #show(view: ComparisonView): void {
    this.#view = view;
    this.#drawChoice();
    this.#drawTable();
    this.#keep();
  }

  #drawToolbar(): void {
    const words = this.#words;
    const { post } = this.#page;
    const seen = (): { ids: readonly string[]; rows: readonly string[]; transposed: boolean } => ({
      ids: this.#ids(),
      rows: this.#shown && this.#view ? seenRows(this.#shown.comparison, this.#view).map(({ id }) => id) : [],
      transposed: this.#view?.transposed ?? false,
    });
    this.#toolbar.append(
      button(words.insertTable, 'table', () => post({ type: 'insertTable', ...seen() }), {
        secondary: false,
      }),
      button(words.citeAll, 'quote', () => post({ type: 'cite', ids: this.#ids() })),
      button(words.exportCsv, 'export', () => post({ type: 'exportCsv', ...seen() })),
      button(words.addModels, 'add', () => post({ type: 'addModels', ids: this.#ids() })),
      this.#onlyDifferences,
      this.#transposed,
    );
    toolbarFocus(this.#toolbar);
  }

  #change(part: Partial<ComparisonView>): void {
    if (this.#view) {
      this.#show({ ...this.#view, ...part });
    }
  }

  #drawChoice(): void {
    if (!this.#shown || !this.#view) {
      return;
    }
    const view = this.#view;
    const rows = orderedRows(this.#shown.comparison, view);
    const shown = rows.filter(({ id }) => !view.hidden.includes(id)).length;
    const summary = element('summary', {}, `${this.#words.rows} (${shown}/${rows.length})`);
    const boxes = rows.map(({ id, label }) =>
      checkbox(label, !view.hidden.includes(id), (checked) => {
        const hidden = this.#view?.hidden.filter((each) => each !== id) ?? [];
        this.#change({ hidden: checked ? hidden : [...hidden, id] });
      }),
    );
    // The list stays as it is while it is used, or every click would take the focus away.
    if (this.#choice.contains(document.activeElement) && this.#choice.children.length > 1) {
      this.#choice.querySelector('summary')?.replaceWith(summary);
      return;
    }
    this.#choice.replaceChildren(summary, element('div', { class: 'boxes' }, ...boxes));
  }

  #drawTable(): void {
    if (!this.#shown || !this.#view) {
      return;
    }
    const { comparison } = this.#shown;
    const old = this.#table.querySelector('table');
    const focused = old?.contains(document.activeElement)
      ? document.activeElement?.closest<HTMLTableCellElement>('th,td')
      : undefined;
    const view = this.#view;
    const table = comparisonTable(
      seenTable(comparison, view, ({ label }) => label, '—'),
      {
        words: this.#words,
        transposed: view.transposed,
        removable: comparison.columns.length > 1,
        actions: {
          moveModel: (id, by) => this.#post(movedBy(this.#ids(), id, by)),
          removeModel: (id) => this.#post(this.#ids().filter((each) => each !== id)),
          openModel: (id) => this.#page.post({ type: 'openModel', id }),
          moveRow: (id, by) => this.#show(moveRow(comparison, this.#view ?? view, id, by)),
          hideRow: (id) => this.#change({ hidden: [...(this.#view ?? view).hidden, id] }),
        },
      },
    );
    const empty = seenRows(comparison, view).length === 0;
    this.#table.replaceChildren(
      ...(empty ? [element('p', { class: 'empty' }, this.#words.noDifferences)] : [table]),
    );
    if (focused) {
      const line = (focused.parentElement as HTMLTableRowElement).rowIndex;
      focusCell(table, focused.dataset['id'], line, focused.cellIndex);
    }
  }

  /** The extension sets other columns side by side; what they share is then another thing. */
  #post(ids: readonly string[]): void {
    this.#page.post({ type: 'columns', ids });
  }

  #drawCharts(): void {
    if (this.#shown && this.#page.main.clientWidth > 0) {
      const width = Math.max(300, this.#page.main.clientWidth - 40);
      this.#charts.replaceChildren(...comparisonCharts(this.#shown, this.#words, width, this.#page.post));
    }
  }
}

new ComparisonPage().start();
