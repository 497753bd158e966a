import type { Refusals } from './refusal.ts';

/** Refusals at the gate, and of accounts and units. */
export const peopleProblems = {
  'not-signed-in': { status: 401, message: { zh: '请先登录', en: 'Please sign in first' } },
  'sign-in-refused': {
    status: 401,
    message: {
      zh: '登录名或口令不对，或账号暂时锁定、已停用；请核对后再试，仍不行请联系管理员',
      en: 'The login or password is wrong, or the account is locked or ended; check and try again, or ask the administrator',
    },
  },
  'code-needed': {
    status: 401,
    message: {
      zh: '请再输入动态口令（或一个备用码）',
      en: 'Please enter the one-time code as well (or a recovery code)',
    },
  },
  'oidc-unreachable': {
    status: 503,
    message: {
      zh: '统一身份认证暂时连不上；请用登录名和口令登录，或稍后再试',
      en: 'The identity provider cannot be reached; sign in with login and password, or try again later',
    },
  },
  'oidc-refused': {
    status: 401,
    message: {
      zh: '统一身份认证没有确认您的身份，或用时过长；请再试一次，仍不行请用口令登录',
      en: 'The identity provider did not confirm who you are, or it took too long; try again, or use your password',
    },
  },
  'oidc-no-account': {
    status: 401,
    message: {
      zh: '身份已确认，但这里没有与之对应、在用的账号；请联系本单位管理员建立账号，登录名须与统一身份认证一致',
      en: 'You are confirmed, but no account in use here is yours; ask your administrator for one with the same login',
    },
  },
  'oidc-other-person': {
    status: 401,
    message: {
      zh: '这个账号已与统一身份认证中的另一个人关联；请联系本单位管理员核对，必要时解除关联',
      en: 'This account is linked to somebody else at the identity provider; ask your administrator to check, and to unlink it if need be',
    },
  },
  'codes-unreadable': {
    status: 401,
    message: {
      zh: '服务器换过密钥，动态口令已无法核对；请用备用码登录，或请管理员重置口令并停用动态口令，登录后重新启用',
      en: 'The server lost the key to your one-time codes; use a recovery code, or ask the administrator to reset password and codes and set them up anew',
    },
  },
  'secret-key-wrong': {
    status: 500,
    message: {
      zh: '密钥不对（{origin}）：须是 32 字节，写作 64 位十六进制或 Base64；请恢复原来的密钥，确已遗失时删去它再启动',
      en: 'The key is wrong ({origin}): 32 bytes as 64 hexadecimal digits or Base64; put the right one back, or remove it if it is lost, and start again',
    },
  },
  'password-weak': {
    status: 422,
    message: { zh: '这个口令不能用：{issues}', en: 'This password cannot be used: {issues}' },
  },
  'password-wrong': { status: 422, message: { zh: '现用口令不对', en: 'The present password is wrong' } },
  'code-wrong': {
    status: 422,
    message: {
      zh: '动态口令不对；请核对手机与本机的时间后再试',
      en: 'The one-time code is wrong; compare the clocks of both devices and try again',
    },
  },
  'powers-apart': {
    status: 422,
    message: { zh: '按三员分立的规定不能这样做：{reason}', en: 'Powers are kept apart, so this is refused: {reason}' },
  },
  'unit-in-use': {
    status: 409,
    message: {
      zh: '{id} 还有下级单位 {parts}；请先撤销或转移它们',
      en: '{id} still has units below it: {parts}; end or move those first',
    },
  },
  'administrator-needed': {
    status: 500,
    message: {
      zh: '还没有管理员账号：请在终端里运行 lantu serve 按提示建立，或设置 LANTU_ADMIN 与 LANTU_ADMIN_PASSWORD',
      en: 'There is no administrator yet: run lantu serve in a terminal and answer, or set LANTU_ADMIN and LANTU_ADMIN_PASSWORD',
    },
  },
  'accounts-exist': {
    status: 500,
    message: {
      zh: '这个数据库已有账号，不能免登录打开；请用 lantu serve',
      en: 'This database has accounts and is not opened without signing in; use lantu serve',
    },
  },
} as const satisfies Refusals;
