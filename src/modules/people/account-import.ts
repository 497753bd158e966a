import type { Label } from '../../core/text.ts';
import { type Account, Email, isValidOn, Login, type Post } from './account.ts';
import { powersConflict } from './powers.ts';
import { type RoleId, roleIds, roles } from './roles.ts';
import { dayOf, rowsOf } from './sheet.ts';
import type { Unit } from './unit.ts';
import type { ImportedRow } from './unit-import.ts';

export const accountColumns = {
  login: ['登录名', '账号', 'login'],
  name: ['姓名', 'name'],
  unit: ['单位', '单位路径', '单位名称', 'unit'],
  email: ['邮箱', '电子邮箱', 'email'],
  role: ['角色', '岗位', 'role'],
  from: ['起始日', '任职日期', 'from'],
  until: ['截止日', 'until'],
} as const;

type Column = keyof typeof accountColumns;

export interface NewPost extends Pick<Post, 'unitPath' | 'role' | 'fromOn' | 'untilOn'> {}

export interface AccountStep {
  readonly row: ImportedRow;
  readonly login: string;
  readonly add?: Pick<Account, 'login' | 'name' | 'unitPath' | 'email'>;
  readonly change?: Pick<Account, 'id' | 'name' | 'unitPath' | 'email'>;
  readonly post?: NewPost;
}

export interface Registry {
  readonly today: string;
  readonly giverId: string;
  /** 系统管理员 makes accounts, 安全管理员 gives roles; the file may hold the work of both. */
  readonly mayCreate: boolean;
  readonly mayGive: boolean;
  readonly units: readonly Unit[];
  /** By login; within reach of whoever imports. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** Logins that others administer. */
  readonly taken: ReadonlySet<string>;
}

const roleOf = (text: string): RoleId | undefined =>
  roleIds.find((id) => id === text.toLowerCase() || roles[id].label.zh === text);

function unitFor(text: string, units: readonly Unit[]): Unit | Label {
  const byPath = units.find(({ unitPath }) => unitPath === text);
  if (byPath !== undefined) return byPath;
  const named = units.filter(({ name, shortName }) => name === text || shortName === text);
  if (named.length === 1) return named[0] as Unit;
  if (named.length === 0)
    return { zh: `没有“${text}”，或不在您管理的范围内`, en: `there is no “${text}” within your reach` };
  return {
    zh: `有 ${named.length} 个“${text}”，请改填单位路径`,
    en: `${named.length} units are called “${text}”: give the path`,
  };
}

/** People of the file by login, as they will be after the rows before. */
type Draft = Pick<Account, 'id' | 'name' | 'unitPath' | 'email'> & {
  readonly posts: readonly NewPost[];
  /** A row before has said who this is: later rows of the same person only add posts. */
  readonly isInFile?: boolean;
};

