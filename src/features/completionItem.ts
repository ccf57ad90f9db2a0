import * as vscode from 'vscode';
import type { Candidate } from '../core/completion/candidates';
import type { CompletionPosition } from '../core/completion/position';
import type { WrittenKey } from '../core/completion/writtenKey';
import type { CitationCard } from '../core/library/citationCard';
import { citationCard } from '../core/library/citationCard';
import type { DraftLibrary } from '../core/library/draftLibrary';
import { fileName } from '../core/library/paths';
import { shortAuthors } from '../core/writing/reference';
import { commands } from '../ids';
import { labelText } from '../vscode/labelText';
import { plainText } from '../vscode/markdown';
import { catalogLanguage } from '../vscode/language';
import type { AcceptedCompletion } from './acceptCompletion';
import { disagreementLine, factLabel, shownValue } from './labels';

/** Where items are offered. */
export interface Place {
  readonly document: vscode.TextDocument;
  readonly position: CompletionPosition;
  readonly library: DraftLibrary;
}

/**
 * VS Code drops items whose text does not contain what stands before the cursor, in order. It also compares when a
 * character is typed that is no letter, without asking again: these are there in advance.
 */
const NEXT_CHARACTERS = ` -_:./+'&~  `;

/** Longer titles would leave no room for the rest of the row. */
const LONGEST_NAME = 40;

/** One candidate in VS Code's list. */
export class CitationItem extends vscode.CompletionItem {
  readonly #candidate: Candidate;
  readonly #library: DraftLibrary;

  /**
   * @param order - place in the list
   * @param written - the key as the syntax has it
   */
  constructor(candidate: Candidate, order: number, written: WrittenKey, place: Place) {
    super(labelOf(candidate, place.library));
    const { document, position, library } = place;
    const { inserting, replacing, typed } = position;
    this.#candidate = candidate;
    this.#library = library;
    this.sortText = String(order).padStart(3, '0');
    this.filterText = typed + NEXT_CHARACTERS;
    this.range = {
      inserting: rangeOf(document, inserting),
      replacing: rangeOf(document, replacing),
    };
    this.detail = labelText(candidate.kind === 'entry' ? candidate.record.title : candidate.work.title);
    if (candidate.kind === 'entry') {
      this.kind = vscode.CompletionItemKind.Reference;
      this.insertText = written.newText;
      if (written.before + written.after > 0) {
        const [before, after] = [inserting.start - written.before, replacing.end + written.after];
        const range = rangeOf(document, { start: before, end: after });
        this.filterText = document.getText(range).slice(0, written.before) + this.filterText;
        this.range = {
          inserting: after > replacing.end ? range : range.with({ end: document.positionAt(inserting.end) }),
          replacing: range,
        };
      }
      return;
    }
    this.kind = vscode.CompletionItemKind.Module;
    // What is there stays: the command writes key and entry together, so that one undo takes back both.
    this.insertText = typed;
    const accepted: AcceptedCompletion = {
      uri: document.uri.toString(),
      work: candidate.work.key,
      start: inserting.start,
      typed,
    };
    this.command = {
      command: commands.acceptCompletion,
      title: vscode.l10n.t('Cite and add to the bibliography'),
      arguments: [accepted],
    };
  }

  /** Adds the documentation, which VS Code asks for item by item. */
  resolve(): void {
    const candidate = this.#candidate;
    const card = citationCard(candidate.kind === 'entry' ? this.#library.resolve(candidate.key) : candidate);
    if (card) {
      this.documentation = documentationOf(card);
    }
  }
}

function labelOf(candidate: Candidate, { target }: DraftLibrary): vscode.CompletionItemLabel {
  if (candidate.kind === 'entry') {
    const { authors, authorsTruncated, year } = candidate.record;
    const description = [shortAuthors(authors, authorsTruncated), year].filter(Boolean).join(', ');
    return { label: labelText(candidate.key), description: labelText(description) };
  }
  return {
    label: labelText(candidate.key),
    detail: ` ${labelText(nameOf(candidate))}`,
    description: target
      ? vscode.l10n.t('MM-LLM: adds to {0}', fileName(target.uri))
      : vscode.l10n.t('MM-LLM: adds to a bibliography'),
  };
}

/** What people call a work: its models, or what its title begins with. */
function nameOf({ models, work }: Candidate & { readonly kind: 'work' }): string {
  if (models.length > 0) {
    return models.map(({ name }) => name).join(', ');
  }
  const [name = ''] = work.title.split(/:\s/);
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;
}

function documentationOf(card: CitationCard): vscode.MarkdownString {
  const language = catalogLanguage();
  const facts = card.facts.map((fact) => `*${plainText(factLabel(fact))}:* ${plainText(shownValue(fact))}`);
  const blocks = [
    plainText(card.reference),
    card.model ? plainText(`${card.model.name} ${card.model.idea[language]}`) : '',
    plainText(disagreementLine(card)),
    facts.join('  \n'),
  ];
  return new vscode.MarkdownString(blocks.filter((block) => block !== '').join('\n\n'));
}

function rangeOf(
  document: vscode.TextDocument,
  { start, end }: { start: number; end: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
