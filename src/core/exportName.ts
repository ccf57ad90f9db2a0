import { clipped, shownText } from './shownText';

/** Longer names are cut: file systems take 255 bytes. In UTF-16 units, without the ending. */
const LONGEST = 60;

/**
 * A name for a file that is suggested to the user, made of a text of a page or the catalog: on any system one file in the folder
 * that it is joined to, not hidden, not a device.
 *
 * @param ending - with its dot
 */
export function exportName(name: string, ending: string): string {
  const plain = shownText(name)
    .replaceAll(/[\\/:*?"<>|\u200b-\u200f\u2060\ufeff]/g, '-')
    .replace(/^[\s.-]+/, '')
    .replace(/[\s.]+$/, '');
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain);
  return `${plain === '' || isDevice ? 'export' : clipped(plain, LONGEST)}${ending}`;
}
