import type { Modality } from './types';

/** English words for modalities, for labels and for search. */
export const modalityWords: Readonly<Record<Modality, string>> = {
  text: 'text',
  image: 'image',
  video: 'video',
  audio: 'audio',
  '3d': '3D',
  document: 'document',
  box: 'bounding box',
  mask: 'mask',
  'retrieved-image': 'retrieved image',
  action: 'action',
  motion: 'motion',
  imu: 'IMU',
  fmri: 'fMRI',
};
