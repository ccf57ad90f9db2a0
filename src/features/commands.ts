import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Model } from '../core/catalog/types';
import type { Workspace } from '../core/library/workspace';
import { commands } from '../ids';
import type { CommandArguments } from '../vscode/arguments';
import { commandArguments, modelsById } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Insertion } from '../vscode/citer';
import type { GuideFile } from '../vscode/guideFile';
import { messageText } from '../vscode/labelText';
import type { AddToBibliography } from './addToBibliography';
import type { CitedModels } from './citedModels';
import type { Comparisons } from './comparison';
import type { EntryActions } from './entryActions';
import { copyAs, copyKeys } from './copyAs';
import { pickEntry } from './guidePickers';
import { isGuideNode } from './guideTree';
import type { InsertCitation } from './insertCitation';
import type { GuideArguments, InsertFromGuide } from './insertFromGuide';
import type { InsertSummary } from './insertSummary';
import type { InsertTable } from './insertTable';
import type { Landscape } from './landscape';
import type { Choice } from './modelPickerOptions';
import type { ModelPickers } from './modelPickers';
import type { RevealInTree } from './revealInTree';
import type { SearchPanel } from './searchPanel';
import { groupTreeBy, sortTreeBy } from './treeChoices';
import type { FilterTree } from './treeFilter';
import { isNode, modelNodes } from './treeSelection';
import type { TreeState } from './treeState';
import type { CiteAs, CiteAsArguments } from './citeAs';
import { openCode, openEntry, openPaper, openWebPage } from './openLinks';
import type { AddToCatalog, AddToCatalogArguments } from './addToCatalog';
import type { ReloadCatalogs } from './reloadCatalogs';
import { openPlace, openProblems, openSetting } from './openPlace';

export interface CommandServices {
  readonly catalogFile: CatalogFile;
  readonly guideFile: GuideFile;
  /** Shows a page of the guide and returns its Markdown. */
  readonly openGuide: (id: string) => Promise<string>;
  /** The same for a model. */
  readonly openModel: (model: Model) => Promise<string>;
  readonly insertFromGuide: InsertFromGuide;
  readonly treeState: TreeState;
  readonly filterTree: FilterTree;
  readonly revealInTree: RevealInTree;
  readonly pickers: ModelPickers;
  readonly insertCitation: InsertCitation;
  readonly insertSummary: InsertSummary;
  readonly insertTable: InsertTable;
  readonly addToBibliography: AddToBibliography;
  readonly citeAs: CiteAs;
  readonly citedModels: CitedModels;
  readonly comparisons: Comparisons;
  readonly landscape: Landscape;
  readonly searchPanel: SearchPanel;
  readonly entryActions: EntryActions;
  readonly showStatus: (args: CommandArguments) => Promise<string>;
  readonly addToCatalog: AddToCatalog;
  readonly reloadCatalogs: ReloadCatalogs;
  readonly files: Workspace;
  readonly choose: ChooseTarget;
}

/** A caller that names what it wants is not asked anything; entries that have no place are then not added. */
const neverAsk: ChooseTarget = () => Promise.resolve('citation-only');

