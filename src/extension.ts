import * as vscode from 'vscode';
import type { MmLlmCatalogApi } from './api';
import { createApi } from './api';
import { Library } from './core/library/library';
import { AcceptCompletion } from './features/acceptCompletion';
import { AddToBibliography } from './features/addToBibliography';
import { BibliographyDiagnostics } from './features/bibliographyDiagnostics';
import { BibliographyStatus } from './features/bibliographyStatus';
import { BibliographySymbols, registerBibliographySymbols } from './features/bibliographySymbols';
import { CatalogTree, createCatalogView } from './features/catalogTree';
import { BibliographyChooser } from './features/chooseBibliography';
import { registerCommands } from './features/commands';
import { Comparisons, registerComparisons } from './features/comparison';
import { CitationCompletion, registerCompletion } from './features/completion';
import { KeyDefinition, registerDefinition } from './features/definition';
import { EntryLinks, registerDocumentLinks } from './features/documentLinks';
import { DropModels, dragModels, registerDropModels } from './features/dragModels';
import { CitationHover, registerHover } from './features/hover';
import { InsertCitation } from './features/insertCitation';
import { InsertSummary } from './features/insertSummary';
import { InsertTable } from './features/insertTable';
import { Landscape, registerLandscape } from './features/landscape';
import { ModelPages, registerModelPages } from './features/modelPage';
import { ModelPickers } from './features/modelPickers';
import { ModelBadges } from './features/modelBadges';
import { pageActions, searchAction } from './features/pageActions';
import { KeyReferences, registerReferences } from './features/references';
import { KeyRename, registerRename } from './features/rename';
import { RevealInTree } from './features/revealInTree';
import { FilterTree } from './features/treeFilter';
import { TreeState } from './features/treeState';
import { SearchPanel } from './features/searchPanel';
import { commands } from './ids';
import { BibliographyDocuments } from './vscode/bibliographyDocuments';
import { CatalogFile } from './vscode/catalogFile';
import { CitationCache } from './vscode/citationCache';
import { Citer } from './vscode/citer';
import { settingsFor } from './vscode/configuration';
import { ActiveDraft } from './vscode/drafts';
import { EntrySearches } from './vscode/entrySearches';
import { GuideFile } from './vscode/guideFile';
import { KeyFinder } from './vscode/keyFinder';
import { watchLibrary } from './vscode/libraryEvents';
import { Places } from './vscode/places';
import { ProjectDrafts } from './vscode/projectDrafts';
import { Queries } from './vscode/queries';
import { WorkspaceFiles } from './vscode/workspaceFiles';
import { WritingTarget } from './vscode/writingTarget';

/** Builds the services in dependency order, registers the features, and returns the API for other extensions. */
export function activate(context: vscode.ExtensionContext): MmLlmCatalogApi {
  const catalogFile = new CatalogFile(context.extensionUri);
  const guideFile = new GuideFile(context.extensionUri);
  const files = new WorkspaceFiles();
  const library = new Library(
    files,
    () => catalogFile.get(),
    (draft) => settingsFor(vscode.Uri.parse(draft, true)),
  );
  const citations = new CitationCache();
  const queries = new Queries(catalogFile);
  const citer = new Citer(library);
  const bibliographies = new BibliographyDocuments();
  const keys = new KeyFinder(library, citations, bibliographies);
  const drafts = new ProjectDrafts(library, files, citations);
  const places = new Places();
  const active = new ActiveDraft();
  const { choose } = new BibliographyChooser();
  const pickers = new ModelPickers(catalogFile, queries, citer, {
    openPaper: (model) => void vscode.commands.executeCommand(commands.openPaper, { ids: [model.id] }),
    openDetails: (model) => void vscode.commands.executeCommand(commands.openModel, { ids: [model.id] }),
  });
  const treeState = new TreeState(context.workspaceState);
  const tree = new CatalogTree(catalogFile, treeState);
  const treeView = createCatalogView(tree, dragModels);
  const filterTree = new FilterTree(queries, treeState, treeView);
  const badges = new ModelBadges(catalogFile, library, citations, active, () => treeView.visible);
  const status = new BibliographyStatus(citer, active);

  const target = new WritingTarget(active, citer);
  const entrySearches = new EntrySearches();
  const { extensionUri } = context;
  const searchPanel = new SearchPanel({
    extensionUri,
    catalogFile,
    queries,
    library,
    citations,
    entrySearches,
    active,
    target,
    act: searchAction,
  });
  const actions = pageActions(pickers, (query) => searchPanel.show(query));
  const comparisons = new Comparisons(extensionUri, catalogFile, guideFile, target, actions);
  const landscape = new Landscape(extensionUri, catalogFile, guideFile, actions);
  const changed = (): void => {
    badges.refresh();
    searchPanel.refresh();
  };

  context.subscriptions.push(
    active,
    target,
    tree,
    status,
    status.register(),
    watchLibrary(library, changed),
    treeState,
    treeView,
    treeView.onDidChangeVisibility(() => badges.refresh()),
    filterTree,
    badges,
    registerDropModels(new DropModels(catalogFile, citer, choose)),
    registerHover(new CitationHover(library, citations)),
    registerCompletion(
      new CitationCompletion(library, citations, entrySearches),
      new AcceptCompletion(catalogFile, citer, choose),
    ),
    registerDefinition(new KeyDefinition(keys, places)),
    registerReferences(new KeyReferences(keys, drafts, places)),
    registerRename(new KeyRename(keys, drafts, places)),
    registerDocumentLinks(new EntryLinks(bibliographies)),
    registerBibliographySymbols(new BibliographySymbols(bibliographies)),
    new BibliographyDiagnostics(library, bibliographies, files, places),
    registerModelPages(new ModelPages(catalogFile)),
    registerComparisons(comparisons),
    registerLandscape(landscape),
    searchPanel,
    searchPanel.register(),
    registerCommands({
      catalogFile,
      treeState,
      filterTree,
      revealInTree: new RevealInTree(tree, treeView, filterTree, library, citations, active),
      pickers,
      choose,
      insertCitation: new InsertCitation(catalogFile, citer, active, pickers),
      insertSummary: new InsertSummary(catalogFile, citer, active, pickers),
      insertTable: new InsertTable(catalogFile, guideFile, citer, active, pickers),
      comparisons,
      landscape,
      searchPanel,
      addToBibliography: new AddToBibliography(catalogFile, citer, active, pickers),
      showStatus: (args) => status.show(args),
    }),
  );
  const { version } = context.extension.packageJSON as { version: string };
  return createApi({ version, catalogFile, pickers, library, citations });
}
