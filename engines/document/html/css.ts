import { A4, MARGINS, textWidth } from '../docx/measure.ts';
import type { Layout, Orientation } from '../model.ts';

const STACKS = {
  fang: "'仿宋_GB2312','仿宋',FangSong,'方正仿宋_GBK',STFangsong,'Noto Serif CJK SC',serif",
  title:
    "'方正小标宋简体','方正小标宋_GBK','小标宋',STZhongsong,'Noto Serif CJK SC','宋体',SimSun,serif",
  hei: "'黑体',SimHei,'方正黑体_GBK',STHeiti,'Noto Sans CJK SC',sans-serif",
  kai: "'楷体_GB2312','楷体',KaiTi,'方正楷体_GBK',STKaiti,'Noto Serif CJK SC',serif",
  song: "'宋体',SimSun,'方正书宋_GBK',STSong,'Noto Serif CJK SC',serif",
} as const;

/** Per layout in points: body, its line, title, text in tables. */
const SIZES: Readonly<
  Record<
    Layout,
    {
      readonly body: number;
      readonly line: number;
      readonly title: number;
      readonly cell: number;
      readonly face: string;
      readonly cellFace: string;
    }
  >
> = {
  official: {
    body: 16,
    line: 28.95,
    title: 22,
    cell: 12,
    face: STACKS.fang,
    cellFace: STACKS.fang,
  },
  form: { body: 12, line: 20, title: 18, cell: 10.5, face: STACKS.song, cellFace: STACKS.song },
  book: { body: 14, line: 25, title: 22, cell: 10.5, face: STACKS.fang, cellFace: STACKS.song },
};

/** The text as a string of CSS (`content`), quotes and backslashes escaped. */
const cssText = (text: string): string =>
  `"${text.replace(/[\\"<>&\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;

function pageRules(layout: Layout, numbers: boolean, footer: readonly string[]): string {
  const { top, right, bottom, left } = MARGINS[layout];
  const small = footer.map(cssText).join(' "\\a " ');
  const foot = (before: string): string =>
    `content:${[before, small].filter((each) => each !== '').join(' "\\a " ') || 'none'};white-space:pre;`;
  const margin = `margin:${top}mm ${right}mm ${bottom}mm ${left}mm;`;
  const page = (name: string, size: string): string => `@page ${name}{size:${size};${margin}}`;
  const sizes = `${page('', 'A4')}${page('upright', 'A4 portrait')}${page('across', 'A4 landscape')}`;
  if (layout !== 'official') {
    const number = numbers ? '"第 " counter(page) " 页　共 " counter(pages) " 页"' : '';
    return `${sizes}@page{@bottom-center{${foot(number)}font:9pt ${STACKS.song};}}${layout === 'book' ? '@page :first{@bottom-center{content:none}}' : ''}`;
  }
  // 7.5: odd pages right, even pages left, one character in, 7 mm below the type area.
  const dash = '"— " counter(page) " —"';
  const place = `vertical-align:top;padding-top:4.5mm;font:14pt ${STACKS.song};`;
  const number = numbers
    ? `@page :right{@bottom-right{content:${dash};${place}padding-right:14pt;}}@page :left{@bottom-left{content:${dash};${place}padding-left:14pt;}}`
    : '';
  return `${sizes}${number}${small === '' ? '' : `@page{@bottom-center{content:${small};white-space:pre;font:7.5pt ${STACKS.song};vertical-align:middle;}}`}`;
}

/** The whole style of a print page: paper on screen, GB/T 9704-2012 or form measures when printed. */
export function styleSheet(
  layout: Layout,
  orientation: Orientation,
  numbers: boolean,
  footer: readonly string[],
): string {
  const size = SIZES[layout];
  const { top, right, bottom, left } = MARGINS[layout];
  const paper = orientation === 'portrait' ? A4.width : A4.height;
  return `${pageRules(layout, numbers, footer)}
