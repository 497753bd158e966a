import { expect, test } from 'vitest';
import { peopleOn, strongPassword } from '../../../test/people.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import { operator } from '../../app/first-units.ts';
import { secrets } from '../../platform/secrets.ts';
import { stepAt } from './totp.ts';

const county = 'cn.99.9901.990101';
const other = 'cn.99.9901.990102';
const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = (code: string) => expect.objectContaining({ code });

test(
  'a unit keeps its earlier names, and a list of an earlier day shows them',
  rolledBack(async (database, owner) => {
    const { act } = await peopleOn(database, owner);
    await act(operator, 'units.rename', { unitPath: county, name: '临江区', shortName: null, from: '2026-06-01' });
    const nameOn = async (on: string) =>
      (await act(operator, 'units.list', { on })).units.find(({ unitPath }) => unitPath === county)?.name;
    expect(await nameOn('2026-05-31')).toBe('临江县');
    expect(await nameOn('2026-06-01')).toBe('临江区');
    expect(await nameOn('1999-12-31')).toBeUndefined();
    const { names } = await act(operator, 'units.show', { unitPath: county });
    expect(names.map(({ name, validTo }) => [name, validTo])).toEqual([
      ['临江县', '2026-06-01'],
      ['临江区', null],
    ]);
    await expect(
      act(operator, 'units.rename', { unitPath: county, name: '旧', shortName: null, from: '2026-01-01' }),
    ).rejects.toEqual(refusal('invalid-input'));
  }),
);

test(
  'a county owns its rows, a department’s belong to its county, and a unit with parts cannot end before them',
  rolledBack(async (database, owner) => {
    const { act } = await peopleOn(database, owner);
    const { units } = await act(operator, 'units.list', {});
    const tenantOf = (path: string) => units.find(({ unitPath }) => unitPath === path)?.tenantId;
    expect(tenantOf(`${county}.d_fgj`)).toBe(tenantOf(county));
    expect(tenantOf(county)).not.toBe(tenantOf(other));
    await expect(act(operator, 'units.end', { unitPath: county, until: '2027-01-01' })).rejects.toEqual(
      refusal('unit-in-use'),
    );
    await act(operator, 'units.end', { unitPath: `${county}.d_fgj`, until: '2027-01-01' });
    const ended = await act(operator, 'units.end', { unitPath: county, until: '2027-01-01', successor: other });
    expect(ended).toMatchObject({ until: '2027-01-01', successor: other });
    const paths = async (on: string) => (await act(operator, 'units.list', { on })).units.map((each) => each.unitPath);
    expect(await paths('2026-12-31')).toContain(county);
    expect(await paths('2027-01-01')).not.toContain(county);
  }),
);

test(
  'an import of units says what each row would do before it does it, and every row is counted',
  rolledBack(async (database, owner) => {
    const { act } = await peopleOn(database, owner);
    const file = {
      name: 'units.csv',
      bytes: bytes(
        `路径,名称,种类,区划代码\n${county}.kfq,"临江经济开发区",开发区,\n${county},临江新县,县级,\n${other},青川县,县级,\ncn.98.9801,孤市,市级,980100\n`,
      ),
    };
    const preview = await act(operator, 'units.import', file);
    expect(preview).toMatchObject({ read: 4, added: 1, changed: 1, same: 1, refused: 1, isApplied: false });
    expect(preview.rows[3]?.notes[0]?.zh).toContain('上级单位不存在');
    const names = async () => (await act(operator, 'units.list', {})).units.map(({ name }) => name);
    expect(await names()).not.toContain('临江新县');
    expect(await act(operator, 'units.import', { ...file, apply: 'true' })).toMatchObject({ isApplied: true });
    expect(await names()).toEqual(expect.arrayContaining(['临江新县', '临江经济开发区']));
    await expect(act(operator, 'units.import', { name: 'x.csv', bytes: bytes('甲,乙\n1,2\n') })).rejects.toEqual(
      refusal('invalid-input'),
    );
  }),
);

