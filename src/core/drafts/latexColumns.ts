import { latexCode } from './latexCode';
import { latexPackages } from './latexPackages';

/** Classes that set two columns unless told otherwise, and what tells them. */
const twoColumnClasses = /^(?:IEEEtran|acl|aaai\d*|ijcai\d*|cvpr|sig-alternate)$/;
/** Formats of `acmart` with two columns. */
const acmFormats = /\b(?:sigconf|sigplan|siggraph|sigchi)\b/;
/** Style files of conferences, whose papers have two columns. */
const twoColumnPackages =
  /^(?:acl|acl\d{4}|emnlp\d{4}|naacl\d{4}|cvpr|iccv|wacv|icml\d{4}|aaai\d*|ijcai\d*|interspeech\w*)$/i;

/** Whether a LaTeX document is set in two columns, as far as its preamble says; there a wide table takes both. */
export function hasTwoColumns(preamble: string): boolean {
  const code = latexCode(preamble.slice(0, 200_000));
  const [, options = '', name = ''] =
    /\\documentclass\s*(?:\[([^\]]*)\])?\s*\{([^{}]*)\}/.exec(code)?.map((part) => part ?? '') ?? [];
  if (/\bonecolumn\b/.test(options)) {
    return false;
  }
  return (
    /\btwocolumn\b/.test(options) ||
    twoColumnClasses.test(name.trim()) ||
    (name.trim() === 'acmart' && acmFormats.test(options)) ||
    /\\twocolumn\b/.test(code) ||
    [...latexPackages(preamble)].some((each) => twoColumnPackages.test(each))
  );
}
