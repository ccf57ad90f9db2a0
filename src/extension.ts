import * as vscode from 'vscode';
import type { MmLlmCatalogApi } from './api';
import { createApi } from './api';
import { Library } from './core/library/library';
import { AcceptCompletion } from './features/acceptCompletion';
import { AddToBibliography } from './features/addToBibliography';
import { AddToCatalog } from './features/addToCatalog';
import { BibliographyDiagnostics } from './features/bibliographyDiagnostics';
import { StatusPages, showStatus } from './features/bibliographyStatus';
import { BibliographySymbols, registerBibliographySymbols } from './features/bibliographySymbols';
import { CiteAs } from './features/citeAs';
import { CatalogTree, createCatalogView } from './features/catalogTree';
import { BibliographyChooser } from './features/chooseBibliography';
import { registerCommands } from './features/commands';
import { Comparisons, registerComparisons } from './features/comparison';
import { CitedModels } from './features/citedModels';
import { CitationCompletion, registerCompletion } from './features/completion';
import { KeyDefinition, registerDefinition } from './features/definition';
import { EntryActions } from './features/entryActions';
import { EntryLinks, registerDocumentLinks } from './features/documentLinks';
import { dragFromTree, dropGuide, dropModels, registerDrops } from './features/dragFromTree';
import { CitationHover, registerHover } from './features/hover';
import { GuidePages } from './features/guidePages';
import { InsertCitation } from './features/insertCitation';
import { InsertFromGuide } from './features/insertFromGuide';
import { InsertSummary } from './features/insertSummary';
import { InsertTable } from './features/insertTable';
import { Landscape, registerLandscape } from './features/landscape';
import { ModelPages, modelPageOf } from './features/modelPage';
import { ModelPickers } from './features/modelPickers';
import { ModelBadges } from './features/modelBadges';
import { pageActions } from './features/pageActions';
import { KeyReferences, registerReferences } from './features/references';
import { KeyRename, registerRename } from './features/rename';
import { OwnCatalogDiagnostics } from './features/ownCatalogDiagnostics';
import { ReloadCatalogs } from './features/reloadCatalogs';
import { RevealInTree } from './features/revealInTree';
import { FilterTree } from './features/treeFilter';
import { TreeState } from './features/treeState';
import { SearchActs } from './features/searchActs';
import { SearchPanel } from './features/searchPanel';
import { SearchedDrafts } from './features/searchedDraft';
import { commands } from './ids';
import { namedDraft } from './vscode/arguments';
import { BibliographyDocuments } from './vscode/bibliographyDocuments';
import { CatalogFile } from './vscode/catalogFile';
import { CitationCache } from './vscode/citationCache';
import { Citer } from './vscode/citer';
import { settingsFor } from './vscode/configuration';
import { DraftCitations } from './vscode/draftCitations';
import { ActiveDraft } from './vscode/drafts';
import { EntrySearches } from './vscode/entrySearches';
import { GuideFile } from './vscode/guideFile';
import { KeyFinder } from './vscode/keyFinder';
import { watchLibrary } from './vscode/libraryEvents';
import { OutsideFiles } from './vscode/outsideFiles';
import { OwnCatalogs } from './vscode/ownCatalogs';
import { Pages } from './vscode/pages';
import { Places } from './vscode/places';
import { ProjectDrafts } from './vscode/projectDrafts';
import { Queries } from './vscode/queries';
import { WorkspaceFiles } from './vscode/workspaceFiles';
import { WritingTarget } from './vscode/writingTarget';

