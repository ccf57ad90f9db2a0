import * as vscode from 'vscode';
import type { CitationCard } from '../core/library/citationCard';
import { citationCard } from '../core/library/citationCard';
import { citationAt } from '../core/drafts/citations';
import type { DraftLibrary } from '../core/library/draftLibrary';
import { fileName } from '../core/library/paths';
import type { Library } from '../core/library/library';
import type { Fact } from '../core/catalog/facts';
import type { Work } from '../core/catalog/types';
import { referenceLine } from '../core/writing/reference';
import { pipelineSvg } from '../core/catalog/pipelineSvg';
import { commandAddress, webAddress } from '../core/pages/markdown';
import { commands } from '../ids';
import type { CitationCache } from '../vscode/citationCache';
import { draftSelector, draftSyntax } from '../vscode/drafts';
import { catalogLanguage } from '../vscode/language';
import { openLibrary } from '../vscode/openLibrary';
import { dataUri, pictureTheme } from '../vscode/theme';
import { plainText } from '../vscode/markdown';
import type { GuideFile } from '../vscode/guideFile';
import type { CiteAsArguments } from './citeAs';
import { scoreLines } from './hoverScores';
import { disagreementLine, factLabel, shownValue } from './labels';

const hoverCommands = [
  commands.addToBibliography,
  commands.citeAs,
  commands.addToCatalog,
  commands.openModel,
  commands.openEntry,
  commands.revealInTree,
];

/** Explains the citation key under the mouse. */
export class CitationHover implements vscode.HoverProvider {
  constructor(
    private readonly library: Library,
    private readonly citations: CitationCache,
    private readonly guideFile: GuideFile,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const syntax = draftSyntax(document);
    const offset = document.offsetAt(position);
    if (!syntax || !citationAt(this.citations.groups(document, syntax), offset)) {
      return undefined;
    }
    const draft = await openLibrary(this.library, document, syntax, token);
    const citation = citationAt(this.citations.groupsIn(document, draft), offset);
    if (!citation || token.isCancellationRequested) {
      return undefined;
    }
    const range = new vscode.Range(
      document.positionAt(citation.range.start),
      document.positionAt(citation.range.end),
    );
    const resolution = draft.resolve(citation.key);
    const card = citationCard(resolution);
    if (!card) {
      const { choices } = resolution;
      return choices && new vscode.Hover(choicesOf(citation.key, choices, document.uri, draft), range);
    }
    const scores = card.model ? scoreLines(card.model.id, await this.guideFile.get()) : '';
    const { work, isGuess } = resolution;
    const place = {
      uri: document.uri.toString(),
      target: draft.target?.uri,
      citeAs: work && isGuess ? keyOf(work, draft) : undefined,
    };
    return new vscode.Hover(markdownOf(card, scores, place), range);
  }
}

export function registerHover(hover: CitationHover): vscode.Disposable {
  return vscode.languages.registerHoverProvider(draftSelector, hover);
}

/** The draft in which a key stands. */
interface Place {
  readonly uri: string;
  /** Where new entries go. */
  readonly target: string | undefined;
  /** The key by which the draft can cite what it only means now. */
  readonly citeAs: string | undefined;
}

/** The key that a work has in the draft, or would get. */
function keyOf(work: Work, draft: DraftLibrary): string {
  return draft.entryOf(work)?.entry.key ?? draft.freeKeyOf(work);
}

/** The part that is always in sight comes first: what it is, whether the bibliography has it, where to go. */
function markdownOf(card: CitationCard, scores: string, place: Place): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: hoverCommands };
  const blocks = [
    [`**${plainText(card.heading)}**`, ...links(card, place)].join(' &nbsp; '),
    plainText(card.reference),
  ];
  if (card.guessedFrom !== undefined) {
    const message = vscode.l10n.t(
      'No bibliography has the key {0}; it can only mean {1}.',
      card.guessedFrom,
      card.workKey ?? '',
    );
    blocks.push(`$(question) ${plainText(message)}`);
  }
  if (card.model) {
    const svg = pipelineSvg(card.model, { theme: pictureTheme() });
    blocks.push(`![${altText(card)}](${dataUri(svg)})`, plainText(`${card.model.name} ${idea(card)}`));
  }
  blocks.push(plainText(disagreementLine(card)));
  blocks.push(card.facts.map(factLine).join('  \n'), scores);
  if (card.doubt !== undefined) {
    blocks.push(`$(question) ${plainText(card.doubt)}`);
  }
  return markdown.appendMarkdown(blocks.filter((block) => block !== '').join('\n\n'));
}