test(
  'nobody sees or changes a unit or an account outside of the scope',
  rolledBack(async (database, owner) => {
    const { act, person } = await peopleOn(database, owner);
    const local = await (await person('local', county, ['system-administrator', county])).enter();
    const stranger = await person('far', other, ['clerk', other]);
    const { units } = await act(local, 'units.list', {});
    expect(units.map(({ unitPath }) => unitPath)).toEqual([county, `${county}.d_fgj`]);
    await expect(act(local, 'units.show', { unitPath: other })).rejects.toEqual(refusal('not-found'));
    await expect(
      act(local, 'units.add', { parentPath: other, code: 'x', kind: 'department', name: '科', since: '2020-01-01' }),
    ).rejects.toEqual(refusal('not-found'));
    expect((await act(local, 'accounts.list', {})).accounts.map(({ login }) => login)).toEqual(['local']);
    for (const id of ['accounts.end', 'accounts.resume', 'accounts.reset-password'] as const)
      await expect(act(local, id, { accountId: stranger.id })).rejects.toEqual(refusal('not-found'));
    const injected = await act(local, 'accounts.list', { search: `%' or true --` });
    expect(injected.accounts).toEqual([]);
  }),
);

test(
  'five wrong passwords lock the account, for longer each time, and every attempt is written down',
  rolledBack(async (database, owner) => {
    const { act, person, signIn, pass, gate } = await peopleOn(database, owner);
    const clerk = await person('clerk1', county, ['clerk', county]);
    const auditor = await (await person('log', 'cn', ['audit-administrator', 'cn'])).enter();
    const wrong = () => expect(signIn('clerk1', 'wrong')).rejects.toEqual(refusal('sign-in-refused'));
    const right = () => signIn('clerk1', strongPassword);
    for (let i = 0; i < 5; i += 1) await wrong();
    await expect(right()).rejects.toEqual(refusal('sign-in-refused'));
    pass({ minutes: 1 });
    await wrong();
    pass({ minutes: 1 });
    await expect(right()).rejects.toEqual(refusal('sign-in-refused'));
    pass({ minutes: 1 });
    expect((await gate.actorOfSession(await right(), null)).id).toBe(clerk.id);
    for (let i = 0; i < 4; i += 1) await wrong();
    await right();
    await expect(signIn('nobody', 'wrong')).rejects.toEqual(refusal('sign-in-refused'));
    const { signIns } = await act(auditor, 'sign-ins.list', {});
    const count = (outcome: string) => signIns.filter((each) => each.outcome === outcome).length;
    expect(count('wrong-password')).toBe(10);
    expect(count('locked')).toBe(2);
    expect(count('unknown')).toBe(1);
  }),
);

test(
  'many attempts at once do not pass the count',
  rolledBack(async (database, owner) => {
    const { act, person, signIn } = await peopleOn(database, owner);
    await person('clerk1', county, ['clerk', county]);
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => signIn('clerk1', 'wrong')));
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    const { accounts } = await act(operator, 'accounts.list', { search: 'clerk1' });
    expect(accounts[0]?.lockedUntil).not.toBeNull();
    await act(operator, 'accounts.unlock', { accountId: accounts[0]?.id ?? '' });
    await signIn('clerk1', strongPassword);
  }),
);

