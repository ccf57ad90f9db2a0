import assert from 'node:assert/strict';
import { readVenue, venuesDisagree } from '../../../src/core/bibliography/venues';

describe('readVenue', () => {
  const names: readonly (readonly [venue: string, name: string])[] = [
    ['Advances in Neural Information Processing Systems 36', 'NeurIPS'],
    ['Advances in neural information processing systems', 'NeurIPS'],
    ['NIPS', 'NeurIPS'],
    ['International conference on machine learning', 'ICML'],
    ['Proceedings of the 40th International Conference on Machine Learning', 'ICML'],
    ['The Twelfth International Conference on Learning Representations, {ICLR} 2024', 'ICLR'],
    ['Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition', 'CVPR'],
    ['Proceedings of the IEEE/CVF International Conference on Computer Vision (ICCV)', 'ICCV'],
    ['Computer Vision – ECCV 2024', 'ECCV'],
    ['arXiv preprint arXiv:2301.12597', 'arXiv'],
    ['CoRR', 'arXiv'],
    ['CoRR abs/2301.12597', 'arXiv'],
    ['Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics', 'ACL'],
    ['Findings of the Association for Computational Linguistics: ACL 2024', 'Findings of ACL'],
    ['Findings of the Association for Computational Linguistics: EMNLP 2023', 'Findings of EMNLP'],
    ['Transactions of the Association for Computational Linguistics', 'TACL'],
    ['Proceedings of the 31st ACM International Conference on Multimedia', 'ACM Multimedia'],
    ['IEEE Transactions on Pattern Analysis and Machine Intelligence', 'TPAMI'],
    ['IEEE TPAMI', 'TPAMI'],
    ['WACV Workshops', 'WACV Workshops'],
    ['NeurIPS Datasets and Benchmarks', 'NeurIPS'],
    ['Proceedings of the AAAI Conference on Artificial Intelligence', 'AAAI'],
  ];
  for (const [venue, name] of names) {
    it(`takes "${venue}" for ${name}`, () => assert.deepEqual(readVenue(venue), { name, isKnown: true }));
  }

  it('leaves others as they are written', () => {
    assert.deepEqual(readVenue(' Visual Computing '), { name: 'Visual Computing', isKnown: false });
  });
});

describe('venuesDisagree', () => {
  const different: readonly (readonly [string, string])[] = [
    ['ICLR', 'arXiv preprint arXiv:2310.01234'],
    ['NeurIPS', 'International Conference on Machine Learning'],
    ['ACL', 'Findings of the Association for Computational Linguistics'],
    ['CVPR', 'CVPR Workshops'],
    ['Nature Communications', 'arXiv'],
    ['National Science Review', 'Journal of Something Else'],
  ];
  for (const [a, b] of different) {
    it(`is so for ${a} and ${b}`, () => {
      assert.equal(venuesDisagree(a, b), true);
      assert.equal(venuesDisagree(b, a), true);
    });
  }

  const same: readonly (readonly [string, string])[] = [
    ['NeurIPS', 'Advances in Neural Information Processing Systems'],
    ['Science China Information Sciences', 'Sci. China Inf. Sci.'],
    [
      'ISPRS Journal of Photogrammetry and Remote Sensing',
      'ISPRS Journal of Photogrammetry & Remote Sensing',
    ],
    ['ECCV', 'Springer'],
    ['CVPR', 'https://openaccess.thecvf.com/content'],
    ['Blog post', 'OpenAI Blog'],
    ['Blog post', 'arXiv'],
    ['', 'arXiv'],
    ['CVPR', ''],
  ];
  for (const [a, b] of same) {
    it(`is not certain for "${a}" and "${b}"`, () => {
      assert.equal(venuesDisagree(a, b), false);
      assert.equal(venuesDisagree(b, a), false);
    });
  }
});
