/** A project from lead to exit, and another on the express way: on the pages that an office works with. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, root, startLantu, visit } from './lantu.ts';
import { type Ask, asker, attach, choose, fillForm, panel, recordItem } from './project-page.ts';

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const ahead = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000));

describe.skipIf(!hasBrowser)('a project on its pages', () => {
  const env: Record<string, string> = { NODE_OPTIONS: `--import ${root}/test/browser/later.mjs`, DAYS_AHEAD: '0' };
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let ask: Ask;
  let id: string;

  const money = (wan: string) => ({ value: `${wan}0000`, typed: wan, unit: '万元' });
  const addProject = async (data: object): Promise<string> =>
    (await ask('POST', '/projects', { data, since: '2026-01-05' })).id as string;
  const open = async (project: string) => {
    await page.goto(`${lantu.url}/delivery/${project}`);
    await panel(page, '办理').waitFor();
  };
  const act = (name: string) => panel(page, '办理').getByRole('button', { name, exact: true });
  const step = async (name: string, filled: Parameters<typeof fillForm>[1] = {}) => {
    await act(name).click();
    await fillForm(page, filled);
  };
  const stage = (name: string) => page.locator('.track [aria-current=step]', { hasText: name }).waitFor();
  /** A panel that was scrolled to is drawn a moment later. */
  const keepPanel = async (title: string, name: string) => {
    await panel(page, title).scrollIntoViewIfNeeded();
    await page.waitForTimeout(400);
    await keepPicture(page, name);
  };
  /** A link or button under the pointer is paler than at rest. */
  const violations = async () => {
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400);
    return seriousViolations(page);
  };

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu({ env }), launch()]);
    ({ page, complaints } = await visit(browser, { reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } }));
    ask = asker(page, () => lantu.url);
    const park = await ask('POST', '/parks', {
      data: { name: '临江化工园', industries: ['261'] },
      since: '2026-01-01',
    });
    const owner = await ask('POST', '/enterprises', { data: { name: '青川材料' }, since: '2026-01-01' });
    const shared = { ownerId: owner.id, parkId: park.id, industry: '2614', content: '年产两万吨正极材料' };
    id = await addProject({ ...shared, name: '电池材料一期', stage: 'negotiation', investment: money('28000') });
    for (const [question, answer] of [
      ['exactly', 'included'],
      ['principle', 'condition'],
      ['majority', 'half-of-present'],
    ])
      await ask('POST', '/rules/admission-yanggu/2022/choices', { question, answer, reason: '主任办公会议定' });
    for (const [choice, value] of [
      ['solve-days', 10],
      ['session-days', 20],
      ['confirm-days', 5],
    ])
      await ask('POST', '/ledgers/problems/decide', { choice, value, reason: '推进办规定' });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  test('the board shows the lead in its stage, what it lacks, and keeps the filter', async () => {
    await page.goto(`${lantu.url}/delivery`);
    const column = page.getByRole('region', { name: '招商洽谈' });
    const card = column.locator('.board-card', { hasText: '电池材料一期' });
    await card.waitFor();
    expect(await card.innerText()).toContain('2.8 亿元');
    expect(await card.innerText()).toContain('签约还缺：落户评审通过');
    await page.getByRole('searchbox', { name: '名称或项目代码' }).fill('没有这个');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的项目').waitFor();
    await page.reload();
    await page.getByText('没有符合条件的项目').waitFor();
    await page.getByRole('button', { name: '清空', exact: true }).click();
    await card.waitFor();
    expect(await violations()).toEqual([]);
    await keepPicture(page, 'project-board');
    await card.getByRole('link').click();
    await panel(page, '办理').waitFor();
  });

  test('a step that lacks something is shut and says why; the review passes it with a condition', async () => {
    await open(id);
    expect(await act('签约').isDisabled()).toBe(true);
    expect(await panel(page, '卡在哪里').innerText()).toContain('签约还缺 落户评审通过');
    const review = panel(page, '落户评审');
    await review.getByRole('button', { name: '提交落户评审' }).click();
    await fillForm(page, { choices: { 依据的规则: '阳谷' } });
    const facts = { 用地面积: '100', 达产年税收: '2000', 容积率: '1', 建筑系数: '40' };
    for (const [label, value] of Object.entries(facts))
      await review
        .getByRole('textbox', { name: new RegExp(`^[^的]*${label}[^的]*$`) })
        .first()
        .fill(value);
    for (const box of await review.locator('.fact-field .ant-select').all()) {
      await box.click();
      await page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: '是' })
        .first()
        .click();
    }
    await review
      .getByRole('textbox', { name: /负面清单/ })
      .first()
      .fill('061');
    await review.getByRole('button', { name: '保存并计算' }).click();
    await review.getByText('评价及算法').waitFor();
    await keepPanel('落户评审', 'project-review');
    await review.getByRole('button', { name: '登记评审会' }).click();
    await fillForm(page, {
      text: { 主持人: '赵主任', '姓名 1': '钱一', '姓名 2': '孙二', '姓名 3': '李三' },
      choices: { '表决 3': '反对' },
      files: ['评审会纪要.pdf'],
    });
    await review.getByRole('button', { name: '作出决定' }).click();
    await fillForm(page, {
      choices: { 评审决定: '附条件通过' },
      text: { 纪要文号: '青评纪〔2026〕3号', '落实责任人 1': '县招商局', '完成期限 1': ahead(20) },
    });
    await review.getByText('附条件通过').first().waitFor();
    await expect.poll(() => act('签约').isEnabled()).toBe(true);
  });

  test('it is signed, prepared, given land, started and built, each step with what it asks for', async () => {
    await step('签约', { text: { 说明: '签订投资合同' }, files: ['投资合同.pdf'] });
    await stage('签约');
    await panel(page, '责任人').getByRole('button', { name: '落实责任人' }).click();
    await fillForm(page, { choices: { 职责: '责任单位' }, text: { 姓名或单位: '县工信局' } });
    await step('转入前期');
    await recordItem(page, '土地出让（租赁）合同', {
      choices: { 办理状态: '已办结' },
      text: { 办结日期: today(), 文号: '青土合〔2026〕3号' },
    });
    await step('供地');
    await recordItem(page, '施工许可', { choices: { 办理状态: '已办结' }, text: { 办结日期: today() } });
    await step('开工', { files: ['开工照片.pdf'] });
    await step('转入在建', { text: { 首次完成投资的月份: today().slice(0, 7) } });
    await stage('在建');
    expect(await panel(page, '经过').innerText()).toContain('供地 → 开工');
    expect(await panel(page, '入库纳统').innerText()).toContain(today());
    await panel(page, '入库纳统').getByRole('button', { name: '申报入库' }).click();
    await fillForm(page, {});
    await panel(page, '入库纳统').getByText('已申报').waitFor();
  });

  test('money is recorded month by month and counts at once', async () => {
    const funds = panel(page, '资金与进度');
    for (const [kind, amount, period] of [
      ['分月计划', '1200', today().slice(0, 7)],
      ['到位资金', '3000', ''],
      ['已支付', '800', ''],
    ] as const) {
      await funds.getByRole('button', { name: '登记资金' }).click();
      await fillForm(page, {
        choices: { 类别: kind, ...(kind === '到位资金' && { 来源: '银行贷款' }) },
        text: { '金额（万元，更正写负数）': amount, ...(period !== '' && { '计划月份（分月计划必填）': period }) },
      });
    }
    await expect.poll(() => funds.innerText()).toContain('3,000 万元');
    expect(await funds.innerText()).toContain('800 万元');
    expect(await funds.innerText()).toContain('资金记录 3 笔');
    expect(await violations()).toEqual([]);
    await keepPicture(page, 'project-page');
  });

  test('a problem is raised on site from a phone, goes to a joint session, and no longer blocks when it is closed', async () => {
    const phone = await visit(browser, { reducedMotion: 'reduce', viewport: { width: 390, height: 844 } });
    await phone.page.goto(`${lantu.url}/delivery/${id}/site`);
    const form = phone.page;
    await form.getByRole('textbox', { name: '问题' }).fill('临时用电容量不足');
    await choose(form, form, '类别', '电力');
    await choose(form, form, '责任单位', '本机');
    await form.getByRole('textbox', { name: '具体情况' }).fill('变压器 400 千伏安，高峰跳闸');
    await attach(form.locator('.site-page'), '现场照片.pdf');
    expect(await seriousViolations(form)).toEqual([]);
    await keepPicture(form, 'project-site-phone');
    await form.getByRole('button', { name: '提交', exact: true }).click();
    await form.waitForURL(`**/delivery/${id}`);
    await form.context().close();

    await open(id);
    await panel(page, '卡在哪里').getByText('问题未解决：临时用电容量不足').waitFor();
    const [entry] = (await ask('GET', `/ledgers/problems/entries?field=project&value=${id}`)).entries as {
      entryId: string;
      evidence: object[];
      revision: number;
    }[];
    const move = async (action: string, more: object) => {
      const { entry: now } = (await ask('GET', `/ledgers/problems/entries/${entry?.entryId}`)) as {
        entry: { revision: number };
      };
      const input = { revision: now.revision, action, ...more };
      await ask('POST', `/ledgers/problems/entries/${entry?.entryId}/act`, input);
    };
    await move('escalate', { reason: '县级无法解决' });
    await move('decide', {
      data: { session: '供电公司十日内增容', assigned: 'local' },
      evidence: entry?.evidence,
    });
    await move('solve', { data: { measure: '更换 800 千伏安变压器' } });
    await move('confirm', {});
    await page.reload();
    await panel(page, '问题').getByText('已销号').waitFor();
    expect(await panel(page, '卡在哪里').innerText()).not.toContain('临时用电');
  });

  test('it is completed and produces; an incentive is proposed with its working and waits for the review', async () => {
    await recordItem(page, '竣工验收备案', { choices: { 办理状态: '已办结' }, text: { 办结日期: today() } });
    await step('竣工', { files: ['验收意见.pdf'] });
    await step('投产', { text: { 首批产品: '首批正极材料 20 吨' }, files: ['投产证明.pdf'] });
    await stage('投产');
    for (const [question, answer] of [
      ['boundary', 'upper'],
      ['upper-end', 'not-covered'],
      ['cap', 'none'],
    ])
      await ask('POST', '/rules/incentive-jidong/seed/choices', { question, answer, reason: '县长办公会议定' });
    await page.reload();
    const incentives = panel(page, '奖励兑现');
    await incentives.getByRole('button', { name: '提出奖励' }).click();
    await fillForm(page, { choices: { 依据的规则: '鸡东县投资奖励' } });
    await incentives.getByRole('textbox', { name: '实际固定资产投资', exact: true }).fill('5000');
    for (const [label, answer] of [
      ['在约定建设期限内完成投资', '是'],
      ['已正式投产运营', '是'],
      ['同一投资已按其他政策领奖', '否'],
    ] as const)
      await choose(page, incentives, label, answer);
    await incentives.getByRole('button', { name: '保存并计算' }).click();
    await expect.poll(() => incentives.innerText()).toContain('拟奖 400 万元');
    await incentives.getByRole('button', { name: '登记公平竞争审查' }).waitFor();
    await keepPanel('奖励兑现', 'project-incentive');
    await incentives.getByRole('button', { name: '登记公平竞争审查' }).click();
    await fillForm(page, {
      text: { 审查机构: '县市场监管局', 文号: '青竞审〔2026〕1号' },
      choices: { 审查结论: '审查通过' },
    });
    await incentives.getByRole('button', { name: '决定', exact: true }).click();
    await fillForm(page, { choices: { 是否兑现: '批准' }, text: { 文号: '青政办〔2026〕9号' } });
    await incentives.getByRole('button', { name: '登记兑现' }).click();
    await fillForm(page, { text: { '兑现金额（万元）': '150', 拨付凭证号: '财拨 12' } });
    await expect.poll(() => incentives.innerText()).toContain('已兑现 150 万元');
  });

  test('a promise that was not kept is remedied in vain, and ends in the exit of the project', async () => {
    const promises = panel(page, '承诺台账');
    await promises.getByRole('button', { name: '登记承诺' }).click();
    await fillForm(page, {
      choices: { 承诺内容: '税收' },
      text: { 数值: '500', 期限: ahead(-30), 责任人: '青川材料', 合同编号及条款: '青招合〔2026〕1号' },
    });
    const row = promises.locator('tr', { hasText: '500' });
    await row.getByRole('button', { name: '登记实际' }).click();
    await fillForm(page, { text: { 实际数: '120' }, files: ['完税证明.pdf'] });
    await row.getByText('违约').waitFor();
    await row.getByRole('button', { name: '限期整改' }).click();
    await fillForm(page, { text: { 整改期限: ahead(5), 理由: '三十日内补足' } });
    await row.getByText('前整改').waitFor();
    expect(await row.getByRole('button', { name: '提出清退' }).count()).toBe(0);

    // The day of the remedy passes.
    env.DAYS_AHEAD = '6';
    await lantu.restart();
    await open(id);
    await row.getByText('整改逾期').waitFor();
    await row.getByRole('button', { name: '提出清退' }).click();
    await fillForm(page, { text: { 理由: '整改期满仍未补足' } });
    await keepPanel('承诺台账', 'project-promises');
    await row.getByRole('button', { name: '清退' }).first().click();
    await fillForm(page, { text: { 理由: '县政府常务会同意' }, files: ['常务会纪要.pdf'] });
    await page.getByText('项目已退出').waitFor();
    expect(await panel(page, '经过').innerText()).toContain('退出');
    expect(await violations()).toEqual([]);
  });

  test('another project runs on the express way, with papers that follow', async () => {
    const other = await addProject({ name: '生物发酵基地', stage: 'preparation', investment: money('60000') });
    await open(other);
    await panel(page, '年度清单').getByRole('button', { name: '列入清单' }).click();
    await fillForm(page, { choices: { 清单: '直通车' }, text: { 列入理由: '总投资 6 亿元' } });
    await panel(page, '卡在哪里').getByText('直通车项目未指定专人').waitFor();
    await panel(page, '责任人').getByRole('button', { name: '落实责任人' }).click();
    await fillForm(page, { choices: { 职责: '直通车专人' }, text: { 姓名或单位: '李强' } });
    await panel(page, '卡在哪里').getByText('直通车项目未指定专人').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '办理 施工许可', exact: true }).click();
    const editor = page.locator('.item-editor');
    await choose(page, editor, '办理状态', '容缺受理');
    await editor.getByLabel('受理日期', { exact: true }).fill(today());
    await editor.getByRole('button', { name: '添加所缺材料' }).click();
    await editor.getByLabel('所缺材料 1').fill('施工图审查合格书');
    await editor.getByLabel('补正期限 1').fill(ahead(3));
    await editor.getByRole('button', { name: '保存', exact: true }).click();
    await editor.waitFor({ state: 'hidden' });
    const row = page.locator('#item-construction-permit');
    expect(await row.innerText()).toContain('容缺受理');
    // Half of the seven days of the law, rounded up; three days after the server’s clock was set ahead the paper is late.
    expect(await row.innerText()).toContain(ahead(4));
    await panel(page, '卡在哪里').getByText('施工图审查合格书').waitFor();
    await keepPicture(page, 'project-express');
  });

  test('what is due waits under my work, by its day, and opens where it is done', async () => {
    await page.goto(`${lantu.url}/my-work`);
    // The browser’s own day is today: the paper is due in three days.
    const week = page.getByRole('region', { name: '七日内' });
    await week.getByText('施工许可：施工图审查合格书').waitFor();
    expect(await violations()).toEqual([]);
    await keepPicture(page, 'my-work');
    await week.getByRole('link', { name: '施工许可：施工图审查合格书' }).click();
    await page.waitForURL('**/delivery/*');
    await page.goto(`${lantu.url}/delivery/people`);
    await page.getByRole('heading', { name: /李强/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
