import { escapeHtml } from './safeHtml';

/** What an HTML document needs besides its content. */
export interface PageFrame {
  readonly title: string;
  /** BCP 47, e.g. `zh-cn`. */
  readonly language: string;
  /** The style sheet's address. */
  readonly style: string;
  /** Where the style sheet may come from, as a content security policy says it. */
  readonly styleSource: string;
}

/**
 * A whole HTML document that runs no script and loads nothing but its style sheet and the pictures in its addresses.
 *
 * @param content - safe HTML
 */
export function pageDocument(content: string, { title, language, style, styleSource }: PageFrame): string {
  const policy = `default-src 'none'; img-src data:; style-src ${styleSource};`;
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<link rel="stylesheet" href="${escapeHtml(style)}">`,
    '</head>',
    `<body><main>${content}</main></body>`,
    '</html>',
  ].join('\n');
}
