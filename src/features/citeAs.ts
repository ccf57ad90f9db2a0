import * as vscode from 'vscode';
import { parseCitations } from '../core/drafts/citations';
import type { Work } from '../core/catalog/types';
import { planRename } from '../core/navigation/rename';
import { namedDraft } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Citer, DraftText, Insertion, PlannedText } from '../vscode/citer';
import type { ActiveDraft } from '../vscode/drafts';

/** A key that nothing defines, and the work that it is to be replaced by. */
export interface CiteAsArguments {
  /** Of the draft; of a notebook's cell its own. */
  readonly uri: string;
  /** As it is cited. */
  readonly from: string;
  /** Frozen key of the work. */
  readonly work: string;
}

/** Cites a work by the key that its entry has or gets, in place of one that was only guessed, as one step. */
export class CiteAs {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly citer: Citer,
    private readonly active: ActiveDraft,
    private readonly choose: ChooseTarget,
  ) {}

  /**
   * Replaces the key wherever the document cites it, and adds the work's entry if it is missing.
   *
   * @returns what was done; `undefined` if the user closed the question where the entry goes
   * @throws Error with a message for the user
   */
  async run({ uri, from, work: key }: CiteAsArguments): Promise<Insertion | undefined> {
    const { document, syntax } = await namedDraft({ uri }, this.active);
    const work = (await this.catalogFile.get()).findByKey(key);
    if (!work) {
      throw new Error(vscode.l10n.t('The catalog has no work with the key "{0}".', key));
    }
    const source = new vscode.CancellationTokenSource();
    try {
      const plan = (draft: DraftText): PlannedText => planKey(draft, uri, from, work);
      return await this.citer.insert(
        { document, syntax, works: [work], plan, choose: this.choose },
        source.token,
      );
    } finally {
      source.dispose();
    }
  }
}

/** @throws Error if the draft, read again, would not cite the new key at each place of the old one */
function planKey(draft: DraftText, uri: string, key: string, work: Work): PlannedText {
  const { text, syntax, options } = draft;
  const newKey = draft.keyOf(work);
  const parse = (content: string): ReturnType<typeof parseCitations> =>
    parseCitations(content, syntax, options);
  const drafts = [{ uri, syntax, text, groups: parse(text), parse }];
  const plan = planRename({ key, newKey, drafts, bibliographies: [], others: [] });
  if (!('files' in plan)) {
    throw new Error(vscode.l10n.t('The key {0} cannot be written in {1}.', newKey, uri));
  }
  const edits = plan.files.flatMap((file) => file.edits);
  return { edits, cursor: 0, inserted: edits.length > 0 ? newKey : '' };
}
