import type { Model } from '../catalog/types';
import type { CitedTable, Spans } from '../writing/content';
import { cite, mark, text } from '../writing/content';
import { comma, enumeration } from '../writing/citationWriter';
import { columnWidths } from './columnWidths';
import type { SeenCell, SeenTable } from './view';

/** A citation behind a name takes about as much room as this. */
const CITATION = ' [00]';

/**
 * A table as it is seen, for a draft: the models are cited where they are named, and doubtful values have a mark that a note below
 * explains.
 *
 * @param language - of the draft: that of the caption and the note
 */
export function citedTable(
  { lines }: SeenTable,
  models: readonly Pick<Model, 'name'>[],
  language: 'en' | 'zh',
): CitedTable {
  const [head = [], ...body] = lines;
  const widths = columnWidths(
    lines.map((line) => line.map((cell) => (cell.model ? cell.text + CITATION : cell.text))),
  );
  const doubtful = lines.some((line) => line.some(isDoubtful));
  return {
    id: 'comparison',
    caption: [text(captionText(models, language))],
    columns: head.map((cell, column) => ({
      head: spans(cell),
      align: 'left',
      ...(widths[column] !== undefined && { width: widths[column] }),
    })),
    rows: body.map((line) => line.map(spans)),
    notes: doubtful
      ? [
          [
            mark('?'),
            text(language === 'zh' ? ' 来源不一致或存疑。' : ' Sources disagree, or the fact is uncertain.'),
          ],
        ]
      : [],
  };
}

function spans(cell: SeenCell): Spans {
  return [
    text(cell.text),
    ...(cell.model ? [cite(cell.model.work)] : []),
    ...(isDoubtful(cell) ? [mark('?')] : []),
  ];
}

function isDoubtful({ cell }: SeenCell): boolean {
  return cell !== undefined && cell.value !== '' && cell.doubt !== '';
}

function captionText(models: readonly Pick<Model, 'name'>[], language: 'en' | 'zh'): string {
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