/** An undefined key that may mean several works. */
function choicesOf(
  key: string,
  works: readonly Work[],
  uri: vscode.Uri,
  draft: DraftLibrary,
): vscode.MarkdownString {
  const message = vscode.l10n.t('No bibliography has the key {0}; it may mean:', key);
  const lines = works.map((work) => {
    const cite = citeAsLink(keyOf(work, draft), { uri: uri.toString(), from: key, work: work.key });
    return `- ${plainText(referenceLine(work))} ${cite}`;
  });
  const text = [`$(question) ${plainText(message)}`, '', ...lines].join('\n');
  const markdown = new vscode.MarkdownString(text, true);
  markdown.isTrusted = { enabledCommands: hoverCommands };
  return markdown;
}

function citeAsLink(key: string, args: CiteAsArguments): string {
  return commandLink('$(replace)', vscode.l10n.t('cite it as {0}', key), commands.citeAs, args);
}

function factLine(fact: Fact): string {
  const doubt = fact.doubt === undefined ? '' : ` ($(question) ${plainText(fact.doubt)})`;
  return `*${plainText(factLabel(fact))}:* ${plainText(shownValue(fact))}${doubt}`;
}

function idea({ model }: CitationCard): string {
  return model?.idea[catalogLanguage()] ?? '';
}

function altText({ model }: CitationCard): string {
  return plainText(vscode.l10n.t('Architecture of {0}', model?.name ?? ''));
}

function links(card: CitationCard, { uri, target, citeAs }: Place): string[] {
  const result: string[] = [];
  if (card.entry) {
    const label = vscode.l10n.t('in {0}', fileName(card.entry.uri));
    result.push(
      commandLink('$(book)', label, commands.openEntry, { uri: card.entry.uri, offset: card.entry.start }),
    );
    if (card.workKey === undefined) {
      const args = { key: card.key, uri, ask: true };
      result.push(
        commandLink('$(library)', vscode.l10n.t('add to own catalog'), commands.addToCatalog, args),
      );
    }
  } else if (citeAs !== undefined) {
    // An entry alone, which has another key, would leave the citation undefined.
    result.push(citeAsLink(citeAs, { uri, from: card.guessedFrom ?? '', work: card.workKey ?? '' }));
  } else if (card.workKey !== undefined) {
    const label = target
      ? vscode.l10n.t('not in {0}: add', fileName(target))
      : vscode.l10n.t('in no bibliography: add');
    const args = { keys: [card.workKey], uri, ask: true };
    result.push(commandLink('$(add)', label, commands.addToBibliography, args));
  }
  if (card.model) {
    result.push(commandLink('$(info)', vscode.l10n.t('details'), commands.openModel, { id: card.model.id }));
    result.push(
      commandLink('$(list-tree)', vscode.l10n.t('in the tree'), commands.revealInTree, { id: card.model.id }),
    );
  }
  if (card.paper !== undefined) {
    result.push(webLink('$(link-external)', vscode.l10n.t('paper'), card.paper));
  }
  if (card.model?.links.code !== undefined) {
    result.push(webLink('$(github)', vscode.l10n.t('code'), card.model.links.code));
  }
  if (card.model?.links.home !== undefined) {
    result.push(webLink('$(home)', vscode.l10n.t('project page'), card.model.links.home));
  }
  return result;
}

function commandLink(icon: string, label: string, command: string, args: object): string {
  return `[${icon} ${plainText(label)}](${commandAddress(command, args)})`;
}

/** A bibliography may hold anything for an address; only those of web pages become links. */
function webLink(icon: string, label: string, url: string): string {
  const address = webAddress(url);
  return address === undefined ? plainText(label) : `[${icon} ${plainText(label)}](${address})`;
}