test(
  'a session ends after eight idle hours, after seven days, by revocation and with the account',
  rolledBack(async (database, owner) => {
    const { act, person, signIn, gate, pass } = await peopleOn(database, owner);
    const clerk = await person('clerk1', county, ['clerk', county]);
    const isLive = (token: string) =>
      gate.actorOfSession(token, null).then(
        () => true,
        () => false,
      );
    const idle = await signIn('clerk1', strongPassword);
    pass({ hours: 7, minutes: 59 });
    expect(await isLive(idle)).toBe(true);
    pass({ hours: 8 });
    expect(await isLive(idle)).toBe(false);

    const long = await signIn('clerk1', strongPassword);
    for (let i = 0; i < 23; i += 1) {
      pass({ hours: 7 });
      expect(await isLive(long)).toBe(true);
    }
    pass({ hours: 7 });
    expect(await isLive(long)).toBe(false);

    const [one, two] = [await signIn('clerk1', strongPassword), await signIn('clerk1', strongPassword)];
    const actor = await gate.actorOfSession(one, null);
    const { sessions } = await act(actor, 'session.list', {});
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const second = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? '';
    await act(actor, 'session.end', { sessionId: second });
    expect([await isLive(one), await isLive(two)]).toEqual([true, false]);
    await act(operator, 'accounts.end', { accountId: clerk.id });
    expect(await isLive(one)).toBe(false);
    await expect(signIn('clerk1', strongPassword)).rejects.toEqual(refusal('sign-in-refused'));
  }),
);

test(
  'a one-time password opens nothing but the change of itself, and a weak new one is refused',
  rolledBack(async (database, owner) => {
    const { act, enter, signIn, gate } = await peopleOn(database, owner);
    const { id, password } = await act(operator, 'accounts.add', { login: 'wangmin', name: '王敏', unitPath: county });
    await act(operator, 'posts.give', { accountId: id, unitPath: county, role: 'planner', fromOn: '2026-01-01' });
    const actor = await enter('wangmin', password);
    expect([...actor.permissions].sort()).toEqual(['session.own', 'session.read']);
    const change = (current: string, next: string) => act(actor, 'session.change-password', { current, next });
    await expect(change('wrong', strongPassword)).rejects.toEqual(refusal('password-wrong'));
    for (const next of ['short', 'wangmin-2026', '1234567890', 'aaaaaaaaaaaa', password])
      await expect(change(password, next)).rejects.toEqual(refusal('password-weak'));
    const before = await signIn('wangmin', password);
    expect(await change(password, strongPassword)).toEqual({ ended: 1 });
    await expect(gate.actorOfSession(before, null)).rejects.toEqual(refusal('not-signed-in'));
    expect((await enter('wangmin', strongPassword)).permissions.has('plan.write')).toBe(true);
  }),
);

test(
  'passwords, tokens and codes stand nowhere in the database: only their digests do',
  rolledBack(async (database, owner) => {
    const { act, signIn, person } = await peopleOn(database, owner);
    const made = await act(operator, 'accounts.add', { login: 'a1', name: '甲', unitPath: county }, 'key-1');
    const clerk = await (await person('a2', county, ['clerk', county])).enter();
    const token = await signIn('a2', strongPassword);
    const api = await act(
      clerk,
      'session.add-token',
      { name: '报表', permissions: ['unit.read'], expiresOn: '2027-01-01' },
      'key-2',
    );
    const everything: string[] = [];
    for (const table of ['account', 'session', 'api_token', 'sign_in', 'audit', 'answer', 'recovery_code'] as const)
      everything.push(JSON.stringify(await owner.selectFrom(table).selectAll().execute()));
    for (const secret of [made.password, strongPassword, token, api.token])
      expect(everything.join('\n')).not.toContain(secret);
    const { password_hash: hash } = await owner
      .selectFrom('account')
      .select('password_hash')
      .where('login', '=', 'a1')
      .executeTakeFirstOrThrow();
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  }),
);

