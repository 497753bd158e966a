import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { type Account, isValidOn, type Post } from '../account.ts';
import { peopleOperations } from '../operations.ts';
import { isAdministration, type RoleId, roleIds, roles } from '../roles.ts';
import type { Unit } from '../unit.ts';
import { textOrNull as orNull, textOf as text } from './answers.ts';
import type { Answers, Field } from './form-modal.tsx';
import { todayHere } from './moment.ts';

const titles = {
  add: { zh: '建立账号', en: 'New account' },
  change: { zh: '修改姓名、单位或邮箱', en: 'Change name, unit or mail' },
  give: { zh: '授予岗位', en: 'Give a post' },
  appoint: { zh: '任命首位安全或审计管理员', en: 'Appoint the first security or audit administrator' },
  'end-post': { zh: '免去岗位', en: 'End a post' },
  'hand-over': { zh: '移交岗位', en: 'Hand a post over' },
  'stand-in': { zh: '请人代理', en: 'Let somebody stand in' },
  reset: { zh: '重置口令', en: 'Reset the password' },
  unlock: { zh: '解除锁定', en: 'Unlock' },
  unlink: { zh: '解除统一身份认证关联', en: 'Unlink from the identity provider' },
  end: { zh: '停用账号', en: 'End the account' },
  resume: { zh: '恢复账号', en: 'Resume the account' },
} satisfies Record<string, Label>;

export type AccountAction = keyof typeof titles;

