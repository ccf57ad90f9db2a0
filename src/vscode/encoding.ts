import * as vscode from 'vscode';

/** Stands where bytes could not be decoded. */
const undecodable = '\ufffd';

/** Bytes that Windows-1252 does not define. */
const undefinedBytes: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Decodes a file as an editor would show it: by the user's encoding settings, without BOM. Files in which that leaves
 * gaps, because they are older than UTF-8, are read as Western European.
 */
export async function decodeText(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
  const text = await decodeBySettings(bytes, uri);
  return text.includes(undecodable) && !isUtf8(bytes) ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/**
 * Opens a document that will be saved. If VS Code has decoded it with gaps, saving would write the gaps over the bytes that
 * stood there; then it is opened anew in an encoding that has a letter for each of them.
 */
export async function openWithoutLoss(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty || !document.getText().includes(undecodable)) {
    return document;
  }
  const bytes = await vscode.workspace.fs.readFile(uri);
  if (isUtf8(bytes)) {
    return document;
  }
  const encoding = bytes.some((byte) => undefinedBytes.has(byte)) ? 'iso88591' : 'windows1252';
  return vscode.workspace.openTextDocument(uri, { encoding });
}

async function decodeBySettings(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
  try {
    return await vscode.workspace.decode(bytes, { uri });
  } catch {
    // VS Code refuses what looks binary, e.g. a bibliography with a NUL in it; the entries around it still count.
    return new TextDecoder().decode(bytes);
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
