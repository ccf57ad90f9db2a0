import * as vscode from 'vscode';

/** What a page of the extension's own consists of. */
export interface WebviewPage {
  /** Name of the script, of `dist/webview/NAME.js`. */
  readonly script: 'comparison' | 'landscape' | 'search';
  /** Shown while the script loads, and to screen readers. */
  readonly title: string;
  /** Texts in the user's language by name, see `words` in `src/webview`. */
  readonly words: Readonly<Record<string, string>>;
}

/** Where the files of webviews are: the only place that they may load from. */
export function webviewRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/**
 * The page of a webview. It loads its own script, style and icon font and nothing else: no address of the web, no inline
 * script or style, no script that has not the nonce. What is shown comes as messages and becomes text, never markup.
 */
export function webviewHtml(webview: vscode.Webview, extensionUri: vscode.Uri, page: WebviewPage): string {
  const nonce = randomNonce();
  const address = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(webviewRoot(extensionUri), name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    // These two do not follow the default.
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(address('codicon.css'))}" id="vscode-codicon-stylesheet">
<link rel="stylesheet" href="${escapeHtml(address('webview.css'))}">
<title>${escapeHtml(page.title)}</title>
</head>
<body class="mmllm ${page.script}" data-words="${escapeHtml(JSON.stringify(page.words))}">
<main aria-label="${escapeHtml(page.title)}"></main>
<script nonce="${nonce}" src="${escapeHtml(address(`${page.script}.js`))}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
