import { type Data, fillLabel, type Label } from './text.ts';

/** Every refusal the system can give, in one place, each with the way out. */
export const problems = {
  'invalid-input': {
    status: 400,
    message: { zh: '输入有 {count} 处不符合要求：{issues}', en: 'The input has {count} mistakes: {issues}' },
  },
  'not-signed-in': { status: 401, message: { zh: '请先登录', en: 'Please sign in first' } },
  'not-allowed': {
    status: 403,
    message: {
      zh: '您的岗位没有“{permission}”权限，请联系管理员',
      en: 'Your post lacks the permission “{permission}”; ask the administrator',
    },
  },
  'not-found': { status: 404, message: { zh: '没有找到 {kind} {id}', en: 'There is no {kind} {id}' } },
  'changed-meanwhile': {
    status: 412,
    message: {
      zh: '{name} 已被 {actor} 改为第 {revision} 版；请刷新后再改，您的修改未丢失',
      en: '{name} was changed by {actor} to revision {revision}; reload and try again, your change is not lost',
    },
  },
  'stage-not-reachable': {
    status: 409,
    message: {
      zh: '现处于“{from}”，不能“{action}”；可执行：{possible}',
      en: 'It is “{from}”, cannot “{action}”; possible: {possible}',
    },
  },
  'facts-missing': { status: 422, message: { zh: '“{action}”还缺：{facts}', en: '“{action}” still needs: {facts}' } },
  'body-too-large': {
    status: 413,
    message: {
      zh: '内容超过 {limit} 上限，请拆分后再上传',
      en: 'More than the limit of {limit}; split it and try again',
    },
  },
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
  'file-bomb': {
    status: 422,
    message: {
      zh: '文件“{name}”解压后异常庞大，已拒绝；请重新导出',
      en: '“{name}” grows abnormally when unpacked and was refused; export it again',
    },
  },
  'database-busy': {
    status: 503,
    message: {
      zh: '另一个蓝图（进程 {pid}）正在使用 {directory}；请先停止它，或用 LANTU_HOME 换一个目录',
      en: 'Another Lantu (process {pid}) uses {directory}; stop it first or choose another directory with LANTU_HOME',
    },
  },
  'database-unavailable': {
    status: 503,
    message: { zh: '数据库不可用：{reason}', en: 'The database is not available: {reason}' },
  },
} as const satisfies Record<string, { status: number; message: Label }>;

/** Public: never renamed, never reused. */
export type ProblemCode = keyof typeof problems;

/** A refusal: thrown once, rolls back the transaction, reaches the reader in both languages with the way out. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly data: Data;

  constructor(code: ProblemCode, data: Data = {}) {
    const { zh, en } = fillLabel(problems[code].message, data);
    super(`${zh} / ${en}`);
    this.name = 'Problem';
    this.code = code;
    this.data = data;
  }

  get status(): number {
    return problems[this.code].status;
  }

  get label(): Label {
    return fillLabel(problems[this.code].message, this.data);
  }
}
