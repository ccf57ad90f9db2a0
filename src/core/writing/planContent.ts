import type { CitationOptions } from '../drafts/citations';
import { parseCitations } from '../drafts/citations';
import { hasTwoColumns } from '../drafts/latexColumns';
import { latexPackages } from '../drafts/latexPackages';
import type { CitationForm, CitationGroup, Syntax } from '../drafts/types';
import { insideDocument, planDisplay, planFloat } from './blocks';
import { planCitation } from './citationText';
import type { Content } from './content';
import { formulaText } from './formulaText';
import { inlineCitations } from './inlineCitation';
import type { WritingPlan } from './plan';
import { clearSelection } from './plan';
import { planSentences } from './sentencePlace';
import { spanText } from './spanText';
import { tableText } from './tableText';

/** Something of the guide to be put into a draft. */
export interface ContentRequest {
  readonly text: string;
  /** The cursor, or the start of the selection that is replaced: UTF-16 units. */
  readonly offset: number;
  readonly selectionEnd?: number | undefined;
  readonly syntax: Syntax;
  readonly content: Content;
  /** The form of a citation that stands alone. */
  readonly citationForm?: CitationForm | undefined;
  /** The key to cite a work by, for the catalog's key. */
  readonly keyOf: (work: string) => string;
  /** The text of the root file, if the draft is a chapter of it. */
  readonly preamble?: string | undefined;
  readonly options?: CitationOptions | undefined;
}

/**
 * Plans a sentence at the cursor, a formula on lines of its own there, or tables behind the cursor's paragraph. Nothing is
 * written behind `\end{document}` or into a citation. Nothing is changed if the draft's syntax cannot have the content.
 */
export function planContent(request: ContentRequest): WritingPlan {
  const { syntax } = request;
  const { content } = request;
  if (content.form === 'citation') {
    const keys = [request.keyOf(content.work)];
    return planCitation({ ...request, keys, form: request.citationForm ?? 'parenthetical' });
  }
  const { text, offset, restore } = clearSelection(request.text, request.offset, request.selectionEnd);
  const options = request.options ?? {};
  const preamble = request.preamble ?? '';
  const groups = parseCitations(text, syntax, options);
  const at = insideDocument(text, behindCitation(groups, offset), syntax);
  const plan = planned(content);
  return { ...plan, edits: restore(plan.edits) };

  function planned(written: Exclude<Content, { form: 'citation' }>): WritingPlan {
    const write = inlineCitations({ text, groups, offset: at, syntax, preamble, options }, true);
    const cite = (works: readonly string[]): string => write(works.map(request.keyOf));
    const packages = new Set(syntax === 'latex' ? [...latexPackages(text), ...latexPackages(preamble)] : []);
    switch (written.form) {
      case 'sentence':
        return planSentences(text, at, spanText(written.spans, syntax, cite), true);
      case 'formula': {
        const formula = formulaText(written.formulas, syntax, packages);
        return formula === undefined
          ? { edits: [], cursor: at, inserted: '' }
          : planDisplay(text, at, formula, syntax);
      }
      case 'table': {
        const isTaken = (label: string): boolean => text.includes(label);
        const twoColumns = syntax === 'latex' && (hasTwoColumns(preamble) || hasTwoColumns(text));
        const place = { syntax, cite, packages, isTaken, hasTwoColumns: twoColumns };
        const tables = written.tables.map((table) => tableText(table, place));
        return planFloat(text, at, tables.join('\n\n'), syntax);
      }
    }
  }
}

function behindCitation(groups: readonly CitationGroup[], offset: number): number {
  return groups.find(({ range }) => range.start < offset && offset < range.end)?.range.end ?? offset;
}
