import { findDeclarations } from '../drafts/declarations';
import type { Syntax } from '../drafts/types';
import { hasInlineReferences } from '../formats/cslYaml';
import { hasTheBibliography } from '../formats/theBibliography';
import type { TextRange } from '../text';
import { BibliographySearch } from './bibliographySearch';
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
  /** `declaration`: named by the draft or its LaTeX project; `project`: by `_quarto.yml`, `_metadata.yml`, `myst.yml` or `_config.yml`. */
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
  let project = { root: draft, members: [draft], preamble: [draft] } as Pick<
    Discovery,
    'root' | 'members' | 'preamble'
  >;
  let missingIncludes: readonly MissingInclude[] = [];
  if (syntax === 'latex') {
    const projects = new TexProjects(workspace, facts, token);
    const { missing, ...found } = await projects.find(draft);
    [project, missingIncludes] = [found, missing];
    for (const member of project.members) {
      const declarations = (await projects.facts(member))?.declarations ?? [];
      await search.latex(member, declarations, project.root);
    }
    for (const member of project.members) {
      if (hasTheBibliography((await projects.facts(member))?.text ?? '')) {
        search.own(member, 'last');
      }
    }
  } else if (syntax === 'typst') {
    const found = await findTypstProject(draft, workspace, token);
    project = { root: found.root, members: found.members, preamble: [found.root] };
    missingIncludes = found.missing;
    for (const member of found.members) {
      await search.typst(member, found.declarations.get(member) ?? []);
    }
  } else {
    const text = (await readIfPossible(workspace, draft, token)) ?? '';
    await search.frontMatter(findDeclarations(text, syntax));
    if (syntax === 'myst') {
      await search.mystProject();
    }
    await search.quartoProject();
    if (hasInlineReferences(text)) {
      search.own(draft, 'first');
    }
  }
  await search.setting(settings.bibliographyFiles);
  await search.nearest();
  return {
    draft,
    syntax,
    ...project,
    bibliographies: search.found,
    skipped: search.skipped,
    missingIncludes,
  };
}
