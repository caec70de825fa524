export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Large type, high contrast, one column: read by everybody on any phone. 7:1 and more throughout. */
const CSS = `*{box-sizing:border-box}
body{margin:0 auto;max-width:640px;padding:16px;font:20px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#111;background:#fff}
h1{font-size:26px;line-height:1.3;margin:8px 0 16px}h2{font-size:22px}.organ{margin:0;font-size:17px}
.how{border-left:4px solid #8b1a10;padding:2px 12px;margin:0 0 16px}.how p{margin:4px 0}
fieldset{border:1px solid #767676;border-radius:8px;margin:0 0 14px;padding:8px 12px 12px;min-width:0}
legend{font-weight:600;padding:0 6px}legend small{display:block;font-weight:400;font-size:16px}
.options{display:flex;flex-wrap:wrap;gap:6px}
.options label{flex:1 1 auto;display:flex;align-items:center;gap:6px;min-height:52px;padding:6px 7px;overflow-wrap:anywhere;border:1px solid #767676;border-radius:8px}
.options label:has(:checked){background:#8b1a10;color:#fff;border-color:#8b1a10}
input[type=radio],input[type=checkbox]{width:24px;height:24px;margin:0;flex:none}
input:not([type]),textarea{width:100%;font:inherit;padding:10px;border:1px solid #555;border-radius:8px;margin:6px 0}
#code{font-family:ui-monospace,monospace;letter-spacing:2px;text-transform:uppercase;font-size:22px}
button,.next{display:block;width:100%;min-height:56px;margin:14px 0;font:inherit;font-weight:600;border:2px solid #8b1a10;border-radius:8px;background:#8b1a10;color:#fff;text-align:center;text-decoration:none;line-height:52px}
button.second{background:#fff;color:#8b1a10}
button:focus-visible,a:focus-visible,input:focus-visible,textarea:focus-visible{outline:4px solid #0b57d0;outline-offset:2px}
.spoil{display:flex;gap:10px;align-items:center;margin:18px 0;min-height:44px}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #767676;padding:10px 6px;text-align:left;overflow-wrap:anywhere}th{font-weight:400}td{font-weight:600}
.problem{background:#fff3cd;color:#3d2c00;border:1px solid #8a6d00;border-radius:8px;padding:10px 12px}
.muted{color:#444;font-size:17px}.done{text-align:center;font-size:34px;margin-top:20vh}
@media print{body{display:none}}`;

/** Bytes of a page: what somebody marked must not show in the length of what came back (access logs note it). */
const STEP = 32 * 1024;

/** One page of the booth: no application, no picture, nothing loaded from anywhere but its own small script. */
export function boothPage(title: string, body: string, more = ''): string {
  const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">${more}
<title>${escape(title)}</title><style>${CSS}</style><script src="/t/booth.js" defer></script></head>
<body><main>${body}</main></body></html>
`;
  const { length } = new TextEncoder().encode(page);
  return page + ' '.repeat(Math.ceil(length / STEP) * STEP - length);
}

/**
 * What the pages cannot do without a script: take the code from the address of a scanned slip (behind `#`,
 * so that it is never sent in an address and stands in no log) and keep a second press from being sent.
 */
export const BOOTH_SCRIPT = `(function () {
  var code = location.hash.slice(1), enter = document.getElementById('enter');
  if (enter && code) {
    history.replaceState(null, '', location.pathname + location.search);
    document.getElementById('code').value = decodeURIComponent(code);
    enter.submit();
  }
  var cast = document.getElementById('cast');
  if (cast) cast.addEventListener('submit', function () {
    setTimeout(function () {
      cast.querySelectorAll('button').forEach(function (b) { b.disabled = true; });
    }, 0);
  });
})();
`;
