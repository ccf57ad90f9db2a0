import * as vscode from 'vscode';
import { scoresOfModel } from '../core/benchmarks/ranking';
import { scoreMark, scoreText } from '../core/benchmarks/verdict';
import type { Guide } from '../core/guide/guide';
import { plainText } from '../vscode/markdown';

/**
 * The scores that the survey's table has for a model, a line for each variant, with their marks.
 *
 * @returns Markdown; empty if there are none
 */
export function scoreLines(modelId: string, { data }: Guide): string {
  const { scores, benchmarks } = data;
  const lines = new Map<string, string[]>();
  const marks = new Set<string>();
  for (const { row, column, value, verdict } of scoresOfModel(modelId, benchmarks, scores)) {
    if (scores.rows.includes(row)) {
      const mark = scoreMark(verdict);
      [...mark].forEach((sign) => marks.add(sign));
      const name = `${row.name} (${row.backbone})`;
      lines.set(name, [...(lines.get(name) ?? []), plainText(`${column} ${scoreText(value)}${mark}`)]);
    }
  }
  if (lines.size === 0) {
    return '';
  }
  const legend = [
    ...(marks.has('*') ? [vscode.l10n.t('* training images seen')] : []),
    ...(marks.has('‡') ? [vscode.l10n.t('‡ re-run')] : []),
    ...(marks.has('?') ? [vscode.l10n.t('? doubtful')] : []),
  ];
  return [
    ...[...lines].map(([name, values]) => `*${plainText(name)}:* ${values.join(', ')}`),
    ...(legend.length > 0 ? [plainText(`(${legend.join(', ')})`)] : []),
  ].join('  \n');
}
