/** Settings of windows that are photographed for the README: lines of 120 characters fit beside the side bar. */
export const photoSettings = {
  'editor.folding': false,
  'editor.fontSize': 12,
  'editor.glyphMargin': false,
  'editor.minimap.enabled': false,
} as const;
