import type { Work } from '../catalog/types';

/** Whether a work has only been posted, so that its arXiv number is its place of publication. */
export function isPreprint(work: Work): boolean {
  const { type, fields } = work.entry;
  if (
    work.arxiv === undefined ||
    (work.doi !== undefined && !work.doi.startsWith('10.48550/')) ||
    fields['booktitle'] !== undefined
  ) {
    return false;
  }
  const journal = fields['journal'] ?? fields['journaltitle'];
  return journal === undefined
    ? type !== 'techreport' && type !== 'report'
    : /^(?:arxiv|corr\b)/i.test(journal);
}
