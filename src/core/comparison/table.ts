import type { Model } from '../catalog/types';
import type { CitedTable, Spans } from '../writing/content';
import { cite, mark, text } from '../writing/content';
import { comma, enumeration } from '../writing/citationWriter';
import type { SeenCell, SeenTable } from './view';

/** Columns with longer cells than this wrap, in a share of the line's width. */
const LONG = 26;

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
  const longest = head.map((_, column) =>
    Math.max(0, ...lines.map((line) => line[column]?.text.length ?? 0)),
  );
  const wide = longest.filter((length) => length > LONG).length;
  const doubtful = lines.some((line) => line.some(isDoubtful));
  return {
    id: 'comparison',
    caption: [text(captionText(models, language))],
    columns: head.map((cell, column) => ({
      head: spans(cell),
      align: 'left',
      ...((longest[column] ?? 0) > LONG && { width: shareOf(wide, longest) }),
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

/** What short columns leave of a line, shared by the wide ones; a letter takes about a hundredth. */
function shareOf(wide: number, longest: readonly number[]): number {
  const short = longest.reduce((sum, length) => sum + (length > LONG ? 0 : length * 0.012 + 0.02), 0);
  return Math.floor((Math.max(0.3, 0.94 - short) / wide) * 100) / 100;
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