test(
  'a token acts for its person with no more than was given, until its last day',
  rolledBack(async (database, owner) => {
    const { act, person, gate, pass } = await peopleOn(database, owner);
    const planner = await (await person('p1', county, ['planner', county])).enter();
    const make = (permissions: string[], expiresOn = '2026-11-30') =>
      act(planner, 'session.add-token', { name: '取数', permissions, expiresOn });
    await expect(make(['account.write'])).rejects.toEqual(refusal('invalid-input'));
    await expect(make(['session.own'])).rejects.toEqual(refusal('invalid-input'));
    await expect(make(['unit.read'], '2028-01-01')).rejects.toEqual(refusal('invalid-input'));
    const { id, token } = await make(['unit.read', 'plan.read']);
    const program = await gate.actorOfToken(token, null);
    expect([...program.permissions].sort()).toEqual(['plan.read', 'unit.read']);
    expect((await act(program, 'units.list', {})).units).toHaveLength(2);
    await expect(act(program, 'session.list', {})).rejects.toEqual(refusal('not-allowed'));
    pass({ days: 8 });
    await gate.actorOfToken(token, null);
    pass({ days: 1 });
    await expect(gate.actorOfToken(token, null)).rejects.toEqual(refusal('not-signed-in'));
    const again = await make(['unit.read'], '2026-12-31');
    await act(planner, 'session.end-token', { tokenId: again.id });
    await expect(gate.actorOfToken(again.token, null)).rejects.toEqual(refusal('not-signed-in'));
    await expect(gate.actorOfToken('lantu_guess', null)).rejects.toEqual(refusal('not-signed-in'));
    expect(id).not.toBe(again.id);
  }),
);

test(
  'with one-time codes a password alone does not do, a code works once, and a recovery code stands in once',
  rolledBack(async (database, owner) => {
    const { act, person, signIn, pass, now } = await peopleOn(database, owner);
    const actor = await (await person('p1', county, ['planner', county])).enter();
    const { secret, address } = await act(actor, 'session.start-codes', {});
    expect(address).toContain(`secret=${secret}`);
    const code = () => secrets.codeAt(secret, stepAt(now()));
    const confirm = (given: string) =>
      act(actor, 'session.confirm-codes', { secret, code: given, password: strongPassword });
    const isWrong = code() === '000000' ? '000001' : '000000';
    await expect(confirm(isWrong)).rejects.toEqual(refusal('code-wrong'));
    const { recoveryCodes } = await confirm(code());
    expect(new Set(recoveryCodes).size).toBe(8);

    await expect(signIn('p1', strongPassword)).rejects.toEqual(refusal('code-needed'));
    await expect(signIn('p1', strongPassword, code())).rejects.toEqual(refusal('sign-in-refused'));
    pass({ minutes: 1 });
    await signIn('p1', strongPassword, code());
    await expect(signIn('p1', strongPassword, code())).rejects.toEqual(refusal('sign-in-refused'));
    const late = code();
    pass({ minutes: 2 });
    await expect(signIn('p1', strongPassword, late)).rejects.toEqual(refusal('sign-in-refused'));
    const spare = recoveryCodes[0] as string;
    await signIn('p1', strongPassword, spare);
    await expect(signIn('p1', strongPassword, spare)).rejects.toEqual(refusal('sign-in-refused'));
    await act(actor, 'session.stop-codes', { password: strongPassword });
    await signIn('p1', strongPassword);
  }),
);

