import type { Include } from '../drafts/includes';
import type { TextRange } from '../text';
import { fileIn, folderOfFile, foldersUpward, resolvePath } from './paths';
import { readIfPossible } from './sourceFacts';
import type { FactsCache, SourceFacts } from './sourceFacts';
import type { Cancellation, Workspace } from './workspace';

/** A file that a draft reads in and that is not there. */
export interface MissingInclude {
  readonly uri: string;
  readonly range: TextRange;
  readonly path: string;
}

/** The files that TeX reads when a draft is compiled. */
export interface TexProject {
  readonly root: string;
  /** The root, then the files it includes, in the order TeX reads them; each once. */
  readonly members: readonly string[];
  /** Those members that are read before `\begin{document}`, the root first. */
  readonly preamble: readonly string[];
  readonly missing: readonly MissingInclude[];
  /** Includes whose names TeX computes. */
  readonly computed: readonly MissingInclude[];
}

interface Graph extends Omit<TexProject, 'root'> {
  readonly reached: ReadonlySet<string>;
}

const TEX_FILE = /\.(?:tex|ltx|latex|rnw)$/i;
/** A folder of generated snippets must not be read whole. */
const MAX_ROOT_CANDIDATES = 200;
const MAX_MEMBERS = 2000;

/** Finds a LaTeX draft's root and include graph. Reads files, each once. */
export class TexProjects {
  readonly #workspace: Workspace;
  readonly #facts: FactsCache;
  readonly #token: Cancellation;
  readonly #read = new Map<string, Promise<SourceFacts | undefined>>();

  constructor(workspace: Workspace, facts: FactsCache, token: Cancellation) {
    this.#workspace = workspace;
    this.#facts = facts;
    this.#token = token;
  }

  /** The project a draft belongs to; a draft without any other file is its own root. */
  async find(draft: string): Promise<TexProject> {
    const root = await this.#statedRoot(draft);
    if (root !== undefined) {
      return this.#project(root, draft);
    }
    const found = await this.#includingRoot(draft);
    return found ?? this.#project(draft, draft);
  }

  /** What a LaTeX file says, or `undefined` if it is not there. */
  facts(uri: string): Promise<SourceFacts | undefined> {
    let facts = this.#read.get(uri);
    if (!facts) {
      facts = readIfPossible(this.#workspace, uri, this.#token).then((text) =>
        text === undefined ? undefined : this.#facts.of(uri, text),
      );
      this.#read.set(uri, facts);
    }
    return facts;
  }

  /** The root by `% !TeX root` or by the class `subfiles`, from file to file; the draft if it is a whole document itself. */
  async #statedRoot(draft: string): Promise<string | undefined> {
    const chain = new Set([draft]);
    let root = draft;
    let next = await this.#namedRoot(draft);
    while (next !== undefined && !chain.has(next)) {
      chain.add(next);
      root = next;
      next = await this.#namedRoot(next);
    }
    if (root !== draft || next === draft) {
      return root;
    }
    const own = await this.facts(draft);
    // A file made with `standalone` can be compiled alone, but usually another includes it.
    const isWhole = own?.documentClass && !isSubfile(own) && own.documentClass.name !== 'standalone';
    return isWhole === true ? draft : undefined;
  }

  /** The root that a file itself names, if it is there. */
  async #namedRoot(uri: string): Promise<string | undefined> {
    const facts = await this.facts(uri);
    const path = facts?.rootComment ?? (facts && isSubfile(facts) ? facts.documentClass?.options : undefined);
    return path === undefined ? undefined : this.#firstThere(path, [folderOfFile(uri)]);
  }

  /** The nearest document upward whose include graph reaches the draft; of several in a folder `main.tex`, else the first by name. */
  async #includingRoot(draft: string): Promise<TexProject | undefined> {
    for (const folder of foldersUpward(draft, this.#workspace.folderOf(draft))) {
      const names = (await this.#workspace.listFiles(folder, this.#token)).filter((name) =>
        TEX_FILE.test(name),
      );
      const isMain = (name: string): number => (/^main\./i.test(name) ? 0 : 1);
      names.sort((a, b) => isMain(a) - isMain(b) || (a < b ? -1 : 1));
      for (const name of names.slice(0, MAX_ROOT_CANDIDATES)) {
        const candidate = fileIn(folder, name);
        const facts = candidate === draft ? undefined : await this.facts(candidate);
        if (facts?.documentClass && !isSubfile(facts)) {
          const graph = await this.#graph(candidate);
          if (graph.reached.has(draft)) {
            return projectOf(candidate, graph);
          }
        }
      }
    }
    return undefined;
  }

  /** The graph from a root; a draft it does not reach is added with its own graph. */
  async #project(root: string, draft: string): Promise<TexProject> {
    const graph = await this.#graph(root);
    if (graph.reached.has(draft)) {
      return projectOf(root, graph);
    }
    const own = await this.#graph(draft, folderOfFile(root));
    const members = [...graph.members, ...own.members.filter((uri) => !graph.reached.has(uri))];
    return {
      ...projectOf(root, graph),
      members,
      missing: [...graph.missing, ...own.missing],
      computed: [...graph.computed, ...own.computed],
    };
  }

  async #graph(root: string, rootFolder = folderOfFile(root)): Promise<Graph> {
    const reached = new Set<string>();
    const members: string[] = [];
    const preamble: string[] = [];
    const missing: MissingInclude[] = [];
    const computed: MissingInclude[] = [];
    const visit = async (uri: string, inPreamble: boolean): Promise<void> => {
      if (reached.has(uri) || reached.size >= MAX_MEMBERS) {
        return;
      }
      reached.add(uri);
      const facts = await this.facts(uri);
      if (!facts) {
        return;
      }
      members.push(uri);
      if (inPreamble) {
        preamble.push(uri);
      }
      for (const include of facts.includes) {
        if (include.computed) {
          computed.push({ uri, range: include.range, path: include.path });
          continue;
        }
        const folders = searchFolders(include, rootFolder, folderOfFile(uri));
        const target = await this.#firstThere(include.path, folders);
        if (target === undefined) {
          missing.push({ uri, range: include.range, path: include.path });
        } else {
          await visit(target, inPreamble && include.range.start < facts.bodyStart);
        }
      }
    };
    await visit(root, true);
    return { reached, members, preamble, missing, computed };
  }

  /** TeX adds `.tex` first and then tries the name as it is. */
  async #firstThere(path: string, folders: readonly string[]): Promise<string | undefined> {
    const names = /\.(?:tex|ltx)$/i.test(path) ? [path] : [`${path}.tex`, path];
    for (const folder of folders) {
      for (const name of names) {
        const uri = resolvePath(folder, name);
        if (uri !== undefined && (await this.facts(uri))) {
          return uri;
        }
      }
    }
    return undefined;
  }
}

function projectOf(root: string, { members, preamble, missing, computed }: Graph): TexProject {
  return { root, members, preamble, missing, computed };
}

/** `subfiles` keeps paths relative to each file, plain TeX all relative to the root; people mix both. */
function searchFolders(include: Include, rootFolder: string, ownFolder: string): readonly string[] {
  const ownFirst = include.command.startsWith('sub');
  const folders = ownFirst ? [ownFolder, rootFolder] : [rootFolder, ownFolder];
  return folders[0] === folders[1] ? folders.slice(0, 1) : folders;
}

function isSubfile(facts: SourceFacts): boolean {
  return facts.documentClass?.name === 'subfiles';
}
