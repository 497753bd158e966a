import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secrets } from '../../src/platform/secrets.ts';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu, visit } from './lantu.ts';

const environment = { LANTU_ADMIN: 'admin', LANTU_ADMIN_PASSWORD: 'blue-river-7781' };
const adminPassword = 'seven green boats';
const plannerPassword = 'a hill over the lake';

/** From an empty server to a planner at work, as one story: each step stands on the one before. */
describe.skipIf(!hasBrowser)('people sign in', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu({ command: 'serve', env: environment }), launch()]);
    ({ page, complaints } = await visit(browser));
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const signIn = async (login: string, password: string) => {
    await page.getByLabel('登录名').fill(login);
    await page.getByLabel('口令', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录' }).click();
  };
  const change = async (current: string, next: string) => {
    await page.getByRole('heading', { name: '请先修改口令' }).waitFor();
    await page.getByLabel('现用口令').fill(current);
    await page.getByLabel('新口令', { exact: true }).fill(next);
    await page.getByLabel('再输一次新口令').fill(next);
    await page.getByRole('button', { name: '修改口令' }).click();
  };
  const leave = async () => {
    await page.getByRole('button', { name: /账号与退出/ }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByRole('heading', { name: '登录蓝图' }).waitFor();
  };
  // Signing in puts the whole frame up anew, and a menu opened just before that is gone: a person would open it again.
  const openManaging = async () => {
    const menu = page.locator('.ant-dropdown-menu:visible');
    for (let attempt = 0; attempt < 10; attempt++) {
      if ((await menu.count()) === 0) await page.locator('.menu-group', { hasText: '管理' }).click();
      await page.waitForTimeout(400);
      if ((await menu.count()) > 0) break;
    }
    return menu;
  };
  const open = async (name: string) => {
    for (let attempt = 0; attempt < 5; attempt++) {
      const link = (await openManaging()).getByRole('link', { name, exact: true });
      const isDone = await link.click({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
      if (isDone) return;
    }
    throw new Error(`the page ${name} could not be opened from the menu`);
  };
  const pick = async (label: string, option: RegExp) => {
    await page.getByRole('dialog').getByLabel(label, { exact: true }).click();
    await page.locator('.ant-select-item-option', { hasText: option }).first().click();
  };
  const manage = async (name: string, action: string) => {
    await page.getByRole('button', { name: `管理 ${name}` }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };
  const newAccount = async (login: string, name: string): Promise<string> => {
    await page.getByRole('button', { name: '建立账号' }).click();
    await page.getByRole('dialog').getByLabel('登录名').fill(login);
    await page.getByRole('dialog').getByLabel('姓名').fill(name);
    await pick('单位', /云河省/);
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    const password = await page.locator('.one-time').innerText();
    await page
      .getByRole('dialog')
      .filter({ has: page.locator('.one-time') })
      .getByLabel('Close')
      .click();
    await page.locator('.one-time').waitFor({ state: 'detached' });
    return password;
  };

  test('a wrong password is refused without saying what was wrong', async () => {
    await page.goto(lantu.url);
    await page.getByRole('heading', { name: '登录蓝图' }).waitFor();
    await keepPicture(page, 'sign-in');
    expect(await seriousViolations(page)).toEqual([]);
    await signIn('admin', 'not this one');
    const refusal = await page.getByRole('alert').innerText();
    expect(refusal).toContain('登录名或口令不对');
    await signIn('nobody', 'not this one');
    expect(await page.getByRole('alert').innerText()).toBe(refusal);
  });

  test('the first administrator changes the password of the environment and stands before the units', async () => {
    await signIn('admin', environment.LANTU_ADMIN_PASSWORD);
    await change(environment.LANTU_ADMIN_PASSWORD, adminPassword);
    await page.getByRole('heading', { name: '单位', exact: true }).waitFor();
    expect(await page.locator('.top-bar').innerText()).toContain('全国');
    await page.getByRole('button', { name: '增设下级' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/代码（/)
      .fill('99');
    await pick('种类', /省级/);
    await page.getByRole('dialog').getByLabel('名称').fill('云河省');
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.getByRole('cell', { name: '云河省' }).waitFor();
    await keepPicture(page, 'units');
    expect(await seriousViolations(page)).toEqual([]);
  });

  let officer = '';
  let planner = '';
  test('accounts are made by one administrator and given their posts by the other', async () => {
    await open('账号');
    officer = await newAccount('safe', '安全员');
    planner = await newAccount('wangmin', '王敏');
    await keepPicture(page, 'accounts');
    expect(await seriousViolations(page)).toEqual([]);
    await manage('安全员', '任命首位安全或审计管理员');
    await pick('角色', /安全管理员/);
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.locator('.people-posts', { hasText: '安全管理员' }).waitFor();
    await leave();

    await signIn('safe', officer);
    await change(officer, 'three old bridges');
    await open('账号');
    await manage('王敏', '授予岗位');
    await pick('角色', /规划人员/);
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.locator('.people-posts', { hasText: '规划人员' }).waitFor();
    await leave();
  });

  test('a list of people is read, shown row by row, and written only then; passwords are shown once', async () => {
    await signIn('admin', adminPassword);
    await open('账号');
    await page.getByRole('button', { name: '批量导入' }).click();
    await page.locator('.ant-upload input[type=file]').setInputFiles({
      name: '名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('登录名,姓名,单位,角色\nzhao.yun,赵云,云河省,填报员\nchen,陈静,没有的县,\n'),
    });
    await page.getByText('读到 2 行 = 新增 1 + 修改 0 + 不变 0 + 拒绝 1').waitFor();
    expect(await page.locator('.import-notes').innerText()).toContain('没有“没有的县”');
    await keepPicture(page, 'import-preview');
    await page.getByRole('button', { name: /写入（拒绝/ }).click();
    await page.locator('.one-time').waitFor();
    expect(await page.locator('.one-time').innerText()).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(await seriousViolations(page)).toEqual([]);
    await page.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click();
    await page.getByRole('cell', { name: 'zhao.yun' }).waitFor();
    await leave();
  });

  test('the planner signs in, sees the plans of the unit, and signs out', async () => {
    await signIn('wangmin', planner);
    await change(planner, plannerPassword);
    await page.getByRole('heading', { name: '规划', exact: true }).waitFor();
    expect(await page.locator('.top-bar').innerText()).toMatch(/王敏\s*云河省/);
    const managing = await openManaging();
    await managing.getByRole('link', { name: '单位', exact: true }).waitFor();
    expect(await managing.getByRole('link', { name: '账号' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /账号与退出/ }).click();
    await page.getByRole('menuitem', { name: '我的账号' }).click();
    await page.getByText('当前', { exact: true }).waitFor();
    await keepPicture(page, 'my-account');
    expect(await seriousViolations(page)).toEqual([]);
    await leave();
    expect((await page.request.get(`${lantu.url}/api/plans`)).status()).toBe(401);
  });

  test('a session that ends under way is asked for again over the page', async () => {
    await signIn('wangmin', plannerPassword);
    await page.getByRole('heading', { name: '规划', exact: true }).waitFor();
    await page.context().clearCookies();
    await open('单位');
    await page.getByRole('dialog', { name: '请重新登录' }).waitFor();
    await signIn('wangmin', plannerPassword);
    await page.getByRole('cell', { name: '云河省' }).waitFor();
  });

  test('with one-time codes switched on, the next sign-in asks for one', async () => {
    await page.getByRole('button', { name: /账号与退出/ }).click();
    await page.getByRole('menuitem', { name: '我的账号' }).click();
    await page.getByRole('button', { name: '启用' }).click();
    const hint = await page.getByRole('dialog').locator('.quiet').innerText();
    const secret = hint.replaceAll(' ', '').match(/[A-Z2-7]{32}/)?.[0] ?? '';
    const code = secrets.codeAt(secret, Math.floor(Date.now() / 30_000));
    await page.getByRole('dialog').getByLabel('六位动态口令').fill(code);
    await page.getByRole('dialog').getByLabel('现用口令').fill(plannerPassword);
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.locator('.one-time').first().waitFor();
    expect(await page.locator('.one-time').count()).toBe(8);
    const spare = await page.locator('.one-time').first().innerText();
    await keepPicture(page, 'recovery-codes');
    await page.reload();
    await leave();
    await signIn('wangmin', plannerPassword);
    await page.getByText('请再输入动态口令').waitFor();
    await page.getByLabel('动态口令').fill(spare);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('button', { name: /账号与退出/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
