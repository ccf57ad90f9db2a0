import * as vscode from 'vscode';
import type { Library } from '../core/library/library';
import type { DraftLibrary } from '../core/library/draftLibrary';
import { namedDraft } from '../vscode/arguments';
import type { CommandArguments } from '../vscode/arguments';
import type { ActiveDraft } from '../vscode/drafts';
import { openLibrary } from '../vscode/openLibrary';
import { openEntry } from './openLinks';

/** What can be done with entries of a draft's bibliographies, by their keys. */
export class EntryActions {
  constructor(
    private readonly library: Library,
    private readonly active: ActiveDraft,
  ) {}

  /**
   * Shows the first of the entries where it is written.
   *
   * @throws Error if no bibliography has it
   */
  async open(args: CommandArguments): Promise<{ uri: string; offset: number } | undefined> {
    const [key] = args.keys ?? [];
    if (key === undefined) {
      return undefined;
    }
    const { uri, entry } = found(await this.#library(args), key);
    const place = { uri, offset: entry.range.start };
    await openEntry(place);
    return place;
  }

  /**
   * Copies entries as they are written.
   *
   * @throws Error if no bibliography has one
   */
  async copy(args: CommandArguments): Promise<string> {
    const library = await this.#library(args);
    const texts = (args.keys ?? []).map((key) => {
      const { uri, entry } = found(library, key);
      const text = library.indexes.find((index) => index.uri === uri)?.text ?? '';
      return text.slice(entry.range.start, entry.range.end);
    });
    const text = `${texts.join('\n\n')}\n`;
    await vscode.env.clipboard.writeText(text);
    return text;
  }

  async copyKeys({ keys = [] }: CommandArguments): Promise<string> {
    const text = keys.join(',');
    await vscode.env.clipboard.writeText(text);
    return text;
  }

  async #library(args: CommandArguments): Promise<DraftLibrary> {
    const { document, syntax } = await namedDraft(args, this.active);
    return openLibrary(this.library, document, syntax, { isCancellationRequested: false });
  }
}

function found(library: DraftLibrary, key: string) {
  const { entry } = library.resolve(key);
  if (!entry) {
    throw new Error(vscode.l10n.t('No bibliography of the draft has an entry "{0}".', key));
  }
  return entry;
}
