/** Large type, one column, high contrast; also prints. */
export const boardStyle = `
*{box-sizing:border-box}
html{font-size:18px;-webkit-text-size-adjust:100%}
body{margin:0;background:#f6f5f3;color:#1c1b1a;line-height:1.75;overflow-wrap:anywhere;font-family:system-ui,-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif}
.in{max-width:46rem;margin:0 auto;padding:0 1rem}
header{background:#9c0f17;color:#fff}
header .in{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;padding-top:.8rem;padding-bottom:.8rem}
header .name{color:#fff;font-size:1.15rem;font-weight:600;text-decoration:none}
header .kind{white-space:nowrap}
main.in{padding-top:1rem;padding-bottom:2rem}
h1{font-size:1.35rem;line-height:1.4;margin:.6rem 0}
h2{font-size:1.12rem;margin:0 0 .4rem}
a{color:#8c0d14;text-underline-offset:3px}
a:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible,.frame:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
.away{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
nav{display:flex;flex-wrap:wrap;gap:.4rem .6rem;margin-bottom:1rem}
nav a{display:inline-block;padding:.3rem .7rem;background:#fff;border:1px solid #8b8780;border-radius:4px;text-decoration:none}
section,article,form.ask{background:#fff;border:1px solid #e2dfda;border-radius:6px;padding:1rem;margin:0 0 1rem}
.posts,.questions{list-style:none;margin:0;padding:0}
.posts li,.questions li{padding:.6rem 0;border-top:1px solid #e2dfda}
.posts li:first-child,.questions li:first-child{border-top:0}
.posts a{display:block;font-weight:600}
.posts span,.questions span{color:#4d4b47;font-size:.88rem;line-height:1.5;display:inline-block}
.questions p{margin:.2rem 0}
.none{color:#4d4b47;margin:.2rem 0}
.act{display:inline-block;padding:.55rem 1.1rem;background:#9c0f17;color:#fff;border-radius:4px;text-decoration:none}
dl{margin:0 0 1rem;padding:0 0 .6rem;border-bottom:1px solid #e2dfda}
dl div{display:flex;gap:.8rem}
dt{color:#4d4b47;min-width:4.5em}
dd{margin:0}
.code{font-family:ui-monospace,Consolas,monospace;letter-spacing:.05em}
.frame{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;min-width:100%}
caption{text-align:left;font-weight:600;padding:.2rem 0}
th,td{border:1px solid #8b8780;padding:.3rem .5rem;text-align:left;vertical-align:top}
th{background:#f6f5f3}
tfoot td{font-weight:600}
label{display:block;font-weight:600;margin-bottom:.2rem}
input,textarea{width:100%;font:inherit;padding:.5rem .6rem;border:1px solid #6b6862;border-radius:4px;background:#fff;color:inherit}
textarea{min-height:9rem}
.field{margin-bottom:1rem}
.hint{color:#4d4b47;font-size:.88rem;margin:.2rem 0 0}
.said{border-left:5px solid #9c0f17;padding:.4rem .8rem;background:#fbefee;margin:0 0 1rem}
button{font:inherit;padding:.55rem 1.1rem;background:#9c0f17;color:#fff;border:0;border-radius:4px;cursor:pointer;white-space:nowrap}
footer{background:#eceae6;border-top:1px solid #d8d5cf}
.check{padding:1rem 0}
.check .row{display:flex;gap:.6rem}
.check p{color:#4d4b47;font-size:.88rem;margin:.3rem 0 0}
@media print{header{background:none;color:#000;border-bottom:2px solid #000}header .name{color:#000}nav,footer,.act,.back{display:none}section,article{border:0;padding:0}}
`;
