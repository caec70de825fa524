import type { Sentence } from './sentence.ts';

/** Why an uploaded file was not taken (`platform/files`). */
export const fileRefusals = {
  'file.too_large': {
    why: (p) => `文件超过 ${p.limit} MB`,
    instead: '请压缩图片，或分成几个文件上传',
  },
  'file.empty': { why: () => '文件是空的' },
  'file.not_allowed': {
    why: (p) => `这里只能上传 ${p.accept}（看的是内容，不是文件名）`,
  },
  'file.unpacked_too_large': {
    why: (p) => `文件展开后超过 ${p.limit} MB，不像正常的文档，没有保存`,
  },
  'file.damaged': {
    why: () => '文件已损坏，或者没有传完整',
    instead: '请重新保存后再上传',
  },
  'file.macros': {
    why: () => '文件里带有宏程序',
    instead: '请另存为不带宏的 .docx 或 .xlsx 后再上传',
  },
  'file.old_office': {
    why: () => '这是旧版格式，或者设了打开密码',
    instead: '请用 WPS 或 Office 打开，取消密码，另存为 .docx 或 .xlsx 后再上传',
  },
  'file.heic': {
    why: () => '这是手机专用的图片格式（HEIC），多数电脑打不开',
    instead: '请在手机相机设置里选“兼容性最佳”，或把图片另存为 JPG 后再上传',
  },
} satisfies Record<string, Sentence>;
