import type { IFontAttributesProperties } from 'docx';

/**
 * Word takes one name per font; the others stand as alternatives in the font table, so a machine
 * without the first still finds 仿宋 and not a sans serif.
 */
interface Face {
  readonly name: string;
  readonly alternatives: readonly string[];
  readonly family: 'roman' | 'swiss' | 'script';
}

export const FACES = {
  body: {
    name: '仿宋_GB2312',
    alternatives: [
      '仿宋',
      'FangSong',
      '方正仿宋_GBK',
      '华文仿宋',
      'STFangsong',
      'Noto Serif CJK SC',
    ],
    family: 'roman',
  },
  title: {
    name: '方正小标宋简体',
    alternatives: [
      '方正小标宋_GBK',
      '小标宋',
      '华文中宋',
      'STZhongsong',
      '宋体',
      'Noto Serif CJK SC',
    ],
    family: 'roman',
  },
  hei: {
    name: '黑体',
    alternatives: ['SimHei', '方正黑体_GBK', '华文黑体', 'Noto Sans CJK SC'],
    family: 'swiss',
  },
  kai: {
    name: '楷体_GB2312',
    alternatives: ['楷体', 'KaiTi', '方正楷体_GBK', '华文楷体', 'STKaiti', 'Noto Serif CJK SC'],
    family: 'script',
  },
  song: {
    name: '宋体',
    alternatives: ['SimSun', '方正书宋_GBK', '华文宋体', 'STSong', 'Noto Serif CJK SC'],
    family: 'roman',
  },
} as const satisfies Readonly<Record<string, Face>>;

export type FaceName = keyof typeof FACES;

/** The same face for Chinese and for digits: 3号 仿宋 digits are half-width and keep the grid. */
export function font(face: FaceName): IFontAttributesProperties {
  const { name } = FACES[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

/** `word/fontTable.xml` with the alternatives, which the library cannot write. */
export function fontTableXml(): string {
  const fonts = Object.values(FACES).map(
    ({ name, alternatives, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives.join(',')}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
