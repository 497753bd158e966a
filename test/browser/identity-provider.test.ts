import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { environment, firstPlanner, noticeTo } from '../first-people.ts';
import { client, openProvider } from '../identity-provider.ts';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu, visit } from './lantu.ts';

/** The provider stands at another site (localhost, not 127.0.0.1), so cookies travel as they would in an office. */
describe.skipIf(!hasBrowser)('people sign in at an identity provider', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let provider: Awaited<ReturnType<typeof openProvider>>;
  let planner: Awaited<ReturnType<typeof firstPlanner>>;

  beforeAll(async () => {
    provider = await openProvider(() => [`${lantu.url}/api/session/oidc/callback`], 'localhost');
    const env = {
      ...environment,
      LANTU_OIDC_ISSUER: provider.issuer,
      LANTU_OIDC_CLIENT_ID: client.id,
      LANTU_OIDC_CLIENT_SECRET: client.secret,
      LANTU_OIDC_NAME: '政务统一身份认证|Government sign-on',
    };
    [lantu, browser] = await Promise.all([startLantu({ command: 'serve', env }), launch()]);
    planner = await firstPlanner(lantu.url, { login: 'wangmin' });
    ({ page, complaints } = await visit(browser));
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
    await provider?.close();
  });

  const signInAt = async (name: string) => {
    await page.getByRole('link', { name: '用“政务统一身份认证”登录' }).click();
    await page.waitForURL(`${provider.issuer}/**`);
    const login = page.locator('input[name=login]');
    if ((await login.count()) > 0) {
      await login.fill(name);
      await page.locator('input[name=password]').fill('x');
      await page.locator('button[type=submit]').click();
    }
    const consent = page.getByRole('button', { name: /continue/i });
    await consent.click();
  };
  const leave = async () => {
    await page.getByRole('button', { name: /账号与退出/ }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    // The provider asks whether its own session ends as well, and sends the reader back.
    await page.waitForURL(`${provider.issuer}/**`);
    await page.getByRole('button', { name: /yes, sign me out/i }).click();
    await page.getByRole('heading', { name: '登录蓝图' }).waitFor();
  };

  test('the button stands below the password, and a stranger comes back to the sign-in page with the reason', async () => {
    await page.goto(lantu.url);
    await page.getByRole('link', { name: '用“政务统一身份认证”登录' }).waitFor();
    await keepPicture(page, 'sign-in-with-provider');
    expect(await seriousViolations(page)).toEqual([]);
    await signInAt('stranger');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('没有与之对应、在用的账号');
    expect(new URL(page.url()).hash).toBe('');
    await keepPicture(page, 'sign-in-without-account');
    await page.context().clearCookies();
  });

  test('whoever has an account comes to the page that was asked for', async () => {
    await page.goto(`${lantu.url}/units`);
    await signInAt('wangmin');
    await page.waitForURL(`${lantu.url}/units`);
    await page.getByRole('heading', { name: '单位', exact: true }).waitFor();
    expect(await page.locator('.top-bar').innerText()).toContain('人员wangmin');
  });

  test('the bell counts what is unread, leads to the page where it is dealt with, and counts down', async () => {
    await planner.ask('/notices', noticeTo(planner.id));
    await page.goto(`${lantu.url}/account`);
    await page.getByRole('button', { name: '提醒，1 条未读' }).click();
    await page.getByText('10月月报被退回').waitFor();
    await keepPicture(page, 'notices');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /10月月报被退回/ }).click();
    await page.waitForURL(`${lantu.url}/units`);
    await page.getByRole('button', { name: '提醒', exact: true }).waitFor();
  });

  test('while the provider is down its button says so, and the password opens the door', async () => {
    await leave();
    await page.getByRole('link', { name: '用“政务统一身份认证”登录' }).click();
    await page.waitForURL(`${provider.issuer}/**`);
    // Signed out there too: whoever comes next is asked who they are.
    await page.locator('input[name=login]').waitFor();
    await page.goto(lantu.url);
    await provider.close();
    await page.getByRole('link', { name: '用“政务统一身份认证”登录' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('统一身份认证暂时连不上；请用登录名和口令登录');
    await keepPicture(page, 'sign-in-provider-down');
    await page.getByLabel('登录名').fill('wangmin');
    await page.getByLabel('口令', { exact: true }).fill(planner.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('button', { name: /账号与退出/ }).waitFor();
    // The provider’s own pages ask for a font.
    const theirs = [`asked ${provider.issuer}`, 'asked https://fonts.googleapis.com/css?family=Roboto'];
    expect(complaints.filter((each) => !theirs.some((start) => each.startsWith(start)))).toEqual([]);
  });
});
