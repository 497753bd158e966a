import type { Refusals } from './refusal.ts';

/** Refusals that any operation can give. */
export const commonProblems = {
  'invalid-input': {
    status: 400,
    message: { zh: '输入有 {count} 处不符合要求：{issues}', en: 'The input has {count} mistakes: {issues}' },
  },
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
  'body-too-large': {
    status: 413,
    message: {
      zh: '内容超过 {limit} 上限，请拆分后再上传',
      en: 'More than the limit of {limit}; split it and try again',
    },
  },
  'too-many-rows': {
    status: 422,
    message: {
      zh: '符合条件的超过 {limit} 行；请缩小时间或范围，分几次导出',
      en: 'More than {limit} rows fit; narrow the days or the filter and export in parts',
    },
  },
  'already-there': {
    status: 409,
    message: { zh: '{kind} {id} 已经存在，请换一个', en: '{kind} {id} exists already, choose another' },
  },
  'record-history': {
    status: 409,
    message: { zh: '“{name}”的沿革不允许这样改：{reason}', en: 'The history of “{name}” forbids this: {why}' },
  },
  unexpected: {
    status: 500,
    message: {
      zh: '系统出现意外错误，已记录；请稍后重试，或把请求编号告诉管理员',
      en: 'Something unexpected happened and was logged; try again, or tell the administrator the request id',
    },
  },
} as const satisfies Refusals;
