import type { Model } from '../catalog/types';
import type { CitedTable, Spans } from '../writing/content';
import { cite, mark, text } from '../writing/content';
import { comma, enumeration } from '../writing/citationWriter';
import type { SeenCell, SeenTable } from './view';

/** Columns with longer cells than this wrap, in a share of the line's width. */
const LONG = 26;
/** A citation behind a name takes about as much room as so many letters. */
const CITATION = 4;

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
  const longest = head.map((_, column) => Math.max(0, ...lines.map((line) => lengthOf(line[column]))));
  const widths = widthsOf(longest);
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

function lengthOf(cell: SeenCell | undefined): number {
  return (cell?.text.length ?? 0) + (cell?.model ? CITATION : 0);
}

/**
 * Shares of the line for columns that wrap, `undefined` for those as wide as their text. Long ones share what short ones leave; where
 * that is too little, all wrap, long ones with more room than short ones.
 *
 * @param longest - the length of each column's longest cell, in letters
 */
function widthsOf(longest: readonly number[]): readonly (number | undefined)[] {
  // Tables of many columns are set small and close, see `tableText`: a letter is then narrower, and so is what stands between columns.
  const many = longest.length >= 8;
  const letter = many ? 0.0105 : 0.0145;
  const line = 1 - longest.length * (many ? 0.013 : 0.035);
  const isLong = (length: number): boolean => length > LONG;
  const short = longest.reduce((sum, length) => sum + (isLong(length) ? 0 : length * letter), 0);
  const long = longest.filter(isLong).length;
  const down = (share: number): number => Math.floor(share * 1000) / 1000;
  if (long === 0 ? short <= line : line - short >= long * 0.14) {
    return longest.map((length) => (isLong(length) ? down((line - short) / long) : undefined));
  }
  const weights = longest.map((length) => Math.sqrt(Math.max(4, Math.min(80, length))));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => down((line * weight) / sum));
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
