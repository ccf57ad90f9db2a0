/** Letters that do not decompose into a base letter and marks. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  '&': 'and',
  // A title has "π" where another has "$\pi$".
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  θ: 'theta',
  λ: 'lambda',
  μ: 'mu',
  π: 'pi',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  ω: 'omega',
};

const ASCII = /^[\0-\x7f]*$/;

/**
 * Folds Unicode text for comparison: lower case, no diacritics, only letters and digits left, words separated by one space.
 */
export function foldWords(text: string): string {
  if (ASCII.test(text)) {
    // The same, quickly.
    return text
      .toLowerCase()
      .replaceAll('&', 'and')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[øłđðħıŋßæœþ&αβγδεθλμπστφω]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** {@link foldWords} without the spaces, so that "BLIP-2", "BLIP2" and "Blip 2" are one. */
export function foldTitle(title: string): string {
  return ASCII.test(title)
    ? title
        .toLowerCase()
        .replaceAll('&', 'and')
        .replace(/[^a-z0-9]+/g, '')
    : foldWords(title).replaceAll(' ', '');
}
