import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import { contentOf } from '../core/guide/content';
import type { Guide } from '../core/guide/guide';
import type { GuideEntry, InsertionForm } from '../core/guide/tree';
import { formsOf } from '../core/guide/tree';
import { worksCited } from '../core/writing/content';
import type { Content } from '../core/writing/content';
import { planContent } from '../core/writing/planContent';
import type { CommandArguments, Place } from '../vscode/arguments';
import { offsetsOf, placeOf } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, CiteRequest, Citer, Insertion } from '../vscode/citer';
import { settingsFor } from '../vscode/configuration';
import type { ActiveDraft } from '../vscode/drafts';
import type { GuideFile } from '../vscode/guideFile';
import { pickEntry, pickForm } from './guidePickers';

/** What a caller says of the entry to be inserted. */
export interface GuideArguments extends Pick<CommandArguments, 'id' | 'uri' | 'position'> {
  readonly form?: string;
}

/** Writes entries of the guide into the draft: as a sentence, table, formula or citation. */
export class InsertFromGuide {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly guideFile: GuideFile,
    private readonly citer: Citer,
    private readonly active: ActiveDraft,
  ) {}

  /**
   * @param args - without `id` the entry is asked for; without `form` the form is asked for if `ask`, else it is the usual one
   * @param choose - decides where entries go if the draft does not say
   * @returns what was done; `undefined` if the user cancelled
   * @throws Error with a message for the user
   */
  async run(args: GuideArguments, choose: ChooseTarget, ask: boolean): Promise<Insertion | undefined> {
    const place = await placeOf(args, this.active);
    const [catalog, guide] = await Promise.all([this.catalogFile.get(), this.guideFile.get()]);
    const entry = args.id === undefined ? await pickEntry(guide, true) : entryOf(guide, args.id);
    if (!entry) {
      return undefined;
    }
    const forms = formsFor(entry, place);
    const form =
      args.form === undefined
        ? ask && forms.length > 1
          ? await pickForm(entry, forms)
          : forms[0]
        : checkedForm(args.form, forms, entry);
    if (form === undefined) {
      if (forms.length === 0) {
        throw new Error(vscode.l10n.t('"{0}" has nothing to insert.', entry.title.en));
      }
      return undefined;
    }
    const content = contentOf(entry, form, guide, catalog);
    if (!content) {
      return undefined;
    }
    const source = new vscode.CancellationTokenSource();
    try {
      return await this.citer.insert(contentRequest(content, catalog, place, choose), source.token);
    } finally {
      source.dispose();
    }
  }
}

/** The insertion of a content at a place, as the citer takes it. */
export function contentRequest(
  content: Content,
  catalog: Catalog,
  place: Place,
  choose: ChooseTarget,
): CiteRequest {
  return {
    ...place,
    works: worksCited(content).flatMap((key) => catalog.work(key) ?? []),
    choose,
    plan: (draft) =>
      planContent({
        text: draft.text,
        syntax: draft.syntax,
        preamble: draft.preamble,
        options: draft.options,
        ...offsetsOf(place),
        content,
        citationForm: settingsFor(place.document).citationForm,
        keyOf: (key) => {
          const work = catalog.work(key);
          return work ? draft.keyOf(work) : key;
        },
      }),
  };
}

/** The forms that an entry has and a draft can have: formulas are written in LaTeX's language only. */
export function formsFor(entry: GuideEntry, { syntax }: Pick<Place, 'syntax'>): readonly InsertionForm[] {
  return formsOf(entry).filter((form) => form !== 'formula' || syntax !== 'typst');
}

function entryOf(guide: Guide, id: string): GuideEntry {
  const entry = guide.entry(id);
  if (!entry) {
    throw new Error(vscode.l10n.t('The guide has no page "{0}".', id));
  }
  return entry;
}

function checkedForm(wanted: string, forms: readonly InsertionForm[], entry: GuideEntry): InsertionForm {
  const form = forms.find((each) => each === wanted);
  if (!form) {
    throw new Error(
      vscode.l10n.t('"{0}" cannot be inserted into this draft as "{1}".', entry.title.en, wanted),
    );
  }
  return form;
}