/** Builds the services in dependency order, registers the features, and returns the API for other extensions. */
export function activate(context: vscode.ExtensionContext): MmLlmCatalogApi {
  const files = new WorkspaceFiles();
  const outside = new OutsideFiles();
  const own = new OwnCatalogs(context, files, outside);
  const catalogFile = new CatalogFile(context.extensionUri, own);
  const guideFile = new GuideFile(context.extensionUri);
  const library = new Library(
    files,
    () => catalogFile.get(),
    (draft) => settingsFor(vscode.Uri.parse(draft, true)),
  );
  const citations = new CitationCache();
  const draftCitations = new DraftCitations(library, citations);
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
  const badges = new ModelBadges(catalogFile, library, draftCitations, active, () => treeView.visible);
  const tree = new CatalogTree(catalogFile, guideFile, treeState, badges);
  const treeView = createCatalogView(tree, dragFromTree);
  const filterTree = new FilterTree(queries, treeState, treeView);
  const changed = new vscode.EventEmitter<void>();
  const status = new StatusPages(citer, changed.event);
  const models = new ModelPages(catalogFile, guideFile, library, draftCitations, active, changed.event);
  const guidePages = new GuidePages(catalogFile, guideFile);
  const pages = new Pages(context.extensionUri, [status, models, guidePages]);

  const target = new WritingTarget(active, citer, changed.event);
  const entrySearches = new EntrySearches();
  const { extensionUri } = context;
  const searchPanel = new SearchPanel({
    extensionUri,
    catalogFile,
    queries,
    drafts: new SearchedDrafts(active, library, draftCitations, catalogFile),
    entrySearches,
    target,
    acts: new SearchActs(active),
  });
  const actions = pageActions(pickers, (query) => searchPanel.show(query));
  const comparisons = new Comparisons(extensionUri, catalogFile, guideFile, target, actions);
  const landscape = new Landscape(extensionUri, catalogFile, guideFile, actions);
  context.subscriptions.push(
    active,
    target,
    tree,
    outside,
    own,
    catalogFile,
    new OwnCatalogDiagnostics(catalogFile),
    changed,
    catalogFile.onDidChange(() => {
      library.invalidate();
      changed.fire();
      void filterTree.renew();
    }),
    pages,
    active.onDidChange(() => changed.fire()),
    // A draft whose tab is closed is not the active one any more.
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => closed.length > 0 && changed.fire()),
    changed.event(() => {
      badges.refresh();
      searchPanel.refresh();
    }),
    watchLibrary(library, outside, () => changed.fire()),
    treeState,
    treeView,
    treeView.onDidChangeVisibility(() => badges.refresh()),
    filterTree,
    badges,
    registerDrops(citer, [dropModels(catalogFile, choose), dropGuide(catalogFile, guideFile, choose)]),
    registerHover(new CitationHover(library, citations, guideFile)),
    registerCompletion(
      new CitationCompletion(library, citations, draftCitations, entrySearches),
      new AcceptCompletion(catalogFile, citer, choose),
    ),
    registerDefinition(new KeyDefinition(keys, places)),
    registerReferences(new KeyReferences(keys, drafts, places)),
    registerRename(new KeyRename(keys, drafts, places)),
    registerDocumentLinks(new EntryLinks(bibliographies)),
    registerBibliographySymbols(new BibliographySymbols(bibliographies)),
    new BibliographyDiagnostics(library, bibliographies, files, places, outside),
    registerComparisons(comparisons),
    registerLandscape(landscape, catalogFile),
    searchPanel,
    searchPanel.register(),
    registerCommands({
      catalogFile,
      guideFile,
      openGuide: (id) => guidePages.open(id, (page) => pages.show(page)),
      openModel: async (model) => {
        await pages.show(modelPageOf(model));
        return models.source(model.id);
      },
      treeState,
      filterTree,
      revealInTree: new RevealInTree(tree, treeView, filterTree, library, citations, active),
      pickers,
      choose,
      insertCitation: new InsertCitation(catalogFile, citer, active, pickers),
      insertFromGuide: new InsertFromGuide(catalogFile, guideFile, citer, active),
      insertSummary: new InsertSummary(catalogFile, citer, active, pickers),
      citeAs: new CiteAs(catalogFile, citer, active, choose),
      insertTable: new InsertTable(catalogFile, guideFile, citer, active, pickers),
      citedModels: new CitedModels(library, citations),
      comparisons,
      landscape,
      searchPanel,
      entryActions: new EntryActions(library, active),
      addToBibliography: new AddToBibliography(catalogFile, citer, active, pickers),
      showStatus: async (args) =>
        showStatus(await namedDraft(args, active), status, (page) => pages.show(page)),
      addToCatalog: new AddToCatalog(catalogFile, own, library, citations, bibliographies),
      reloadCatalogs: new ReloadCatalogs(catalogFile, own),
      files,
    }),
  );
  const { version } = context.extension.packageJSON as { version: string };
  return createApi({ version, catalogFile, pickers, library, citations });
}
