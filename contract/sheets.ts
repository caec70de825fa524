import type { Sentence } from './sentence.ts';

/** Why an uploaded or pasted table was not read (`platform/sheets`). */
export const sheetRefusals = {
  'sheet.too_large': {
    why: (p) => `文件有 ${p.size} MB，超过了 ${p.limit} MB 的上限`,
    instead: '请删去图片和多余的工作表，或分成几个文件上传',
  },
  'sheet.unpacked_too_large': {
    why: (p) => `文件展开后超过 ${p.limit} MB，不像正常的表格，没有打开`,
    instead: '请把需要的内容复制到一个新表格中再上传',
  },
  'sheet.not_a_table': {
    why: () => '文件内容不是表格（看的是内容，不是文件名）',
    instead: '请上传 .xlsx 或 .csv 表格',
  },
  'sheet.save_as_xlsx': {
    why: (p) => `这是“${p.format}”格式，不能直接读取`,
    instead: '请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传',
  },
  'sheet.encrypted': {
    why: () => '表格设了打开密码',
    instead: '请在 WPS 或 Excel 中取消密码，保存后再上传',
  },
  'sheet.damaged': {
    why: () => '文件已损坏，或者没有传完整',
    instead: '请用 WPS 或 Excel 打开后重新保存，再上传',
  },
  'sheet.empty': { why: () => '表格是空的，或者内容都在隐藏的工作表里' },
  'sheet.no_such_sheet': { why: (p) => `没有名为“${p.sheet}”的工作表` },
  'sheet.too_many_rows': {
    why: (p) => `表格超过 ${p.limit} 行`,
    instead: '请分成几个文件上传',
  },
  'sheet.too_many_columns': {
    why: (p) => `${p.cell} 格有内容，而一张表最多读 ${p.limit} 列`,
    instead: '请删去右边多余的列',
  },
  'sheet.cell_too_long': { why: (p) => `${p.cell} 格的内容超过 ${p.limit} 个字` },
} satisfies Record<string, Sentence>;
