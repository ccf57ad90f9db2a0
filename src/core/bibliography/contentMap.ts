import type { Content } from './content';

/**
 * Finds contents by names, e.g. keys. A map for the next version of a file shares all with the one before but what changed.
 */
export class ContentMap<Name extends string | number> {
  readonly #base: ReadonlyMap<Name, Content | readonly Content[]>;
  /** Where the base does not hold. */
  readonly #changes: ReadonlyMap<Name, readonly Content[]>;
  readonly #namesOf: (content: Content) => readonly Name[];

  private constructor(
    base: ReadonlyMap<Name, Content | readonly Content[]>,
    changes: ReadonlyMap<Name, readonly Content[]>,
    namesOf: (content: Content) => readonly Name[],
  ) {
    this.#base = base;
    this.#changes = changes;
    this.#namesOf = namesOf;
  }

  /** @param namesOf - what a content is found by */
  static of<Name extends string | number>(
    contents: readonly Content[],
    namesOf: (content: Content) => readonly Name[],
  ): ContentMap<Name> {
    const base = new Map<Name, Content | Content[]>();
    for (const content of contents) {
      for (const name of namesOf(content)) {
        const others = base.get(name);
        if (others === undefined) {
          base.set(name, content);
        } else if (Array.isArray(others)) {
          others.push(content);
        } else {
          base.set(name, [others, content]);
        }
      }
    }
    return new ContentMap<Name>(base, new Map(), namesOf);
  }

  /** In file order. May hold contents that were removed but would now be found by other names. */
  get(name: Name): readonly Content[] {
    const changed = this.#changes.get(name);
    if (changed) {
      return changed;
    }
    const found = this.#base.get(name);
    return found === undefined ? [] : Array.isArray(found) ? (found as Content[]) : [found as Content];
  }

  /**
   * The map after some contents have gone and others have come.
   *
   * @param namesOf - for those that have come
   * @returns `undefined` if so much has changed since the first version that a new map costs no more
   */
  changed(
    removed: readonly Content[],
    added: readonly Content[],
    namesOf: (content: Content) => readonly Name[],
  ): ContentMap<Name> | undefined {
    if (this.#changes.size + removed.length + added.length > MAX_CHANGES) {
      return undefined;
    }
    const changes = new Map(this.#changes);
    const current = (name: Name): readonly Content[] => changes.get(name) ?? this.get(name);
    for (const content of removed) {
      for (const name of this.#namesOf(content)) {
        changes.set(
          name,
          current(name).filter((other) => other !== content),
        );
      }
    }
    for (const content of added) {
      for (const name of namesOf(content)) {
        const others = [...current(name), content];
        changes.set(
          name,
          others.sort((a, b) => a.place - b.place),
        );
      }
    }
    return new ContentMap(this.#base, changes, namesOf);
  }
}

/** Copying them for each version must cost little. */
const MAX_CHANGES = 2000;
