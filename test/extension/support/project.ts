import * as vscode from 'vscode';

/** A folder of its own for one test, so that tests cannot disturb each other. */
export interface Project {
  readonly folder: vscode.Uri;
  /** @param path - from the project's folder, e.g. `chapters/one.tex` */
  uri(path: string): vscode.Uri;
  write(path: string, content: string | Uint8Array): Promise<vscode.Uri>;
  bytes(path: string): Promise<Uint8Array>;
  /** The file as it is on disk, its BOM included. */
  text(path: string): Promise<string>;
}

let projects = 0;

/** Makes a project of these files in the workspace. */
export async function makeProject(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Project> {
  const folder = vscode.Uri.joinPath(workspaceFolder(), `project-${++projects}`);
  await vscode.workspace.fs.createDirectory(folder);
  const project = projectIn(folder);
  for (const [path, content] of Object.entries(files)) {
    await project.write(path, content);
  }
  return project;
}

/** Makes a project of a folder of test/drafts/workspace, as it stands there. */
export async function copyProject(name: string): Promise<Project> {
  const project = await makeProject();
  const copy = async (from: vscode.Uri, path: string): Promise<void> => {
    for (const [child, type] of await vscode.workspace.fs.readDirectory(from)) {
      const source = vscode.Uri.joinPath(from, child);
      if (type === vscode.FileType.Directory) {
        await copy(source, `${path}${child}/`);
      } else {
        await project.write(`${path}${child}`, await vscode.workspace.fs.readFile(source));
      }
    }
  };
  await copy(vscode.Uri.joinPath(workspaceFolder(), name), '');
  return project;
}

/** The folder of the drafts, a copy that only this run sees. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new Error('No folder is open.');
  }
  return folder.uri;
}

function projectIn(folder: vscode.Uri): Project {
  const uri = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, path);
  const bytes = async (path: string): Promise<Uint8Array> => vscode.workspace.fs.readFile(uri(path));
  return {
    folder,
    uri,
    bytes,
    write: async (path, content) => {
      await vscode.workspace.fs.writeFile(
        uri(path),
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      );
      return uri(path);
    },
    text: async (path) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytes(path)),
  };
}