function stepOf(
  cells: Readonly<Record<Column, string>>,
  registry: Registry,
  drafts: ReadonlyMap<string, Draft>,
): { step: Omit<AccountStep, 'row'>; notes: Label[]; isRefused: boolean; draft: Draft | null } {
  const notes: Label[] = [];
  const refusals: Label[] = [];
  const refuse = (column: Column, { zh, en }: Label) =>
    refusals.push({ zh: `${accountColumns[column][0]}：${zh}`, en: `${column}: ${en}` });
  const login = Login.safeParse(cells.login).data ?? '';
  if (login === '') refuse('login', { zh: '须为 2–64 个字母、数字或 . _ @ -', en: '2–64 letters, digits or . _ @ -' });
  if (registry.taken.has(login))
    refuse('login', { zh: '已被范围外的单位使用', en: 'in use by a unit outside of your reach' });
  if (cells.name === '' || cells.name.length > 60) refuse('name', { zh: '须有 1–60 字', en: 'needs 1–60 characters' });
  const unit = unitFor(cells.unit, registry.units);
  if (!('unitPath' in unit)) refuse('unit', unit);
  const role = cells.role === '' ? null : roleOf(cells.role);
  if (role === undefined) refuse('role', { zh: `没有角色“${cells.role}”`, en: `there is no role “${cells.role}”` });
  const wanted = Email.safeParse(cells.email);
  if (cells.email !== '' && !wanted.success) refuse('email', { zh: '邮箱写法不对', en: 'no address for mail' });
  const fromOn = cells.from === '' ? registry.today : dayOf(cells.from);
  const untilOn = cells.until === '' ? null : dayOf(cells.until);
  if (fromOn === null) refuse('from', { zh: '不是日期', en: 'not a day' });
  if (cells.until !== '' && (untilOn === null || (fromOn !== null && untilOn < fromOn)))
    refuse('until', { zh: '不是起始日之后的日期', en: 'not a day after the first' });

  const known = drafts.get(login);
  if (known === undefined && !registry.mayCreate)
    refuse('login', {
      zh: '尚无此账号，账号由系统管理员建立',
      en: 'no such account; the system administrator makes accounts',
    });
  if (known?.isInFile && known.name !== cells.name)
    refuse('name', { zh: `前面的行写作“${known.name}”`, en: `an earlier row says “${known.name}”` });
  if (known?.isInFile && wanted.success && known.email !== wanted.data)
    refuse('email', { zh: `前面的行写作“${known.email ?? ''}”`, en: `an earlier row says “${known.email ?? ''}”` });
  const nothing = { step: { login }, notes: [...refusals], isRefused: true, draft: null };
  if (refusals.length > 0 || !('unitPath' in unit) || role === undefined || fromOn === null) return nothing;

  const { unitPath } = unit;
  const { name } = cells;
  const wish = role === null ? null : { unitPath, role, fromOn, untilOn };
  const held = known?.posts ?? [];
  const conflict =
    wish === null ? null : powersConflict({ ...wish, giverId: registry.giverId, accountId: known?.id ?? '' }, held);
  if (conflict !== null) {
    refuse('role', conflict);
    return { ...nothing, notes: refusals };
  }
  const isHeld =
    wish !== null &&
    held.some((post) => post.role === wish.role && post.unitPath === unitPath && isValidOn(post, wish.fromOn));
  if (wish !== null && !isHeld && !registry.mayGive)
    notes.push({
      zh: `角色“${roles[wish.role].label.zh}”待安全管理员授予`,
      en: `the role “${roles[wish.role].label.en}” waits for the security administrator`,
    });
  const post = wish !== null && !isHeld && registry.mayGive ? wish : null;
  const isFirst = known !== undefined && !known.isInFile;
  const isMoved = isFirst && known.posts.length === 0 && known.unitPath !== unitPath;
  // An empty cell leaves the address as it is.
  const email = wanted.data ?? known?.email ?? null;
  const isChanged = registry.mayCreate && isFirst && (known.name !== name || known.email !== email || isMoved);
  return {
    step: {
      login,
      ...(known === undefined && { add: { login, name, unitPath, email } }),
      ...(isChanged && { change: { id: known.id, name, email, unitPath: isMoved ? unitPath : known.unitPath } }),
      ...(post !== null && { post }),
    },
    notes,
    isRefused: false,
    draft: {
      id: known?.id ?? '',
      name,
      email,
      unitPath: known?.unitPath ?? unitPath,
      posts: post === null ? held : [...held, post],
      isInFile: true,
    },
  };
}

/** What an import would do. A person with several posts stands in several rows. */
export function planAccountImport(
  rows: readonly (readonly string[])[],
  registry: Registry,
): { steps: readonly AccountStep[]; issues: readonly Label[] } {
  const { rows: data, issues } = rowsOf(rows, accountColumns, ['login', 'name', 'unit']);
  if (issues.length > 0) return { steps: [], issues };
  const drafts = new Map<string, Draft>(registry.accounts);
  const steps = data.map(({ row, cells }): AccountStep => {
    const { step, notes, isRefused, draft } = stepOf(cells, registry, drafts);
    if (draft !== null) drafts.set(step.login, draft);
    const outcome = isRefused ? 'refused' : step.add ? 'added' : step.change || step.post ? 'changed' : 'same';
    return { ...step, row: { row, id: cells.login, outcome, notes } };
  });
  return { steps, issues };
}
