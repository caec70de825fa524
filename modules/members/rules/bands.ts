import { EDUCATION_CODES } from './codes.ts';

/** Bands of education as statistics group them. */
export const EDUCATION_BANDS = {
  postgraduate: '研究生',
  university: '大学本科',
  college: '大学专科',
  below: '中专、高中及以下',
} as const;
export type EducationBand = keyof typeof EDUCATION_BANDS;

/** Place in the code table, highest first, at which a band ends. */
const ENDS: readonly (readonly [string, EducationBand])[] = [
  ['provincial_postgraduate', 'postgraduate'],
  ['university_ordinary', 'university'],
  ['provincial_college', 'college'],
];

/** The band of a code of education; null for one that no table has. */
export function educationBand(key: string): EducationBand | null {
  const at = EDUCATION_CODES.findIndex((entry) => entry.key === key);
  if (at === -1) return null;
  for (const [last, band] of ENDS)
    if (at <= EDUCATION_CODES.findIndex((entry) => entry.key === last)) return band;
  return 'below';
}
