import type { Fact } from '../catalog/facts';
import { modelFacts, notReported } from '../catalog/facts';
import type { Model, Work } from '../catalog/types';
import type { Comparison, ComparisonCell, ComparisonRow, ComparisonSection } from './types';
import { comparisonSections } from './types';

/** So many models fit side by side. */
export const mostColumns = 12;

/**
 * Sets models side by side, one row for each fact that any of them has, in the order in which facts are told of one model.
 * Remarks and disagreements that belong to no fact share the row `notes`.
 *
 * @param models - each once, in the order of the columns; what is beyond `most` is left out
 * @param workOf - the publication of a model
 */
export function compareModels(
  models: readonly Model[],
  workOf: (model: Model) => Work,
  most = mostColumns,
): Comparison {
  const compared = models.slice(0, most);
  const facts = compared.map((model) => modelFacts(model, workOf(model)));
  const rows = rowOrder(facts).map((id): ComparisonRow => {
    const found = facts.map((list) => list.find((fact) => fact.id === id));
    const label = found.find((fact) => fact !== undefined)?.label ?? id;
    return comparisonRow(
      { id, label, section: sectionOf(id), separator: separatorOf(id) },
      found.map(cellOf),
    );
  });
  const notes = facts.map(notesCell);
  return {
    columns: compared.map((model) => ({
      id: model.id,
      name: model.name,
      released: model.released,
      work: model.work,
    })),
    rows: notes.some(({ value }) => value !== '')
      ? [...rows, comparisonRow({ id: 'notes', label: 'Note', section: 'notes', separator: '; ' }, notes)]
      : rows,
  };
}

/** A cell without what other columns make of it. */
export type PlainCell = Omit<ComparisonCell, 'items'>;

/** A row with its differences marked. Upper and lower case, and the order of what is listed, make none. */
export function comparisonRow(
  row: Pick<ComparisonRow, 'id' | 'label' | 'section' | 'separator'>,
  cells: readonly PlainCell[],
): ComparisonRow {
  const lists = cells.map(({ value }) => (value === '' ? [] : value.split(row.separator)));
  const folded = lists.map((items) => new Set(items.map(fold)));
  const known = folded.filter(({ size }) => size > 0);
  const listedBy = (item: string): number => known.filter((items) => items.has(fold(item))).length;
  const hasCommon = lists.flat().some((item) => listedBy(item) > 1);
  const distinct = new Set(known.map((items) => [...items].sort().join('\n')));
  return {
    ...row,
    cells: cells.map((cell, column) => ({
      ...cell,
      items: (lists[column] ?? []).map((text) => ({ text, own: hasCommon && listedBy(text) === 1 })),
    })),
    differs: distinct.size > 1,
  };
}

/** The facts of all models: those of the longest list first, the others where their neighbours stand. */
function rowOrder(facts: readonly (readonly Fact[])[]): string[] {
  const order: string[] = [];
  for (const list of facts) {
    let before = -1;
    for (const { id } of list.filter((fact) => !isRemark(fact))) {
      const known = order.indexOf(id);
      if (known < 0) {
        order.splice(before + 1, 0, id);
        before += 1;
      } else {
        before = known;
      }
    }
  }
  const place = (id: string): number => comparisonSections.indexOf(sectionOf(id));
  return order
    .map((id, index) => ({ id, index }))
    .sort((a, b) => place(a.id) - place(b.id) || a.index - b.index)
    .map(({ id }) => id);
}

function sectionOf(id: string): ComparisonSection {
  const [field] = id.split('.', 1);
  switch (field) {
    case 'inputs':
    case 'outputs':
    case 'architecture':
      return 'architecture';
    case 'training':
      return 'training';
    case 'links':
      return 'links';
    default:
      return 'publication';
  }
}

function separatorOf(id: string): string {
  return id.startsWith('architecture.') || id === 'survey' || id.startsWith('training.') ? '; ' : ', ';
}

function cellOf(fact: Fact | undefined): PlainCell {
  const value = fact === undefined || fact.value === notReported ? '' : fact.value;
  return { value, doubt: fact?.doubt ?? '', source: fact?.source ?? '' };
}

function isRemark({ id }: Fact): boolean {
  return /^(?:note|conflict)\.\d+$/.test(id);
}

function notesCell(facts: readonly Fact[]): PlainCell {
  const remarks = facts.filter(isRemark);
  const said = remarks.map(({ value, doubt }) => (doubt === undefined ? value : `${value}: ${doubt}`));
  return { value: said.join('; '), doubt: '', source: '' };
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