test(
  'powers are kept apart: nobody gives himself a role, and administration stands beside no business',
  rolledBack(async (database, owner) => {
    const { act, person } = await peopleOn(database, owner);
    const system = await person('sys', 'cn', ['system-administrator', 'cn']);
    const first = await person('safe', 'cn');
    const clerk = await person('clerk1', 'cn', ['clerk', 'cn']);
    const [root, fromOn] = [await system.enter(), '2026-11-22'];
    await expect(
      act(root, 'posts.give', { accountId: clerk.id, unitPath: 'cn', role: 'leader', fromOn }),
    ).rejects.toEqual(refusal('not-allowed'));
    await expect(act(root, 'sign-ins.list', {})).rejects.toEqual(refusal('not-allowed'));
    await expect(act(root, 'posts.appoint', { accountId: first.id, role: 'leader' })).rejects.toEqual(
      refusal('powers-apart'),
    );
    await expect(act(root, 'posts.appoint', { accountId: clerk.id, role: 'security-administrator' })).rejects.toEqual(
      refusal('powers-apart'),
    );
    await act(root, 'posts.appoint', { accountId: first.id, role: 'security-administrator' });
    const second = await person('late', 'cn');
    await expect(act(root, 'posts.appoint', { accountId: second.id, role: 'security-administrator' })).rejects.toEqual(
      refusal('powers-apart'),
    );
    await expect(act(root, 'accounts.reset-password', { accountId: first.id })).rejects.toEqual(
      refusal('powers-apart'),
    );
    await expect(act(root, 'accounts.end', { accountId: system.id })).rejects.toEqual(refusal('powers-apart'));
    const safe = await first.enter();
    const give = (accountId: string, role: 'planner' | 'system-administrator') =>
      act(safe, 'posts.give', { accountId, unitPath: 'cn', role, fromOn });
    await expect(give(first.id, 'planner')).rejects.toEqual(refusal('powers-apart'));
    await expect(give(system.id, 'planner')).rejects.toEqual(refusal('powers-apart'));
    await expect(give(clerk.id, 'system-administrator')).rejects.toEqual(refusal('powers-apart'));
    await expect(give(clerk.id, 'planner')).resolves.toMatchObject({ role: 'planner', kind: 'own' });
  }),
);

test(
  'a post handed over keeps its seat, ends for the one before, and its holders stay known',
  rolledBack(async (database, owner) => {
    const { act, person, pass } = await peopleOn(database, owner);
    const before = await person('old', county, ['clerk', county]);
    const after = await person('new', county);
    const { accounts } = await act(operator, 'accounts.list', { search: 'old' });
    const post = accounts[0]?.posts[0];
    const postId = post?.id ?? '';
    const { posts } = await act(operator, 'posts.hand-over', {
      postId,
      accountId: after.id,
      fromOn: '2026-12-01',
      reason: '调离',
    });
    expect(posts.map(({ accountId, fromOn, untilOn }) => [accountId, fromOn, untilOn])).toEqual([
      [before.id, '2026-11-22', '2026-11-30'],
      [after.id, '2026-12-01', null],
    ]);
    expect(new Set(posts.map(({ seatId }) => seatId))).toEqual(new Set([post?.seatId]));
    expect((await after.enter()).permissions.has('plan.read')).toBe(false);
    pass({ days: 9 });
    expect((await after.enter()).scope).toEqual([county]);
    expect((await after.enter()).permissions.has('plan.read')).toBe(true);
    const gone = await before.enter();
    expect([...gone.permissions]).toEqual(['session.read', 'session.own']);
    const [, mine] = posts;
    await expect(act(await after.enter(), 'posts.holders', { postId: mine?.id ?? '' })).resolves.toMatchObject({
      posts: [{ accountId: before.id }, { accountId: after.id }],
    });
  }),
);

test(
  'whoever stands in has the post’s scope and rights for these days only, and works in the post chosen',
  rolledBack(async (database, owner) => {
    const { act, person, gate, signIn, pass } = await peopleOn(database, owner);
    const head = await person('head', county, ['planner', county]);
    const helper = await person('helper', `${county}.d_fgj`, ['clerk', `${county}.d_fgj`]);
    const stranger = await person('far', other, ['clerk', other]);
    const actor = await head.enter();
    const postId = actor.signedIn?.postId ?? '';
    const ask = (accountId: string, fromOn: string, untilOn: string) =>
      act(actor, 'posts.stand-in', { postId, accountId, fromOn, untilOn, reason: '出差' });
    await expect(ask(stranger.id, '2026-11-23', '2026-11-25')).rejects.toEqual(refusal('invalid-input'));
    await expect(ask(helper.id, '2026-11-25', '2026-11-23')).rejects.toEqual(refusal('invalid-input'));
    await ask(helper.id, '2026-11-23', '2026-11-25');
    expect((await helper.enter()).scope).toEqual([`${county}.d_fgj`]);
    pass({ days: 1 });
    const token = await signIn('helper', strongPassword);
    const both = await gate.actorOfSession(token, null);
    expect([...both.scope].sort()).toEqual([county, `${county}.d_fgj`]);
    expect(both.unitPath).toBe(`${county}.d_fgj`);
    expect(both.permissions.has('plan.write')).toBe(true);
    const { posts } = await act(both, 'session.show', {});
    const standIn = posts.find(({ kind }) => kind === 'stand-in')?.id ?? '';
    expect((await gate.actorOfSession(token, standIn)).unitPath).toBe(county);
    await act(both, 'session.choose-post', { postId: standIn });
    expect((await gate.actorOfSession(token, null)).unitPath).toBe(county);
    await expect(
      act(both, 'posts.stand-in', {
        postId: standIn,
        accountId: head.id,
        fromOn: '2026-11-23',
        untilOn: '2026-11-24',
      }),
    ).rejects.toEqual(refusal('invalid-input'));
    pass({ days: 3 });
    expect((await helper.enter()).permissions.has('plan.write')).toBe(false);
  }),
);