const words = {
  login: { zh: '登录名', en: 'Login' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  email: { zh: '邮箱（收提醒用）', en: 'Mail, for notices' },
  role: { zh: '角色', en: 'Role' },
  post: { zh: '岗位', en: 'Post' },
  person: { zh: '由谁', en: 'To whom' },
  from: { zh: '起始日', en: 'From' },
  until: { zh: '最后一日', en: 'Last day' },
  reason: { zh: '事由', en: 'Reason' },
  drop: { zh: '同时停用动态口令（手机遗失时）', en: 'Switch one-time codes off as well (device lost)' },
  about: { zh: '{name}（{login}）', en: '{name} ({login})' },
} satisfies Record<string, Label>;

type Say = (label: Label, data?: Record<string, string>) => string;

/** Which action needs which permission, and when it makes sense. */
const needs: Record<Exclude<AccountAction, 'add'>, { permission: string; fits: (account: Account) => boolean }> = {
  give: { permission: 'post.write', fits: ({ endedAt }) => endedAt === null },
  appoint: { permission: 'account.write', fits: ({ posts, endedAt }) => endedAt === null && posts.length === 0 },
  'hand-over': { permission: 'post.write', fits: ({ posts }) => posts.some((post) => isHeld(post)) },
  'stand-in': { permission: 'post.write', fits: ({ posts }) => posts.some((post) => isHeld(post)) },
  'end-post': { permission: 'post.write', fits: ({ posts }) => posts.some((post) => isValidOn(post, todayHere())) },
  change: { permission: 'account.write', fits: () => true },
  reset: { permission: 'account.reset', fits: ({ endedAt }) => endedAt === null },
  unlock: { permission: 'account.unlock', fits: ({ lockedUntil }) => lockedUntil !== null },
  unlink: { permission: 'account.reset', fits: ({ isLinked }) => isLinked },
  end: { permission: 'account.write', fits: ({ endedAt }) => endedAt === null },
  resume: { permission: 'account.write', fits: ({ endedAt }) => endedAt !== null },
};

const isHeld = (post: Post): boolean => post.kind === 'own' && post.untilOn === null;

export const actionsFor = (account: Account, may: (permission: string) => boolean, say: Say) =>
  Object.entries(needs)
    .filter(([, { permission, fits }]) => may(permission) && fits(account))
    .map(([key]) => ({ key, label: say(titles[key as AccountAction]), danger: key === 'end' }));

export interface OneTime {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

interface Place {
  readonly account: Account | null;
  readonly accounts: readonly Account[];
  readonly units: readonly Unit[];
  readonly say: Say;
}

interface AccountForm {
  readonly title: string;
  readonly hint?: string;
  readonly fields: readonly Field[];
  readonly initial?: Answers;
  /** The one-time password that came of it. */
  readonly submit: (answers: Answers) => Promise<OneTime | null>;
}

const quietly = (work: Promise<unknown>): Promise<null> => work.then(() => null);

function optionsOf({ account, accounts, units, say }: Place) {
  const held = (account?.posts ?? []).filter((post) => isValidOn(post, todayHere()));
  return {
    units: units.map(({ unitPath, name }) => ({ value: unitPath, label: `${name} ${unitPath}` })),
    roles: roleIds.map((value) => ({ value, label: say(roles[value].label) })),
    administrations: roleIds
      .filter((role) => isAdministration(role) && role !== 'system-administrator')
      .map((value) => ({ value, label: say(roles[value].label) })),
    posts: (own: boolean) =>
      held
        .filter((post) => !own || isHeld(post))
        .map(({ id, unitName, role }) => ({ value: id, label: `${unitName} · ${say(roles[role].label)}` })),
    people: accounts
      .filter(({ id, endedAt }) => id !== account?.id && endedAt === null)
      .map(({ id, name, login, unitName }) => ({ value: id, label: `${name} ${login} · ${unitName}` })),
  };
}

/** What is asked for each thing that one can do with an account, and what is then done. */
export function accountForm(what: AccountAction, place: Place): AccountForm {
  const { account, say } = place;
  const options = optionsOf(place);
  const accountId = account?.id ?? '';
  const today = todayHere();
  const field = (name: string, label: Label, rest: Partial<Field> = {}): Field => ({ name, label, ...rest });
  const reason = field('reason', words.reason, { isOptional: true });
  const unit = field('unitPath', words.unit, { kind: 'select', options: options.units });
  const email = field('email', words.email, { isOptional: true, autoComplete: 'off' });
  const from = field('fromOn', words.from, { kind: 'date' });
  const until = (isOptional: boolean) => field('untilOn', words.until, { kind: 'date', isOptional });
  const person = field('accountId', words.person, { kind: 'select', options: options.people });
  const post = (own: boolean) => field('postId', words.post, { kind: 'select', options: options.posts(own) });
  const only = options.posts(what !== 'end-post');
  const first = only.length === 1 ? { postId: only[0]?.value } : {};
  const forms: Record<AccountAction, Omit<AccountForm, 'title' | 'hint'>> = {
    add: {
      fields: [field('login', words.login), field('name', words.name), unit, email],
      submit: ({ login, name, unitPath, email: address }) =>
        perform(peopleOperations['accounts.add'], {
          login: text(login),
          name: text(name),
          unitPath: text(unitPath),
          email: orNull(address),
        }),
    },
    change: {
      fields: [field('name', words.name), unit, email],
      initial: { name: account?.name, unitPath: account?.unitPath, email: account?.email ?? '' },
      submit: ({ name, unitPath, email: address }) =>
        quietly(
          perform(peopleOperations['accounts.change'], {
            accountId,
            name: text(name),
            unitPath: text(unitPath),
            email: orNull(address),
          }),
        ),
    },
    give: {
      fields: [unit, field('role', words.role, { kind: 'select', options: options.roles }), from, until(true), reason],
      initial: { unitPath: account?.unitPath, fromOn: today },
      submit: ({ unitPath, role, fromOn, untilOn, reason: why }) =>
        quietly(
          perform(peopleOperations['posts.give'], {
            accountId,
            unitPath: text(unitPath),
            role: text(role) as RoleId,
            fromOn: text(fromOn),
            untilOn: orNull(untilOn),
            reason: orNull(why),
          }),
        ),
    },
    appoint: {
      fields: [field('role', words.role, { kind: 'select', options: options.administrations })],
      submit: ({ role }) =>
        quietly(perform(peopleOperations['posts.appoint'], { accountId, role: text(role) as RoleId })),
    },
    'end-post': {
      fields: [post(false), until(false), reason],
      initial: { ...first, untilOn: today },
      submit: ({ postId, untilOn, reason: why }) =>
        quietly(
          perform(peopleOperations['posts.end'], {
            postId: text(postId),
            untilOn: text(untilOn),
            reason: orNull(why),
          }),
        ),
    },
    'hand-over': {
      fields: [post(true), person, from, reason],
      initial: { ...first, fromOn: today },
      submit: ({ postId, accountId: to, fromOn, reason: why }) =>
        quietly(
          perform(peopleOperations['posts.hand-over'], {
            postId: text(postId),
            accountId: text(to),
            fromOn: text(fromOn),
            reason: orNull(why),
          }),
        ),
    },
    'stand-in': {
      fields: [post(true), person, from, until(false), reason],
      initial: { ...first, fromOn: today },
      submit: ({ postId, accountId: to, fromOn, untilOn, reason: why }) =>
        quietly(
          perform(peopleOperations['posts.stand-in'], {
            postId: text(postId),
            accountId: text(to),
            fromOn: text(fromOn),
            untilOn: text(untilOn),
            reason: orNull(why),
          }),
        ),
    },
    reset: {
      fields: [field('dropCodes', words.drop, { kind: 'switch' })],
      submit: ({ dropCodes }) =>
        perform(peopleOperations['accounts.reset-password'], { accountId, dropCodes: dropCodes === true }),
    },
    unlock: { fields: [], submit: () => quietly(perform(peopleOperations['accounts.unlock'], { accountId })) },
    unlink: { fields: [], submit: () => quietly(perform(peopleOperations['accounts.unlink'], { accountId })) },
    end: { fields: [], submit: () => quietly(perform(peopleOperations['accounts.end'], { accountId })) },
    resume: { fields: [], submit: () => quietly(perform(peopleOperations['accounts.resume'], { accountId })) },
  };
  const hint = account === null ? {} : { hint: say(words.about, { name: account.name, login: account.login }) };
  return { title: say(titles[what]), ...hint, ...forms[what] };
}