/** Registers every command. What one throws reaches callers that pass arguments as a rejection; others see a message. */
export function registerCommands(services: CommandServices): vscode.Disposable {
  const { catalogFile, pickers } = services;

  type Insert = (args: CommandArguments, choose: ChooseTarget) => Promise<Insertion | undefined>;
  const inserting =
    (run: Insert, preset: CommandArguments = {}) =>
    async (first: unknown, selected: unknown): Promise<Insertion | undefined> => {
      const nodes = modelNodes(first, selected);
      if (nodes) {
        return run({ ...preset, ids: nodes.map(({ id }) => id) }, services.choose);
      }
      const given = commandArguments(first);
      const found = given.query === undefined ? undefined : await pickers.search(given.query);
      const args = { ...preset, ...given, ...(found && { ids: found.map(({ id }) => id) }) };
      const named = args.ids ?? args.keys;
      return run(args, named && args.ask !== true ? neverAsk : services.choose);
    };
  const onModels =
    (
      title: string,
      act: (models: readonly Model[], catalog: Catalog, args: CommandArguments) => Promise<unknown>,
      pick: () => Promise<Choice | undefined> = () => pickers.pick(title),
    ) =>
    async (first: unknown, selected: unknown): Promise<unknown> => {
      const nodes = modelNodes(first, selected);
      const args = nodes ? {} : commandArguments(first);
      const ids = args.ids ?? (args.id === undefined ? undefined : [args.id]);
      // Without ids the picker comes first: it is on screen while the catalog is read.
      const picked = (nodes ?? ids) ? undefined : await pick();
      const catalog = await catalogFile.get();
      const models = nodes ?? (ids ? modelsById(catalog, ids) : picked?.models);
      return models && models.length > 0 ? act(models, catalog, args) : undefined;
    };
  /** Entries of a bibliography are named by keys. */
  const orOnEntries =
    (
      onEntries: (args: CommandArguments) => Promise<unknown>,
      others: (first: unknown, selected: unknown) => Promise<unknown>,
    ) =>
    (first: unknown, selected: unknown): Promise<unknown> =>
      commandArguments(first).keys ? onEntries(commandArguments(first)) : others(first, selected);
  const { entryActions } = services;
  const insertCitation: Insert = (args, choose) => services.insertCitation.run(args, choose);

  const handlers: Record<string, (first: unknown, second: unknown) => unknown> = {
    [commands.insertCitation]: inserting(insertCitation),
    [commands.insertTextualCitation]: inserting(insertCitation, { form: 'textual' }),
    [commands.insertCitationWithNotes]: inserting((args, choose) =>
      services.insertCitation.run(args, choose, true),
    ),
    [commands.insertSummary]: inserting((args, choose) => services.insertSummary.run(args, choose)),
    [commands.insertTable]: inserting((args, choose) => services.insertTable.run(args, choose)),
    [commands.addToBibliography]: inserting((args, choose) => services.addToBibliography.run(args, choose)),
    [commands.copyAs]: onModels(vscode.l10n.t('Copy'), (models, catalog, { format }) =>
      copyAs(models, catalog, format),
    ),
    [commands.copyBibtex]: orOnEntries(
      (args) => entryActions.copy(args),
      onModels(vscode.l10n.t('Copy BibTeX'), (models, catalog) => copyAs(models, catalog, 'bibtex')),
    ),
    [commands.copyKey]: orOnEntries(
      (args) => entryActions.copyKeys(args),
      onModels(vscode.l10n.t('Copy citation key'), (models, catalog) => copyKeys(models, catalog)),
    ),
    [commands.goToEntry]: (argument) => entryActions.open(commandArguments(argument)),
    [commands.openModel]: onModels(vscode.l10n.t('Open details'), (models) =>
      each(models, (model) => services.openModel(model)),
    ),
    [commands.openGuide]: (first) => openGuide(first, services),
    [commands.insertFromGuide]: (first) => insertFromGuide(first, services),
    [commands.openPaper]: onModels(vscode.l10n.t('Open paper'), (models, catalog) =>
      each(models, (model) => openPaper(model, catalog)),
    ),
    [commands.openCode]: onModels(vscode.l10n.t('Open code'), (models) => each(models, openCode)),
    [commands.compareModels]: onModels(
      vscode.l10n.t('Compare models'),
      (models) => services.comparisons.open(models.map(({ id }) => id)),
      () =>
        pickers.pickFrom(vscode.l10n.t('Compare models'), (token) => services.citedModels.atCursor(token)),
    ),
    [commands.searchCatalog]: (argument) => services.searchPanel.open(argument),
    [commands.openLandscape]: () => services.landscape.open(),
    [commands.groupTreeBy]: (argument) => groupTreeBy(services.treeState, argument),
    [commands.sortTreeBy]: (argument) => sortTreeBy(services.treeState, argument),
    [commands.filterTree]: (argument) => services.filterTree.run(argument),
    [commands.clearTreeFilter]: () => services.filterTree.apply(''),
    [commands.revealInTree]: (argument) => services.revealInTree.run(commandArguments(argument)),
    [commands.completeQuery]: () => {
      pickers.current?.completeQuery();
      services.filterTree.completeQuery();
    },
    [commands.showBibliographyStatus]: (argument) => services.showStatus(commandArguments(argument)),
    [commands.addToCatalog]: (argument) =>
      services.addToCatalog.run(commandArguments(argument) as AddToCatalogArguments),
    [commands.reloadCatalogs]: () => services.reloadCatalogs.run(),
    [commands.togglePickerForm]: () => pickers.current?.toggleForm(),
    [commands.editPickerNotes]: () => pickers.current?.editNotes(),
    [commands.citeAs]: (argument) => services.citeAs.run(argument as CiteAsArguments),
    [commands.openPlace]: (argument) => openPlace(argument, services.files),
    [commands.openSetting]: openSetting,
    [commands.openProblems]: openProblems,
    [commands.openEntry]: (argument) => openEntry(argument as { uri: string; offset: number }),
    [commands.openLink]: (argument) => openWebPage(argument as string),
  };
  return vscode.Disposable.from(
    ...Object.entries(handlers).map(([id, handler]) =>
      vscode.commands.registerCommand(id, (first: unknown, second: unknown) =>
        isCall(id, first) ? handler(first, second) : showingErrors(() => handler(first, second)),
      ),
    ),
  );
}

