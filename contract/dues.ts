import { assessmentEndpoints } from './dues-assessment.ts';
import { collectionEndpoints } from './dues-collection.ts';
import { meansEndpoints } from './dues-means.ts';
import { paperEndpoints } from './dues-papers.ts';

export * from './dues-words.ts';
export { duesRefusals } from './dues-refusals.ts';

export const duesContract = {
  ...assessmentEndpoints,
  ...collectionEndpoints,
  ...meansEndpoints,
  ...paperEndpoints,
};
