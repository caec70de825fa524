import { expect, test } from 'vitest';
import { educationBand } from './bands.ts';
import { EDUCATION_CODES } from './codes.ts';

test('every code falls into the band of its name; what counts as college or above is never below', () => {
  expect(educationBand('master')).toBe('postgraduate');
  expect(educationBand('second_degree')).toBe('university');
  expect(educationBand('university')).toBe('university');
  expect(educationBand('college')).toBe('college');
  expect(educationBand('senior_high')).toBe('below');
  expect(educationBand('nothing')).toBeNull();
  for (const one of EDUCATION_CODES)
    expect(educationBand(one.key) !== 'below', one.name).toBe(one.college);
});