/** Opens the page of the node or id given, which may be a model's, else of the entry that the user picks. */
async function openGuide(
  first: unknown,
  { catalogFile, guideFile, openGuide: open, openModel }: CommandServices,
): Promise<string | undefined> {
  const guide = await guideFile.get();
  const id = isGuideNode(first)
    ? first.entry.id
    : (commandArguments(first).id ?? (await pickEntry(guide, false))?.id);
  if (id === undefined) {
    return undefined;
  }
  const model = guide.entry(id) ? undefined : (await catalogFile.get()).model(id.replace(/^model\//, ''));
  return model ? openModel(model) : open(id);
}

/** Inserts the node or entry given; a caller that names one is not asked anything. */
function insertFromGuide(
  first: unknown,
  { insertFromGuide: insert, choose }: CommandServices,
): Promise<Insertion | undefined> {
  if (isGuideNode(first)) {
    return insert.run({ id: first.entry.id }, choose, true);
  }
  const args: GuideArguments & { readonly ask?: boolean } = commandArguments(first);
  const asks = args.id === undefined || args.ask === true;
  return insert.run(args, asks ? choose : neverAsk, asks);
}

/** Called by links only. */
const linkCommands: readonly string[] = [
  commands.citeAs,
  commands.openEntry,
  commands.openPlace,
  commands.openSetting,
  commands.openProblems,
];

/** Whether a program calls: the palette passes nothing, an editor's menu its address, the tree its nodes, a hover `ask`. */
function isCall(id: string, first: unknown): boolean {
  const isObject = typeof first === 'object' && first !== null;
  const isFromMenu = first instanceof vscode.Uri || isNode(first);
  return isObject && !isFromMenu && commandArguments(first).ask !== true && !linkCommands.includes(id);
}

/** VS Code shows what a command throws in a modal dialog with a technical title; a notification is enough. */
async function showingErrors(run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    void vscode.window.showErrorMessage(messageText(error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}

/** One after the other: several tabs opened at once come in random order. */
async function each(models: readonly Model[], act: (model: Model) => Promise<unknown>): Promise<void> {
  for (const model of models) {
    await act(model);
  }
}
