import type { Refusals } from './refusal.ts';

/** Refusals of files, evidence and photographs. */
export const fileProblems = {
  'file-empty': {
    status: 422,
    message: { zh: '文件“{name}”没有内容，请检查后重选', en: 'The file “{name}” is empty; check it and choose again' },
  },
  'file-too-large': {
    status: 413,
    message: {
      zh: '文件“{name}”为 {size}，超过 {limit} 上限；请拆分或去掉图片后再试',
      en: '“{name}” has {size}, over the limit of {limit}; split it or take its pictures out',
    },
  },
  'file-damaged': {
    status: 422,
    message: {
      zh: '文件“{name}”无法读取（{reason}）；请用 WPS 或 Word 打开另存后再试',
      en: '“{name}” cannot be read ({reason}); open it in WPS or Word, save it anew and try again',
    },
  },
  'file-protected': {
    status: 422,
    message: {
      zh: '文件“{name}”有密码；请去掉密码后再试',
      en: '“{name}” is protected by a password; remove it and try again',
    },
  },
  'file-no-text': {
    status: 422,
    message: {
      zh: '文件“{name}”只有图片，没有文字层；请先做文字识别（OCR）或提供可编辑版本',
      en: '“{name}” holds only pictures and no text; run OCR first or give the editable file',
    },
  },
  'file-format': {
    status: 415,
    message: {
      zh: '不能读取 {format} 文件；请另存为 .docx（文档）或 .xlsx（表格）',
      en: 'Cannot read {format} files; save as .docx (text) or .xlsx (tables)',
    },
  },
  'evidence-kind': {
    status: 415,
    message: {
      zh: '文件“{name}”不能作为佐证材料；可用：{kinds}。压缩包请解开后逐个上传',
      en: '“{name}” cannot be kept as evidence; these can: {kindsEn}. Unpack archives and send their files',
    },
  },
  'evidence-name': {
    status: 422,
    message: {
      zh: '文件“{name}”的内容是{kind}，与扩展名“{ending}”不符；请核对，确是此文件的把扩展名改为 .{usual} 再传',
      en: '“{name}” holds a {kindEn} and not what its ending “{ending}” says; check it, or name it .{usual}',
    },
  },
  'photo-metadata': {
    status: 415,
    message: {
      zh: '照片“{name}”内含拍摄位置且无法去除；请在手机相机设置中改用 JPEG（“兼容性最佳”）后重拍，或截图后上传',
      en: 'The place where “{name}” was taken cannot be cut out of it; set the camera to JPEG, or send a screenshot',
    },
  },
  'evidence-missing': {
    status: 422,
    message: {
      zh: '佐证材料“{names}”没有上传，或不在您的范围内；请先上传文件再提交',
      en: 'Evidence “{names}” was not sent or is not in your reach; send the files first',
    },
  },
  'file-infected': {
    status: 422,
    message: {
      zh: '文件“{name}”未通过病毒检查，没有保存：{found}',
      en: '“{name}” did not pass the virus scan and was not kept: {found}',
    },
  },
  'scan-failed': {
    status: 503,
    message: {
      zh: '病毒检查没有完成，文件“{name}”没有保存（{reason}）；请稍后再试，仍不行请告诉管理员',
      en: 'The virus scan did not end, “{name}” was not kept ({reason}); try again later or tell the administrator',
    },
  },
  'file-bomb': {
    status: 422,
    message: {
      zh: '文件“{name}”解压后异常庞大，已拒绝；请重新导出',
      en: '“{name}” grows abnormally when unpacked and was refused; export it again',
    },
  },
} as const satisfies Refusals;
