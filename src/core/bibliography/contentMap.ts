import type { Content } from './content';

/**
 * Finds contents by texts, e.g. keys. A map for the next version of a file shares all with the one before but what changed.
 */
export class ContentMap {
  readonly #base: ReadonlyMap<string, Content | readonly Content[]>;
  /** Where the base does not hold. */
  readonly #changes: ReadonlyMap<string, readonly Content[]>;
  readonly #textsOf: (content: Content) => readonly string[];

  private constructor(
    base: ReadonlyMap<string, Content | readonly Content[]>,
    changes: ReadonlyMap<string, readonly Content[]>,
    textsOf: (content: Content) => readonly string[],
  ) {
    this.#base = base;
    this.#changes = changes;
    this.#textsOf = textsOf;
  }

  /** @param textsOf - what a content is found by */
  static of(contents: readonly Content[], textsOf: (content: Content) => readonly string[]): ContentMap {
    const base = new Map<string, Content | Content[]>();
    for (const content of contents) {
      for (const text of textsOf(content)) {
        const others = base.get(text);
        if (others === undefined) {
          base.set(text, content);
        } else if (Array.isArray(others)) {
          others.push(content);
        } else {
          base.set(text, [others, content]);
        }
      }
    }
    return new ContentMap(base, new Map(), textsOf);
  }

  /** In file order. May hold contents that were removed but would now be found by other texts. */
  get(text: string): readonly Content[] {
    const changed = this.#changes.get(text);
    if (changed) {
      return changed;
    }
    const found = this.#base.get(text);
    return found === undefined ? [] : Array.isArray(found) ? (found as Content[]) : [found as Content];
  }

  /**
   * The map after some contents have gone and others have come.
   *
   * @param textsOf - for those that have come
   * @returns `undefined` if so much has changed since the first version that a new map costs no more
   */
  changed(
    removed: readonly Content[],
    added: readonly Content[],
    textsOf: (content: Content) => readonly string[],
  ): ContentMap | undefined {
    if (this.#changes.size + removed.length + added.length > MAX_CHANGES) {
      return undefined;
    }
    const changes = new Map(this.#changes);
    const current = (text: string): readonly Content[] => changes.get(text) ?? this.get(text);
    for (const content of removed) {
      for (const text of this.#textsOf(content)) {
        changes.set(
          text,
          current(text).filter((other) => other !== content),
        );
      }
    }
    for (const content of added) {
      for (const text of textsOf(content)) {
        const others = [...current(text), content];
        changes.set(
          text,
          others.sort((a, b) => a.place - b.place),
        );
      }
    }
    return new ContentMap(this.#base, changes, textsOf);
  }
}

/** Copying them for each version must cost little. */
const MAX_CHANGES = 2000;
