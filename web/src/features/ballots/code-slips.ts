import { toString as qrText } from 'qrcode';

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const dashed = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');

export interface SlipSheet {
  readonly organ: string;
  readonly title: string;
  readonly roundNo: number;
  /** Where codes are typed; the scanned one carries its code behind `#`, which no server ever sees. */
  readonly address: string;
  readonly slips: readonly { readonly code: string; readonly tag: string }[];
  readonly large: boolean;
}

/** Code slips as an A4 page to be printed and cut: 12 on a page, 6 in large type. */
export async function slipsHtml(of: SlipSheet): Promise<string> {
  const perPage = of.large ? 6 : 12;
  const rows = of.large ? 3 : 6;
  const pages: string[] = [];
  for (let at = 0; at < of.slips.length; at += perPage) {
    const cells = await Promise.all(
      of.slips.slice(at, at + perPage).map(async ({ code, tag }) => {
        const picture = await qrText(`${of.address}#${code}`, { type: 'svg', margin: 0 });
        return `<section><div class="qr">${picture}</div><div class="words"><p class="t">${escape(of.title)}${of.roundNo > 1 ? `第${of.roundNo}轮` : ''}</p><p class="c">${dashed(code)}</p><p>扫码或打开 ${escape(of.address)} 输入票码</p><p>票号 ${escape(tag)}　只能用一次</p></div></section>`;
      }),
    );
    pages.push(`<div class="page">${cells.join('')}</div>`);
  }
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(of.organ)} ${escape(of.title)} 票码条</title><style>
@page{size:A4;margin:0}*{box-sizing:border-box}body{margin:0;font:${of.large ? 13 : 9.5}pt/1.45 sans-serif;color:#000;background:#fff}
.page{width:210mm;height:296mm;display:grid;grid-template:repeat(${rows},1fr)/repeat(2,1fr);page-break-after:always;overflow:hidden}
.page:last-child{page-break-after:auto}
section{display:flex;gap:4mm;align-items:center;padding:5mm 6mm;border:0 dashed #888;border-right-width:1px;border-bottom-width:1px;overflow:hidden}
.qr{flex:none;width:${of.large ? 40 : 28}mm}.qr svg{display:block;width:100%;height:auto}p{margin:.1em 0;overflow-wrap:anywhere}
.t{font-weight:700}.c{font:700 ${of.large ? 19 : 14}pt/1.5 ui-monospace,monospace;white-space:nowrap}
</style></head><body>${pages.join('')}</body></html>`;
}