test(
  'accounts come in bulk: each row says what it does, passwords are given once, and roles wait for who may give them',
  rolledBack(async (database, owner) => {
    const { act, person, enter } = await peopleOn(database, owner);
    const system = await (await person('sys', 'cn', ['system-administrator', 'cn'])).enter();
    const safe = await (await person('safe', 'cn', ['security-administrator', 'cn'])).enter();
    const file = {
      name: '名单.csv',
      bytes: bytes(
        `登录名,姓名,单位,角色,起始日\nli.qiang,李强,临江县,填报员,2026/1/1\nli.qiang,李强,青川县,审核员,\nzhao,赵云,没有的县,,\nCHEN,陈静,${county},不存在,\n`,
      ),
    };
    const preview = await act(system, 'accounts.import', file);
    expect(preview).toMatchObject({ read: 4, added: 1, changed: 0, same: 1, refused: 2, passwords: [] });
    expect(preview.rows[0]?.notes[0]?.zh).toContain('待安全管理员授予');
    const { passwords } = await act(system, 'accounts.import', { ...file, apply: 'true' });
    expect(passwords.map(({ login }) => login)).toEqual(['li.qiang']);
    await expect(act(safe, 'accounts.import', { ...file, apply: 'true' })).resolves.toMatchObject({
      added: 0,
      changed: 2,
      refused: 2,
      passwords: [],
    });
    expect(await act(safe, 'accounts.import', { ...file, apply: 'true' })).toMatchObject({ same: 2, changed: 0 });
    const actor = await enter('li.qiang', passwords[0]?.password ?? '');
    expect([...actor.scope].sort()).toEqual([county, other]);
  }),
);

test(
  'an import fills in and changes addresses for mail; an empty cell keeps what is there, a wrong one is refused',
  rolledBack(async (database, owner) => {
    const { act, person } = await peopleOn(database, owner);
    const system = await (await person('sys', 'cn', ['system-administrator', 'cn'])).enter();
    const load = async (lines: string) => {
      const file = { name: '名单.csv', bytes: bytes(`登录名,姓名,单位,邮箱\n${lines}\n`), apply: 'true' } as const;
      const { rows } = await act(system, 'accounts.import', file);
      const { accounts } = await act(system, 'accounts.list', { search: '王敏' });
      return { outcomes: rows.map(({ outcome }) => outcome), email: accounts[0]?.email };
    };
    const first = await load('wm,王敏,临江县,wm@example.cn\nlq,李强,临江县,no address');
    expect(first).toEqual({ outcomes: ['added', 'refused'], email: 'wm@example.cn' });
    expect(await load('wm,王敏,临江县,')).toEqual({ outcomes: ['same'], email: 'wm@example.cn' });
    const twice = await load('wm,王敏,临江县,new@example.cn\nwm,王敏,临江县,\nwm,王敏,临江县,other@example.cn');
    expect(twice).toEqual({ outcomes: ['changed', 'same', 'refused'], email: 'new@example.cn' });
  }),
);
