import * as vscode from 'vscode';

export type PictureTheme = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

/** The colour theme in use, as the pictures name it. */
export function pictureTheme(): PictureTheme {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.HighContrast:
      return 'high-contrast';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'high-contrast-light';
    case vscode.ColorThemeKind.Dark:
      return 'dark';
  }
}

/** An SVG as an address for Markdown; encoded without Node's Buffer, which a browser lacks. */
export function dataUri(svg: string): string {
  const bytes = Array.from(new TextEncoder().encode(svg), (byte) => String.fromCharCode(byte));
  return `data:image/svg+xml;base64,${btoa(bytes.join(''))}`;
}
