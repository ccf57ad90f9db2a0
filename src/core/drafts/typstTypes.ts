import type { TextRange } from '../text';

/** A part of a call's arguments. Parts of inner parentheses stand between the marks `(` and `)`. */
export interface TypstToken {
  /** `value`: anything whose inside does not matter, e.g. a content block. */
  readonly type: 'name' | 'string' | 'label' | 'mark' | 'call' | 'value';
  /** The inside: without quotes or `<>`. Of a call without arguments' range. */
  readonly range: TextRange;
  /** Of a call. */
  readonly call?: TypstCall;
}

/** A call of one of the functions that matter. */
export interface TypstCall {
  readonly name: string;
  /** From the `#`, or from the name inside code, to after the parenthesis. */
  readonly range: TextRange;
  readonly tokens: readonly TypstToken[];
}

/** What of a Typst file matters for citations. */
export interface TypstScan {
  /** `@key` and `@key[...]`, in file order. */
  readonly references: readonly { readonly range: TextRange; readonly key: TextRange }[];
  /** Names of labels that the text defines, `<name>`. */
  readonly labels: ReadonlySet<string>;
  /** Calls of `cite` and `bibliography`. */
  readonly calls: readonly TypstCall[];
  /** The paths in `#include "..."` and `#import "..."`. */
  readonly includes: readonly TextRange[];
  /** Values of parameters such as `bibliography-file: "..."`, which templates have. */
  readonly bibliographyParameters: readonly TextRange[];
}
