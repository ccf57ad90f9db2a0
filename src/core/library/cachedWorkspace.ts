import { fileName, folderOfFile, mayBeBibliography } from './paths';
import type { Cancellation, Workspace } from './workspace';

const NEVER_CANCELLED: Cancellation = { isCancellationRequested: false };

/** Stands among the things asked for a pattern, which any new bibliography may match. */
const ANY_BIBLIOGRAPHY = '*';

/** An answer, under way or there. */
interface Answer<T> {
  readonly promise: Promise<T>;
  value?: T;
}

/**
 * Asks a workspace everything only once until it is told of a change. What is asked is shared between callers, so no
 * caller's cancellation stops it.
 */
export class CachedWorkspace {
  readonly #workspace: Workspace;
  readonly #texts = new Map<string, Answer<string | undefined>>();
  readonly #existence = new Map<string, Answer<boolean>>();
  readonly #listings = new Map<string, Answer<readonly string[]>>();
  readonly #globs = new Map<string, Answer<readonly string[]>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * The workspace as seen by one draft.
   *
   * @param asked - takes what the answers depend on: URIs of files, there or not, and of folders
   */
  view(asked: Set<string>): Workspace {
    const workspace = this.#workspace;
    return {
      readText: (uri) => {
        asked.add(uri);
        return remember(this.#texts, uri, () => workspace.readText(uri, NEVER_CANCELLED));
      },
      exists: (uri) => {
        asked.add(uri);
        return remember(this.#existence, uri, () => workspace.exists(uri, NEVER_CANCELLED));
      },
      listFiles: (folder) => {
        asked.add(folder);
        return remember(this.#listings, folder, () => workspace.listFiles(folder, NEVER_CANCELLED));
      },
      folderOf: (uri) => workspace.folderOf(uri),
      glob: (pattern, relativeTo) => {
        asked.add(ANY_BIBLIOGRAPHY);
        const key = `${pattern}\n${relativeTo}`;
        return remember(this.#globs, key, () => workspace.glob(pattern, relativeTo, NEVER_CANCELLED));
      },
    };
  }

  /**
   * Forgets what depends on a file or folder that was changed, created, renamed or deleted; without it, everything.
   *
   * A folder's list is kept if it has the file already, so that typing costs no listing; whoever uses a list asks about
   * each file as well, and so learns of deleted ones.
   *
   * @returns whether somebody who has asked these things (see {@link view}) must ask again
   */
  invalidate(uri?: string): (asked: ReadonlySet<string>) => boolean {
    if (uri === undefined) {
      [this.#texts, this.#existence, this.#listings, this.#globs].forEach((cache) => cache.clear());
      return () => true;
    }
    const inside = `${uri.replace(/\/$/, '')}/`;
    const isHit = (known: string): boolean => known === uri || known.startsWith(inside);
    [this.#texts, this.#existence, this.#listings].forEach((cache) => drop<unknown>(cache, isHit));
    const folder = folderOfFile(uri);
    const name = fileName(uri);
    const isNewIn = this.#listings.get(folder)?.value?.includes(name) !== true;
    if (isNewIn) {
      this.#listings.delete(folder);
    }
    const mayMatch = mayBeBibliography(uri);
    drop(this.#globs, (_, known) => mayMatch && known.value?.includes(uri) !== true);
    return (asked) =>
      (isNewIn && asked.has(folder)) || (mayMatch && asked.has(ANY_BIBLIOGRAPHY)) || [...asked].some(isHit);
  }

  /** Forgets the texts of files that nobody depends on. */
  keep(isWanted: (uri: string) => boolean): void {
    drop(this.#texts, (uri) => !isWanted(uri));
  }
}

/** Keeps an answer, but not a failure: the next caller tries again. */
function remember<T>(cache: Map<string, Answer<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known) {
    return known.promise;
  }
  const answer: Answer<T> = { promise: ask() };
  cache.set(key, answer);
  answer.promise.then(
    (value) => (answer.value = value),
    () => drop(cache, (_, other) => other === answer),
  );
  return answer.promise;
}

function drop<T>(cache: Map<string, T>, isHit: (key: string, value: T) => boolean): void {
  for (const [key, value] of cache) {
    if (isHit(key, value)) {
      cache.delete(key);
    }
  }
}
