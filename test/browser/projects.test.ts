/** A project from lead to exit, and another on the express way: on the pages that an office works with. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { periodBefore } from '../../src/core/period.ts';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, root, startLantu, visit } from './lantu.ts';
import {
  type Ask,
  actOnEntry,
  asker,
  attach,
  choose,
  decideLimits,
  decideRule,
  fillForm,
  panel,
  photo,
  recordItem,
  topForm,
} from './project-page.ts';

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const ahead = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000));

/** As long as a page waits for what it is to show: on a busy machine an answer takes its time. */
const soon = { timeout: 15_000 };

/** The last month that has ended: the one that is reported. */
const reported = periodBefore(today().slice(0, 7));

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
    await ask('POST', '/parks', { data: { name: '临江化工园', industries: ['261'] }, since: '2026-01-01' });
    await ask('POST', '/enterprises', { data: { name: '青川材料' }, since: '2026-01-01' });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  test('what the documents leave open is decided, and a lead is entered in the register', async () => {
    await decideRule(page, lantu.url, '阳谷开发区项目落户评审', [
      '算达到（不低于280）',
      '可由评审会附条件通过',
      '到会人数过半',
    ]);
    await page.goto(`${lantu.url}/ledgers/problems`);
    await page.getByText('决定').first().waitFor();
    await decideLimits(page, ['10', '20', '5']);
    await page.goto(`${lantu.url}/projects`);
    await page.getByRole('button', { name: '新增' }).click();
    await fillForm(page, {
      choices: { 建设单位: '青川材料', 所在园区: '临江化工园', 阶段: '招商洽谈' },
      text: {
        名称: '电池材料一期',
        行业: '2614',
        总投资: '28000万元',
        年度计划投资: `${reported.slice(0, 4)}：12000万元`,
        建设内容: '年产两万吨正极材料',
        起始日: '2026-01-05',
      },
    });
    await page.locator('.dense-row', { hasText: '电池材料一期' }).waitFor();
    await keepPicture(page, 'project-story-01-lead');
    const { rows } = (await ask('GET', '/projects')) as { rows: { id: string }[] };
    id = rows[0]?.id ?? '';
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
    await keepPicture(page, 'project-story-02-board');
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
    await keepPanel('落户评审', 'project-story-03-review');
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
    await expect.poll(() => act('签约').isEnabled(), soon).toBe(true);
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
    await keepPicture(page, 'project-story-04-building');
    expect(await panel(page, '经过').innerText()).toContain('供地 → 开工');
    expect(await panel(page, '入库纳统').innerText()).toContain(today());
    await panel(page, '入库纳统').getByRole('button', { name: '申报入库' }).click();
    await fillForm(page, {});
    await panel(page, '入库纳统').getByText('已申报').waitFor();
  });

  test('a node plan is laid backwards from the day of production', async () => {
    const nodes = panel(page, '节点计划');
    await nodes.getByRole('button', { name: '编排节点计划' }).click();
    await fillForm(page, { text: { '目标（投产）日期': ahead(700) } });
    await nodes.locator('[data-node=production]').waitFor();
    await keepPanel('节点计划', 'project-story-05-nodes');
  });

  test('what is seen on the site is written down from a phone, also where the net is gone, with a photo', async () => {
    const phone = await visit(browser, { reducedMotion: 'reduce', viewport: { width: 360, height: 740 } });
    const form = phone.page;
    await form.goto(`${lantu.url}/delivery/${id}/site`);
    await form.getByRole('textbox', { name: '形象进度' }).fill('主体三层封顶');
    await form.getByRole('textbox', { name: '完成比例（可不填）' }).fill('55');
    await form.getByLabel('日期', { exact: true }).fill(`${reported}-28`);
    await form.context().setOffline(true);
    await form.getByRole('button', { name: '提交', exact: true }).click();
    await form.getByRole('alert').filter({ hasText: '连不上服务' }).waitFor();
    await form.context().setOffline(false);
    await form.reload();
    await form.getByText('已恢复上次未提交的内容').waitFor();
    expect(await form.getByRole('textbox', { name: '形象进度' }).inputValue()).toBe('主体三层封顶');
    await form.locator('.site-page input[type=file]').first().setInputFiles(photo);
    await form.locator('.evidence-field li', { hasText: photo.name }).waitFor();
    expect(await form.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await seriousViolations(form)).toEqual([]);
    await keepPicture(form, 'project-story-06-site-phone');
    await form.getByRole('button', { name: '提交', exact: true }).click();
    await form.waitForURL(`**/delivery/${id}`);
    const seen = panel(form, '经过').locator('li', { hasText: '主体三层封顶' });
    await seen.getByText('完成 55%').waitFor();
    const file = await form.request.get(`${lantu.url}${await seen.getByRole('link').getAttribute('href')}`);
    expect((await file.body()).toString('latin1')).not.toContain('N45');
    await form.context().close();
  });

  test('the month is reported on its sheet, which offers what was seen on the site; the money of the project follows', async () => {
    await page.goto(`${lantu.url}/reports/fill?form=project-investment-monthly&period=${reported}`);
    const line = page.locator('.sheet-body .sheet-line', { hasText: '电池材料一期' });
    await line.locator('[data-column="3"]').click();
    await page.keyboard.type('1350');
    await page.keyboard.press('Enter');
    await line.locator('[data-column="8"]').click();
    await page.locator('.site-hint', { hasText: '主体三层封顶' }).waitFor();
    await keepPicture(page, 'project-story-07-report');
    await page.locator('.site-hint').getByRole('button', { name: '采用' }).click();
    await expect.poll(() => line.locator('[data-column="8"] input').inputValue(), soon).toBe('主体三层封顶，完成 55%');
    await page.locator('.report-save.is-saved', { hasText: '已保存' }).waitFor();
    await page.getByRole('button', { name: '报送', exact: true }).click();
    await page.getByText('已报送').first().waitFor();
    const sheet = await ask('GET', `/reports/sheet?formId=project-investment-monthly&period=${reported}`);
    await page.goto(`${lantu.url}/reports/review/${(sheet.summary as { reportId: string }).reportId}`);
    await page.getByRole('button', { name: '审核通过', exact: true }).click();
    const stageOfReport = async () => {
      const { summary } = await ask('GET', `/reports/sheet?formId=project-investment-monthly&period=${reported}`);
      return (summary as { stage: string }).stage;
    };
    await expect.poll(stageOfReport, soon).toBe('accepted');

    await open(id);
    const funds = panel(page, '资金与进度');
    await funds.getByText('1,350 万元').first().waitFor();
    for (const [kind, amount, period] of [
      ['分月计划', '1200', reported],
      ['到位资金', '3000', ''],
      ['已支付', '800', ''],
    ] as const) {
      await funds.getByRole('button', { name: '登记资金' }).click();
      await fillForm(page, {
        choices: { 类别: kind, ...(kind === '到位资金' && { 来源: '银行贷款' }) },
        text: { '金额（万元，更正写负数）': amount, ...(period !== '' && { '计划月份（分月计划必填）': period }) },
      });
    }
    await expect.poll(() => funds.innerText(), soon).toContain('3,000 万元');
    expect(await funds.innerText()).toContain('800 万元');
    expect(await funds.innerText()).toContain('资金记录 3 笔');
    expect(await violations()).toEqual([]);
    await keepPicture(page, 'project-story-08-page');
  });

  test('a problem is raised on site from a phone', async () => {
    const phone = await visit(browser, { reducedMotion: 'reduce', viewport: { width: 390, height: 844 } });
    const form = phone.page;
    await form.goto(`${lantu.url}/delivery/${id}/site`);
    await form.getByText('提出问题', { exact: true }).click();
    await form.getByRole('textbox', { name: '问题' }).fill('临时用电容量不足');
    await choose(form, form, '类别', '电力');
    await choose(form, form, '责任单位', '本机');
    await form.getByRole('textbox', { name: '具体情况' }).fill('变压器 400 千伏安，高峰跳闸');
    await attach(form.locator('.site-page'), '现场照片.pdf');
    expect(await seriousViolations(form)).toEqual([]);
    await keepPicture(form, 'project-story-09-problem-phone');
    await form.getByRole('button', { name: '提交', exact: true }).click();
    await form.waitForURL(`**/delivery/${id}`);
    await form.context().close();
    await open(id);
    await panel(page, '卡在哪里').getByText('问题未解决：临时用电容量不足').waitFor();
  });

  test('one screen says where it stands, what blocks it, who acts, money, promises and the last news', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await open(id);
    await panel(page, '承诺与近况').getByText('主体三层封顶').waitFor();
    for (const title of ['办理', '资金与进度', '卡在哪里', '谁来办', '承诺与近况', '问题']) {
      const { y = 0, height = 0 } = (await panel(page, title).boundingBox()) ?? {};
      expect(y + Math.min(height, 90), title).toBeLessThan(768);
    }
    await keepPicture(page, 'project-story-09-one-screen');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('it goes to a joint session, is decided there, solved by the unit in charge and confirmed by who raised it', async () => {
    const drawer = page.locator('.ant-drawer');
    await panel(page, '问题').getByRole('link', { name: '临时用电容量不足' }).click();
    await actOnEntry(page, '提请会办', { text: { 理由或说明: '县级无法解决' } });
    await drawer.locator('.ledger-standing').getByText('提请会办').waitFor();

    await page.goto(`${lantu.url}/ledgers/sessions`);
    await page.locator('.ledger-choices').waitFor();
    await decideLimits(page, ['5']);
    await page.getByRole('button', { name: '新增' }).click();
    const session = { 会议: '第一次项目会办会', 会期: today(), 主持: '陈县长' };
    await fillForm(page, { text: session }, topForm(page));
    await drawer.getByRole('button', { name: '选定议题' }).click();
    await topForm(page).getByRole('combobox', { name: '选定议题' }).click();
    await page.locator('.ant-select-item-option', { hasText: '临时用电容量不足' }).click();
    await page.keyboard.press('Escape');
    await fillForm(page, {}, topForm(page));
    await drawer.getByRole('link', { name: /临时用电容量不足/ }).waitFor();
    await actOnEntry(page, '开会', { text: { 参会单位: '供电公司、县发改局' } });
    await drawer.getByRole('button', { name: '录入会办意见' }).click();
    await fillForm(
      page,
      { text: { '临时用电容量不足 的会办意见': '供电公司十日内增容' }, files: ['会办纪要.pdf'] },
      topForm(page),
    );
    await drawer.getByText('供电公司十日内增容').waitFor();
    await keepPicture(page, 'project-story-10-session');
    await drawer.getByRole('link', { name: /临时用电容量不足/ }).click();
    await drawer.getByRole('button', { name: '报告解决' }).waitFor();
    await actOnEntry(page, '报告解决', { text: { 解决措施: '更换 800 千伏安变压器' } });
    await actOnEntry(page, '确认销号');
    await drawer.getByText('已销号').first().waitFor();
    await keepPicture(page, 'project-story-11-problem-closed');
    await open(id);
    await panel(page, '问题').getByText('已销号').waitFor();
    expect(await panel(page, '卡在哪里').innerText()).not.toContain('临时用电');
  });

  test('it is completed and produces; an incentive is proposed with its working and waits for the review', async () => {
    await recordItem(page, '竣工验收备案', { choices: { 办理状态: '已办结' }, text: { 办结日期: today() } });
    await step('竣工', { files: ['验收意见.pdf'] });
    await step('投产', { text: { 首批产品: '首批正极材料 20 吨' }, files: ['投产证明.pdf'] });
    await stage('投产');
    await decideRule(page, lantu.url, '鸡东县投资奖励', ['上一档（8%）', '本办法不适用，一事一议', '不封顶']);
    await open(id);
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
    await incentives.getByText('拟奖 400 万元').first().waitFor();
    await incentives.getByRole('button', { name: '登记公平竞争审查' }).waitFor();
    await keepPanel('奖励兑现', 'project-story-12-incentive');
    await incentives.getByRole('button', { name: '登记公平竞争审查' }).click();
    await fillForm(page, {
      text: { 审查机构: '县市场监管局', 文号: '青竞审〔2026〕1号' },
      choices: { 审查结论: '审查通过' },
    });
    await incentives.getByRole('button', { name: '决定', exact: true }).click();
    await fillForm(page, { choices: { 是否兑现: '批准' }, text: { 文号: '青政办〔2026〕9号' } });
    await incentives.getByRole('button', { name: '登记兑现' }).click();
    await fillForm(page, { text: { '兑现金额（万元）': '150', 拨付凭证号: '财拨 12' } });
    await expect.poll(() => incentives.innerText(), soon).toContain('已兑现 150 万元');
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
    await keepPanel('承诺台账', 'project-story-13-breach');
    await row.getByRole('button', { name: '清退' }).first().click();
    await fillForm(page, { text: { 理由: '县政府常务会同意' }, files: ['常务会纪要.pdf'] });
    await page.getByText('项目已退出').waitFor();
    expect(await panel(page, '经过').innerText()).toContain('退出');
    await keepPicture(page, 'project-story-14-exit');
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
    await keepPicture(page, 'project-story-15-express');
  });

  test('a project that was entered again under another name is suggested, and settled by who knows better', async () => {
    const { rows } = (await ask('GET', '/projects')) as { rows: { id: string; data: Record<string, unknown> }[] };
    const data = rows.find((row) => row.id === id)?.data ?? {};
    const { ownerId, parkId, industry } = data;
    await addProject({ name: '新能源储能基地', stage: 'idea', ownerId, parkId, industry, investment: money('28000') });
    await page.goto(`${lantu.url}/delivery`);
    await page.getByRole('button', { name: '疑似更名、拆分' }).click();
    const drawer = page.locator('.ant-drawer');
    await drawer.getByText('疑似更名', { exact: true }).waitFor();
    expect(await drawer.locator('.kin').innerText()).toContain('总投资同为 28000 万元');
    await keepPicture(page, 'project-story-16-renamed');
    expect(await violations()).toEqual([]);
    await drawer.getByRole('button', { name: '确认是不同项目' }).click();
    await drawer.getByText('没有疑似更名或拆分的项目').waitFor();
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
