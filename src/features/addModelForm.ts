import * as vscode from 'vscode';
import { modalityWords } from '../core/catalog/modalities';
import type { Answers, GivenWork } from '../core/ownCatalogs/recordOf';

/** What the user told; `undefined` if one of the inputs was left with Escape. Enter alone leaves a question open. */
export async function askModel(
  suggestedName: string,
  knownWork: GivenWork | undefined,
): Promise<{ answers: Answers; work: GivenWork } | undefined> {
  const title = vscode.l10n.t('Add Model to Own Catalog');
  const name = await askText(title, vscode.l10n.t('Name of the model'), suggestedName, true);
  if (name === undefined) {
    return undefined;
  }
  const titled = `${title}: ${name}`;
  const work = knownWork ?? (await askWork(titled, name));
  const inputs = work && (await askModalities(titled, vscode.l10n.t('What it takes in')));
  const outputs = inputs && (await askModalities(titled, vscode.l10n.t('What it gives out')));
  const kind = outputs && (await askFunction(titled));
  const encoders =
    kind === undefined ? undefined : await askNames(titled, vscode.l10n.t('Encoders'), 'SigLIP');
  const inputProjectors =
    encoders && (await askNames(titled, vscode.l10n.t('Input projectors'), 'Q-Former, MLP'));
  const backbones = inputProjectors && (await askNames(titled, vscode.l10n.t('LLM backbones'), 'Vicuna'));
  const idea =
    backbones &&
    (await askText(
      titled,
      vscode.l10n.t('What is new, in one sentence that goes on after the name'),
      '',
      false,
    ));
  return work &&
    inputs &&
    outputs &&
    kind !== undefined &&
    encoders &&
    inputProjectors &&
    backbones &&
    idea !== undefined
    ? { answers: { name, inputs, outputs, function: kind, encoders, inputProjectors, backbones, idea }, work }
    : undefined;
}

/** The publication of a model that was not found by an entry. */
async function askWork(title: string, name: string): Promise<GivenWork | undefined> {
  const paper = await askText(title, vscode.l10n.t('Title of its publication'), name, true);
  const author =
    paper === undefined
      ? undefined
      : await askText(title, vscode.l10n.t('Authors, as in BibTeX: Doe, Jane and Roe, Richard'), '', false);
  const year =
    author === undefined
      ? undefined
      : await vscode.window.showInputBox({
          title,
          prompt: vscode.l10n.t('Year of its publication'),
          value: String(new Date().getFullYear()),
          ignoreFocusOut: true,
          validateInput: (value) =>
            /^(?:19|20)\d{2}$/.test(value.trim()) ? undefined : vscode.l10n.t('A year has four digits.'),
        });
  const place =
    year === undefined
      ? undefined
      : await askText(title, vscode.l10n.t('arXiv id, DOI or address'), '', false);
  if (paper === undefined || author === undefined || year === undefined || place === undefined) {
    return undefined;
  }
  const field = /^10\.\d+\//.test(place) ? 'doi' : /^https?:/.test(place) ? 'url' : 'arxiv';
  return {
    title: paper,
    ...(author !== '' && { author }),
    year: Number(year),
    ...(place !== '' && { [field]: place }),
  };
}

async function askText(
  title: string,
  prompt: string,
  value: string,
  isNeeded: boolean,
): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: isNeeded ? prompt : vscode.l10n.t('{0} (Enter to leave open)', prompt),
    value,
    ignoreFocusOut: true,
    validateInput: (typed) =>
      isNeeded && typed.trim() === '' ? vscode.l10n.t('This is needed.') : undefined,
  });
  return text?.trim();
}

async function askNames(title: string, prompt: string, placeHolder: string): Promise<string[] | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('{0}, separated by commas (Enter to leave open)', prompt),
    placeHolder,
    ignoreFocusOut: true,
  });
  return text
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

async function askModalities(title: string, placeHolder: string): Promise<string[] | undefined> {
  const items = Object.entries(modalityWords).map(([id, word]) => ({ label: vscode.l10n.t(word), id }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('{0} (Enter to leave open)', placeHolder),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked?.map(({ id }) => id);
}

/** @returns empty if it is left to what the model gives out */
async function askFunction(title: string): Promise<string | undefined> {
  const items = [
    { label: vscode.l10n.t('As its outputs say'), id: '' },
    { label: vscode.l10n.t('understanding'), id: 'understanding' },
    { label: vscode.l10n.t('generation'), id: 'generation' },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Function'),
    ignoreFocusOut: true,
  });
  return picked?.id;
}