*{box-sizing:border-box}
html{background:#e9e9e6;-webkit-text-size-adjust:100%}
body{margin:0;color:#000;font:${size.body}pt/${size.line}pt ${size.face};overflow-wrap:anywhere${layout === 'official' ? ';letter-spacing:-.25pt' : ''}}
main{background:#fff;max-width:${paper}mm;margin:16px auto;padding:${top}mm ${right}mm ${bottom}mm ${left}mm;box-shadow:0 1px 6px rgba(0,0,0,.25)}
h1,h2,h3,h4,h5,p,ul,ol{margin:0;padding:0;font-size:inherit;font-weight:normal}
.title{font:${size.title}pt/${layout === 'official' ? size.line : size.title * 1.5}pt ${STACKS.title};text-align:center;text-wrap:balance}
.subtitle{font-family:${STACKS.kai};text-align:center}
.red{color:#c00;font:36pt/1.3 ${STACKS.title};letter-spacing:0;text-align:center;margin-top:${layout === 'official' ? 35 : 0}mm}
.number{text-align:center;margin-top:2em;padding-bottom:4mm;border-bottom:2px solid #c00;margin-bottom:2em}
.line{display:flex;justify-content:space-between;gap:1em;flex-wrap:wrap;font-size:${size.cell}pt;line-height:1.5;margin-top:.4em}
.gap{height:1lh}
.l1{font-family:${STACKS.hei}}.l2{font-family:${STACKS.kai}}
.l1,.l2,.l3,.l4,p.body,.items>li{text-indent:2em;text-align:justify;break-after:auto}
.l1,.l2{break-after:avoid}
.l3 .run,.l4 .run,.l1 .run,.l2 .run{font-family:${size.face}}
.items{list-style:none}
.flush,p.flush{text-indent:0}.left,p.left{text-align:left}.center,p.center{text-align:center}.right,p.right{text-align:right}
.v-top{vertical-align:top}.v-center{vertical-align:middle}.v-bottom{vertical-align:bottom}
.table{overflow-x:auto;margin:2pt 0 6pt}
table{border-collapse:collapse;width:100%;table-layout:fixed;border:1pt solid #000;font:${size.cell}pt/1.4 ${size.cellFace}}
table.small{font-size:9pt}
caption{font:${size.cell}pt/1.8 ${STACKS.hei}}
th,td{border:.5pt solid #000;padding:.5mm 1mm}
th{font-family:${STACKS.hei};font-weight:normal}
.totals td{font-weight:bold}
thead{display:table-header-group;break-inside:avoid}tr{break-inside:avoid;height:7mm}
.attach{padding-left:5em;text-indent:-3em}.attach.many{padding-left:6em;text-indent:-4em}.attach.more{padding-left:6em;text-indent:-1em}
.sign{text-align:right;break-inside:avoid;margin-top:1lh}
.note{font-size:${layout === 'official' ? size.body : size.cell}pt;line-height:1.6}
.signatures{display:flex;flex-wrap:wrap;gap:.5em 2em;justify-content:space-between;margin-top:1em;break-inside:avoid}
.blank{display:inline-block;border-bottom:.5pt solid #000;height:1em}
.contents{list-style:none}.contents .c2{padding-left:1em}.contents .c3{padding-left:2em}.contents .c4{padding-left:3em}
.page{break-before:page}.upright{page:upright}.across{page:across}
.cover{text-align:center;break-after:page;padding:20mm 0}.cover .title{font-size:36pt;line-height:1.4}.cover .foot{margin-top:40mm}
.foot-lines{font:7.5pt/1.5 ${STACKS.song};text-align:center;color:#444;margin-top:2em}
a{color:inherit;text-decoration:underline dotted 1px;text-underline-offset:3px}
a:hover,a:focus-visible{background:#fff3cd;outline:2px solid #b8860b}
@media screen{.page{border-top:1px dashed #bbb;margin-top:2em;padding-top:2em}.table table{min-width:min(calc(var(--mm)*.62mm),640px)}.across table{min-width:calc(var(--mm)*.85mm)}}
@media screen and (max-width:${paper < 250 ? 820 : 1130}px){main{margin:0;padding:20px 16px;box-shadow:none;max-width:none}}
@media screen and (max-width:600px){body{font-size:13pt;line-height:1.75}.title{font-size:16pt;line-height:1.4}.red{margin-top:1em}.cover .title{font-size:24pt}}
@media print{html{background:none}main{max-width:none;margin:0;padding:0;box-shadow:none}.table{overflow:visible}.foot-lines{display:none}a{text-decoration:none}}
@media print{.upright{width:${textWidth(layout, 'portrait')}mm}.across{width:${textWidth(layout, 'landscape')}mm}.cover{padding-top:60mm}}`;
}
