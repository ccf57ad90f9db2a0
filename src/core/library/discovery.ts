import { findDeclarations } from '../drafts/declarations';
import { frontMatter } from '../drafts/frontMatter';
import type { Syntax } from '../drafts/types';
import { hasInlineReferences } from '../formats/cslYaml';
import { hasTheBibliography } from '../formats/theBibliography';
import type { TextRange } from '../text';
import { BibliographySearch } from './bibliographySearch';
import { findMarkdownProject, markdownSyntax, metadataFiles } from './markdownProject';
import type { ProjectFile } from './markdownProject';
import { FactsCache, readIfPossible } from './sourceFacts';
import { TexProjects } from './texProject';
import type { MissingInclude } from './texProject';
import { findTypstProject } from './typstProject';
import type { Cancellation, Workspace } from './workspace';

/** A place where a bibliography is named. */
export interface DeclarationPlace {
  readonly uri: string;
  readonly range: TextRange;
  /** As written. */
  readonly path: string;
}

/** A bibliography of a draft. */
export interface FoundBibliography {
  readonly uri: string;
  /**
   * `declaration`: named by the draft or its LaTeX or Typst project; `project`: by a file of its Markdown project such as
   * `_quarto.yml` or `myst.yml`. Without {@link declaredIn} these files have references of their own.
   */
  readonly by: 'declaration' | 'project' | 'setting' | 'nearest';
  /** A bibliography that is named but not there is where the first entry will make it. */
  readonly exists: boolean;
  readonly declaredIn?: DeclarationPlace;
}

/** Something that names a bibliography and is not one that could be read. */
export interface SkippedBibliography {
  /** As written. */
  readonly path: string;
  /**
   * `remote`: a web address; `computed`: TeX or R makes the name; `format`: not one that is read; `no-match`: a pattern of the
   * setting, or a path from `~`, without a file.
   */
  readonly reason: 'remote' | 'computed' | 'format' | 'no-match';
  readonly declaredIn?: DeclarationPlace;
}

/** What was found around a draft. */
export interface Discovery {
  readonly draft: string;
  /** What the draft is written in: by its text, or because its project is a MyST one. */
  readonly syntax: Syntax;
  /** The LaTeX or Typst file that is compiled; in Markdown the draft. */
  readonly root: string;
  /** The root and the files it includes, in reading order. */
  readonly members: readonly string[];
  /** Those members that are read before `\begin{document}`; in Markdown the draft. */
  readonly preamble: readonly string[];
  /** In order of precedence, each file once. */
  readonly bibliographies: readonly FoundBibliography[];
  readonly skipped: readonly SkippedBibliography[];
  readonly missingIncludes: readonly MissingInclude[];
  /** LaTeX: what is included under a name that is computed, and so was not followed. */
  readonly computedIncludes: readonly MissingInclude[];
  /** Typst: the labels that the project's files define, sorted: `@label` refers to them and cites nothing. */
  readonly labels: readonly string[];
}

/** The settings that discovery needs. */
export interface DiscoverySettings {
  /** `mmllm.bibliography.files` */
  readonly bibliographyFiles: readonly string[];
}

/**
 * Finds a draft's bibliographies. The first source that answers counts: what the draft's LaTeX project or front matter
 * declares, the Quarto, MyST or Jupyter Book project, the setting, the nearest folder with `.bib` files up to the workspace folder.
 *
 * @param draft - URI
 * @param facts - what is known of LaTeX files already; kept up to date
 * @returns what was found so far, if cancelled
 */
export async function discover(
  draft: string,
  syntax: Syntax,
  workspace: Workspace,
  settings: DiscoverySettings,
  token: Cancellation,
  facts = new FactsCache(),
): Promise<Discovery> {
  const search = new BibliographySearch(draft, workspace, token);
  const project = await findProject(draft, syntax, workspace, search, token, facts);
  await search.setting(settings.bibliographyFiles);
  await search.nearest();
  return {
    draft,
    ...project,
    bibliographies: search.found,
    skipped: search.skipped,
  };
}

type Project = Omit<Discovery, 'draft' | 'bibliographies' | 'skipped'>;

function findProject(
  draft: string,
  syntax: Syntax,
  workspace: Workspace,
  search: BibliographySearch,
  token: Cancellation,
  facts: FactsCache,
): Promise<Project> {
  switch (syntax) {
    case 'latex':
      return latexProject(draft, new TexProjects(workspace, facts, token), search);
    case 'typst':
      return typstProject(draft, workspace, search, token);
    case 'pandoc':
    case 'myst':
      return markdownProject(draft, syntax, workspace, search, token);
  }
}

async function latexProject(
  draft: string,
  projects: TexProjects,
  search: BibliographySearch,
): Promise<Project> {
  const { missing, computed, ...found } = await projects.find(draft);
  for (const member of found.members) {
    const declarations = (await projects.facts(member))?.declarations ?? [];
    await search.latex(member, declarations, found.root);
  }
  for (const member of found.members) {
    if (hasTheBibliography((await projects.facts(member))?.text ?? '')) {
      search.own(member, 'last');
    }
  }
  return { syntax: 'latex', ...found, missingIncludes: missing, computedIncludes: computed, labels: [] };
}

async function typstProject(
  draft: string,
  workspace: Workspace,
  search: BibliographySearch,
  token: Cancellation,
): Promise<Project> {
  const found = await findTypstProject(draft, workspace, token);
  for (const member of found.members) {
    await search.typst(member, found.declarations.get(member) ?? [], found.top);
  }
  return {
    syntax: 'typst',
    root: found.root,
    members: found.members,
    preamble: [found.root],
    missingIncludes: found.missing,
    computedIncludes: [],
    labels: found.labels,
  };
}

async function markdownProject(
  draft: string,
  byText: Syntax,
  workspace: Workspace,
  search: BibliographySearch,
  token: Cancellation,
): Promise<Project> {
  const text = (await readIfPossible(workspace, draft, token)) ?? '';
  const names = (folder: string): Promise<readonly string[]> => search.names(folder);
  const project = await findMarkdownProject(draft, search.folders, names, workspace, token);
  const syntax = markdownSyntax(byText, project);
  await search.frontMatter(findDeclarations(text, syntax));
  const content = frontMatter(text)?.content;
  const named = content ? await metadataFiles(text, search.ends, workspace, token, content) : [];
  const isMyst = ({ kind }: ProjectFile): boolean => kind === 'myst' || kind === 'jupyter-book';
  const mystFiles = syntax === 'myst' ? project.files.filter(isMyst) : [];
  await search.project([...named, ...mystFiles, ...project.files.filter((file) => !isMyst(file))]);
  if (hasInlineReferences(text)) {
    search.own(draft, 'first');
  }
  return {
    syntax,
    root: draft,
    members: [draft],
    preamble: [draft],
    missingIncludes: [],
    computedIncludes: [],
    labels: [],
  };
}
