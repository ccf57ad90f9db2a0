import type { Modality } from './types';

/** VS Code's four kinds of colour theme. */
export type ThemeKind = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

/** Colours as SVG writes them. */
export interface PipelineColours {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly boxFill: string;
  readonly boxStroke: string;
  readonly accentFill: string;
  readonly accentStroke: string;
  readonly accentText: string;
  readonly strokeWidth: number;
}

/** Chosen to go with the hover backgrounds of VS Code's default themes, which an image cannot ask for. */
export const pipelineColours: Readonly<Record<ThemeKind, PipelineColours>> = {
  dark: {
    text: '#d4d4d4',
    muted: '#9d9d9d',
    line: '#8a8a8a',
    boxFill: '#ffffff0d',
    boxStroke: '#6b6b6b',
    accentFill: '#2b6cb066',
    accentStroke: '#4ea1f3',
    accentText: '#ffffff',
    strokeWidth: 1,
  },
  light: {
    text: '#2f2f2f',
    muted: '#616161',
    line: '#7a7a7a',
    boxFill: '#00000008',
    boxStroke: '#b0b0b0',
    accentFill: '#d6e9fb',
    accentStroke: '#1f74c4',
    accentText: '#0b3a66',
    strokeWidth: 1,
  },
  'high-contrast': {
    text: '#ffffff',
    muted: '#ffffff',
    line: '#ffffff',
    boxFill: 'none',
    boxStroke: '#6fc3df',
    accentFill: 'none',
    accentStroke: '#f38518',
    accentText: '#ffffff',
    strokeWidth: 1.5,
  },
  'high-contrast-light': {
    text: '#292929',
    muted: '#292929',
    line: '#292929',
    boxFill: 'none',
    boxStroke: '#0f4a85',
    accentFill: 'none',
    accentStroke: '#b5200d',
    accentText: '#292929',
    strokeWidth: 1.5,
  },
};

/** Short words that fit a narrow column, and a colour that tells modalities apart on both light and dark. */
export const modalityMarks: Readonly<Record<Modality, { readonly word: string; readonly colour: string }>> = {
  text: { word: 'Text', colour: '#8c8c8c' },
  image: { word: 'Image', colour: '#3fa45b' },
  video: { word: 'Video', colour: '#a667d8' },
  audio: { word: 'Audio', colour: '#d18616' },
  '3d': { word: '3D', colour: '#3d8fe0' },
  document: { word: 'Doc.', colour: '#5b9a3c' },
  box: { word: 'Box', colour: '#d95555' },
  mask: { word: 'Mask', colour: '#c2577f' },
  'retrieved-image': { word: 'Retr.', colour: '#2a9d8f' },
  action: { word: 'Action', colour: '#b8860b' },
  motion: { word: 'Motion', colour: '#7a6ff0' },
  imu: { word: 'IMU', colour: '#6c8ebf' },
  fmri: { word: 'fMRI', colour: '#c75d9b' },
};
