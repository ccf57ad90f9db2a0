/**
 * The files around a draft, as the core sees them. URIs are strings in the form of VS Code's `uri.toString()`.
 * The extension implements it over open documents and `workspace.fs`; unit tests implement it in memory.
 */
export interface Workspace {
  /** Current text: of the open document where there is one (unsaved changes included), else of the file. `undefined` if there is no such file. */
  readText(uri: string, token: Cancellation): Promise<string | undefined>;
  /** Whether {@link readText} would find a file, without reading it: a bibliography may have 70 MB. */
  exists(uri: string, token: Cancellation): Promise<boolean>;
  /** The names of the files directly in a folder; empty if there is no such folder. */
  listFiles(folder: string, token: Cancellation): Promise<readonly string[]>;
  /** The workspace folder that contains a file, or `undefined`. */
  folderOf(uri: string): string | undefined;
  /**
   * URIs of the files matching one `mmllm.bibliography.files` pattern: a path or glob, absolute or relative to the workspace
   * folder of `relativeTo` (a draft's URI), in which `~` and `${workspaceFolder}` are replaced.
   */
  glob(pattern: string, relativeTo: string, token: Cancellation): Promise<readonly string[]>;
  /** Lets everything else that waits have its turn. Where it is missing, large files are read without a break. */
  pause?(): Promise<void>;
}

/** What the core needs of a cancellation token; VS Code's fits. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}
