const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Prints a heading, a few lines and maybe a picture (data URL) on their own sheet, without the page around them. */
export function printSlip(title: string, lines: readonly string[], picture?: string): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  frame.srcdoc = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escape(title)}</title>
<body style="font:16pt/1.8 sans-serif;margin:2cm"><h1 style="font-size:20pt">${escape(title)}</h1>
${lines.map((line) => `<p>${escape(line)}</p>`).join('')}
${picture === undefined ? '' : `<img src="${escape(picture)}" alt="" style="width:11cm;height:11cm">`}</body></html>`;
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}
