import { foldWords } from './normalise';

/** Series that go by several names: what people call them, and what is in their long and short names, folded. The first that fits counts. */
const SERIES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['arXiv', /\barxiv\b|^corr\b|^computing research repository/],
  ['NeurIPS', /neural information processing systems|\bneurips\b|\bnips\b/],
  ['ICML', /international conference on machine learning\b|\bicml\b/],
  ['ICLR', /learning representations|\biclr\b/],
  ['TPAMI', /pattern analysis and machine intelligence|\bt?pami\b/],
  ['CVPR', /computer vision and pattern recognition|\bcvprw?\b/],
  ['ECCV', /european conference on computer vision|\beccvw?\b/],
  ['WACV', /applications of computer vision|\bwacvw?\b/],
  ['IJCV', /international journal of computer vision|\bijcv\b/],
  ['ICCV', /international conference on computer vision\b(?! theory)|\biccvw?\b/],
  ['TACL', /transactions of the association for computational linguistics|\btacl\b/],
  ['EMNLP', /empirical methods in natural language|\bemnlp\b/],
  ['NAACL', /north american chapter|\bnaacl\b/],
  ['EACL', /european chapter of the association for comp|\beacl\b/],
  ['AACL', /asia pacific chapter|\baacl\b/],
  ['ACL', /association for computational linguistics|\bacl\b/],
  ['COLING', /conference on computational linguistics|\bcoling\b/],
  ['IJCAI', /joint conferences? on artificial intelligence|\bijcai\b/],
  ['AAAI', /\baaai\b/],
  ['ICME', /multimedia and expo|\bicme\b/],
  ['TMM', /transactions on multimedia\b|\btmm\b/],
  ['ACM Multimedia', /international conference on multimedia\b|\bacm ?(?:multimedia|mm)\b/],
  ['TKDE', /knowledge and data engineering|\btkde\b/],
  ['TMLR', /transactions on machine learning research|\btmlr\b/],
  ['JMLR', /journal of machine learning research|\bjmlr\b/],
  ['KDD', /knowledge discovery and data mining|\bkdd\b/],
  ['SIGIR', /research and development in information retrieval|\bsigir\b/],
  ['ICASSP', /acoustics speech and signal processing|\bicassp\b/],
  ['Interspeech', /\binterspeech\b/],
  ['ICRA', /conference on robotics and automation|\bicra\b/],
  ['CoRL', /conference on robot learning|\bcorl\b/],
  ['Big Data', /international conference on big data|\bieee big ?data\b/],
];

/** A venue without one of these may be a publisher, an address or a remark. */
const SERIAL =
  /\b(?:journal|transactions|conference|proceedings|symposium|workshops?|letters|reviews?|magazine|nature|sciences?|communications|advances|findings|meeting)\b/;
const SMALL_WORDS = /^(?:a|and|de|for|in|of|on|the|und|von)$/;

/** What a venue is called; a workshop and the Findings are not the conference itself. */
export interface Venue {
  /** The series' short name with what tells it from the main conference; the venue as given, if it is not known. */
  readonly name: string;
  readonly isKnown: boolean;
}

/** Reads a venue as people write it, e.g. `Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition`. */
export function readVenue(venue: string): Venue {
  const folded = foldWords(venue);
  const series = SERIES.find(([, pattern]) => pattern.test(folded))?.[0];
  if (series === undefined) {
    return { name: venue.trim(), isKnown: false };
  }
  if (/\bfindings\b/.test(folded)) {
    return { name: `Findings of ${series}`, isKnown: true };
  }
  const isWorkshop = series !== 'arXiv' && /\bworkshops?\b|\b(?:cvpr|iccv|eccv|wacv)w\b/.test(folded);
  return { name: isWorkshop ? `${series} Workshops` : series, isKnown: true };
}

/** Whether two venues are certainly different ones, rather than written in different ways, or one of them not really named. */
export function venuesDisagree(a: string, b: string): boolean {
  const [venueA, venueB] = [readVenue(a), readVenue(b)];
  if (venueA.isKnown && venueB.isKnown) {
    return venueA.name !== venueB.name;
  }
  return isNamed(a, venueA) && isNamed(b, venueB) && !abbreviates(a, b) && !abbreviates(b, a);
}

function isNamed(venue: string, { isKnown }: Venue): boolean {
  return isKnown || (SERIAL.test(foldWords(venue)) && !/:\/\/|\\url/.test(venue));
}

/** Whether each word of the first begins a word of the second, in order: `Sci. China Inf. Sci.`; or is a part of it. */
function abbreviates(short: string, long: string): boolean {
  const [words, whole] = [short, long].map((venue) =>
    foldWords(venue)
      .split(' ')
      .filter((word) => !SMALL_WORDS.test(word)),
  ) as [string[], string[]];
  let next = 0;
  for (const word of whole) {
    if (word.startsWith(words[next] ?? ' ')) {
      next++;
    }
  }
  return next === words.length;
}
