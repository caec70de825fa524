import { escapeHtml } from '#engines/document';
import type { PublicContent } from '#engines/publishing';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { contentHtml } from './content-html.ts';

export interface SheetFacts {
  readonly orgName: string;
  readonly kindName: string;
  readonly notice: boolean;
  readonly content: PublicContent;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly code: string;
  /** Address of the text on the board and the same as a QR code; null inside the Party. */
  readonly board: { readonly url: string; readonly picture: string } | null;
  readonly size: 'A4' | 'A3';
}

const SONG = "'宋体',SimSun,STSong,'Noto Serif CJK SC',serif";
const TITLE = "'方正小标宋简体','方正小标宋_GBK',STZhongsong,'Noto Serif CJK SC',SimSun,serif";

/** Body, title and table in points: read from a metre and a half, on A3 from further. */
const POINTS = { A4: { body: 17, title: 28, cell: 13 }, A3: { body: 25, title: 42, cell: 19 } };

/** The sheet that is hung: large type, its period, the code that proves the text, the way to the board. */
export function sheetHtml(of: SheetFacts): string {
  const { body, title, cell } = POINTS[of.size];
  const term =
    of.from === null
      ? '（预览：还没有公开）'
      : of.until === null
        ? `${chineseDate(of.from)}起长期公开`
        : `${chineseDate(of.from)}至${chineseDate(of.until)}`;
  const board =
    of.board === null
      ? ''
      : `<div class="qr"><img src="${of.board.picture}" alt="公开栏二维码"><p>扫码看原文、提问<br><span>${escapeHtml(of.board.url)}</span></p></div>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(of.content.title)}</title>
<style>
@page{size:${of.size} portrait;margin:18mm 20mm}
*{box-sizing:border-box}
html{background:#e9e9e6}
body{margin:0;color:#000;font:${body}pt/1.65 ${SONG};overflow-wrap:anywhere}
main{background:#fff;max-width:${of.size === 'A4' ? 210 : 297}mm;margin:16px auto;padding:18mm 20mm;box-shadow:0 1px 6px rgba(0,0,0,.25)}
.organ{color:#b00;text-align:center;font:${title * 0.72}pt/1.4 ${TITLE};border-bottom:3px solid #b00;padding-bottom:4mm;margin:0 0 8mm}
h1{font:${title}pt/1.35 ${TITLE};text-align:center;text-wrap:balance;margin:0 0 8mm}
p{margin:0;text-indent:2em;text-align:justify}
.frame{margin:4mm 0}
table{border-collapse:collapse;width:100%;font-size:${cell}pt;line-height:1.4}
caption{font-weight:bold;padding:1mm}
th,td{border:1px solid #000;padding:1mm 2mm;text-align:center}
thead{display:table-header-group}tr{break-inside:avoid}
tfoot{font-weight:bold}
.foot{margin-top:10mm;padding-top:4mm;border-top:1px solid #000;display:flex;justify-content:space-between;align-items:flex-end;gap:8mm;break-inside:avoid;font-size:${cell}pt}
.foot p{text-indent:0;text-align:left}
.sign{text-align:right;margin-top:6mm;break-inside:avoid}.sign p{text-indent:0;text-align:right}
.code{font-family:ui-monospace,Consolas,'DejaVu Sans Mono',monospace;font-weight:bold;letter-spacing:.06em}
.qr{text-align:center;flex:none;max-width:${of.size === 'A4' ? 46 : 66}mm}.qr img{width:${of.size === 'A4' ? 30 : 44}mm;height:auto}.qr p{text-align:center;font-size:${cell * 0.72}pt;line-height:1.35}.qr span{font-size:${cell * 0.55}pt}
@media screen and (max-width:820px){main{margin:0;padding:20px 16px}body{font-size:13pt}h1{font-size:20pt}.organ{font-size:15pt}.frame{overflow-x:auto}.foot{flex-wrap:wrap}}
@media print{html{background:none}main{max-width:none;margin:0;padding:0;box-shadow:none}}
</style>
</head>
<body>
<main>
<p class="organ" style="text-indent:0">${escapeHtml(of.orgName)}${of.notice ? '公示' : '公开'}</p>
<h1>${escapeHtml(of.content.title)}</h1>
${contentHtml(of.content)}
<div class="sign"><p>${escapeHtml(of.orgName)}</p>${of.from === null ? '' : `<p>${chineseDate(of.from)}</p>`}</div>
<div class="foot"><div><p>${of.notice ? '公示' : '公开'}期限：${term}</p><p>事项：${escapeHtml(of.kindName)}</p><p>公开编号：<span class="code">${escapeHtml(of.code)}</span></p><p>有不同意见，可以当面、打电话或者在公开栏反映，署名、不署名都可以。</p></div>${board}</div>
</main>
</body>
</html>
`;
}
