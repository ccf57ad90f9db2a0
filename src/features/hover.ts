import * as vscode from 'vscode';
import type { CitationCard } from '../core/library/citationCard';
import { citationCard } from '../core/library/citationCard';
import { citationAt } from '../core/drafts/citations';
import { fileName } from '../core/library/paths';
import type { Library } from '../core/library/library';
import type { Fact } from '../core/catalog/facts';
import { pipelineSvg } from '../core/catalog/pipelineSvg';
import { commands } from '../ids';
import type { CitationCache } from '../vscode/citationCache';
import { draftSelector, draftSyntax } from '../vscode/drafts';
import { dataUri, pictureTheme } from '../vscode/theme';
import { plainText } from '../vscode/markdown';
import { factLabel, shownValue } from './labels';

const hoverCommands = [
  commands.addToBibliography,
  commands.openModel,
  commands.openEntry,
  commands.revealInTree,
];

/** Explains the citation key under the mouse. */
export class CitationHover implements vscode.HoverProvider {
  constructor(
    private readonly library: Library,
    private readonly citations: CitationCache,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const syntax = draftSyntax(document);
    const citation =
      syntax && citationAt(this.citations.groups(document, syntax), document.offsetAt(position));
    if (!syntax || !citation) {
      return undefined;
    }
    const range = new vscode.Range(
      document.positionAt(citation.range.start),
      document.positionAt(citation.range.end),
    );
    const draft = await this.library.open(document.uri.toString(), syntax, token);
    const card = token.isCancellationRequested ? undefined : citationCard(draft.resolve(citation.key));
    return card && new vscode.Hover(markdownOf(card, document.uri, draft.target?.uri), range);
  }
}

export function registerHover(hover: CitationHover): vscode.Disposable {
  return vscode.languages.registerHoverProvider(draftSelector, hover);
}

/** The part that is always in sight comes first: what it is, whether the bibliography has it, where to go. */
function markdownOf(
  card: CitationCard,
  draft: vscode.Uri,
  target: string | undefined,
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: hoverCommands };
  const blocks = [
    [`**${plainText(card.heading)}**`, ...links(card, draft, target)].join(' &nbsp; '),
    plainText(card.reference),
  ];
  if (card.model) {
    const svg = pipelineSvg(card.model, { theme: pictureTheme() });
    blocks.push(`![${altText(card)}](${dataUri(svg)})`, plainText(`${card.model.name} ${idea(card)}`));
  }
  blocks.push(card.facts.map(factLine).join('  \n'));
  if (card.doubt !== undefined) {
    blocks.push(`$(question) ${plainText(card.doubt)}`);
  }
  return markdown.appendMarkdown(blocks.filter((block) => block !== '').join('\n\n'));
}

function factLine(fact: Fact): string {
  const doubt = fact.doubt === undefined ? '' : ` ($(question) ${plainText(fact.doubt)})`;
  return `*${plainText(factLabel(fact))}:* ${plainText(shownValue(fact))}${doubt}`;
}

function idea({ model }: CitationCard): string {
  return model?.idea[vscode.env.language.startsWith('zh') ? 'zh' : 'en'] ?? '';
}

function altText({ model }: CitationCard): string {
  return plainText(vscode.l10n.t('Architecture of {0}', model?.name ?? ''));
}

function links(card: CitationCard, draft: vscode.Uri, target: string | undefined): string[] {
  const result: string[] = [];
  if (card.entry) {
    const label = vscode.l10n.t('in {0}', fileName(card.entry.uri));
    result.push(
      commandLink('$(book)', label, commands.openEntry, { uri: card.entry.uri, offset: card.entry.start }),
    );
  } else if (card.workKey !== undefined) {
    const label = target
      ? vscode.l10n.t('not in {0}: add', fileName(target))
      : vscode.l10n.t('in no bibliography: add');
    const args = { keys: [card.workKey], uri: draft.toString(), ask: true };
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
  return `[${icon} ${plainText(label)}](command:${command}?${encodeURIComponent(JSON.stringify([args]))})`;
}

/** A bibliography may hold anything for an address; only those of web pages become links, and otherwise stay as written. */
function webLink(icon: string, label: string, url: string): string {
  const address = url.trim().replaceAll(/[\s()<>[\]\\"`^{|}]/g, (character) => encodeUnsafe(character));
  return /^https?:\/\/[^/]/i.test(address) ? `[${icon} ${plainText(label)}](${address})` : plainText(label);
}

/** `encodeURIComponent` leaves parentheses as they are, which end a link. */
function encodeUnsafe(character: string): string {
  return character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character);
}
