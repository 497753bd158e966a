import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { periodBefore } from '../../src/core/period.ts';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu } from './lantu.ts';
import { addProjects, county, environment, type Person, peopleOn } from './reporting-people.ts';

interface Seen {
  readonly reportId: string;
  readonly revision: number;
}

/** In the order of the register. */
const names = [
  '冷链物流中心',
  '医药中间体扩建',
  '生物质热电联产',
  '石墨负极材料一期',
  '绿色食品加工园',
  '装配式建筑基地',
];

/** One month of a county as one story: each step stands on the one before. */
describe.skipIf(!hasBrowser)('a monthly report', () => {
  let lantu: Lantu;
  let browser: Browser;
  let clerk: Person;
  let reviewer: Person;
  let above: Person;

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu({ command: 'serve', env: environment }), launch()]);
    const { person } = await peopleOn(lantu, browser);
    const dispatcher = await person('hao', '郝进', county, 'dispatcher');
    clerk = await person('zhou.jie', '周洁', county, 'clerk');
    reviewer = await person('he.yong', '何勇', county, 'reviewer');
    above = await person('han.lei', '韩磊', 'cn.99', 'reviewer');
    const { forms } = (await clerk.ask('GET', '/reports/forms')) as { forms: { id: string; current: string }[] };
    const period = forms.find(({ id }) => id === form)?.current ?? '';
    await addProjects(dispatcher, names, Number(period.slice(0, 4)));
    await sendPeriodBefore(period);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const form = 'project-investment-monthly';
  /** The month before, filled and passed by all: this month is compared with it. */
  const sendPeriodBefore = async (now: string) => {
    const period = periodBefore(now);
    const place = { formId: form, period };
    const sheet = await clerk.ask('GET', `/reports/sheet?formId=${form}&period=${period}`);
    const { projects } = sheet.rows as { projects: { key: string; given: { name: string } }[] };
    const figures = ['1100', '290', '20', '430', '560', '90'];
    const changes = projects.flatMap(({ key, given }) => [
      { address: `projects/${key}/month`, from: null, to: figures[names.indexOf(given.name)] ?? null },
      { address: `projects/${key}/progress`, from: null, to: '基础施工' },
    ]);
    const saved = (await clerk.ask('PUT', '/reports/sheet', { ...place, changes })) as { summary: Seen };
    const { reportId } = saved.summary;
    const seen = (answer: Record<string, unknown>) => (answer.summary as Seen).revision;
    let { revision } = saved.summary;
    revision = seen(await clerk.ask('POST', `/reports/${reportId}/submit`, { revision }));
    for (const { ask } of [reviewer, above]) {
      const answer = await ask('POST', '/reports/pass', { reports: [{ reportId, revision }] });
      revision = (answer.summaries as Seen[])[0]?.revision ?? 0;
    }
  };
  const fill = () => `${lantu.url}/reports/fill?form=${form}`;
  const cell = (page: Page, name: string, column: string) => {
    const columns = { month: 3, progress: 8 } as const;
    return page
      .locator('.sheet-body .sheet-line', { hasText: name })
      .locator(`[data-column="${columns[column as keyof typeof columns]}"]`);
  };
  const textOf = async (page: Page, name: string, column: string) => {
    const input = cell(page, name, column).locator('input');
    return (await input.count()) > 0 ? input.inputValue() : cell(page, name, column).innerText();
  };
  const saved = (page: Page) => page.locator('.report-save.is-saved', { hasText: '已保存' }).waitFor();
  const paste = async (page: Page, text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press('Control+v');
  };
  const look = async (page: Page, name: string) => {
    // A link under the pointer is paler than at rest.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400);
    expect(await seriousViolations(page)).toEqual([]);
    await keepPicture(page, name);
  };

  test('stands on the first page of its clerk with its due day', async () => {
    const { page } = clerk;
    await page.goto(`${lantu.url}/reports`);
    const mine = page.getByRole('region', { name: '我要填的' });
    const row = mine.getByRole('row').filter({ hasText: '重点推进产业项目投资月报' });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/未开始.*到期/);
    await look(page, 'reports-clerk');
    await row.getByRole('link', { name: '填报', exact: true }).click();
    await page.locator('.sheet-grid').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('重点推进产业项目投资月报');
  });

  test('is typed down the projects with Enter; sums follow at once and every cell is saved', async () => {
    const { page } = clerk;
    await page.goto(fill());
    await cell(page, names[0] as string, 'month').click();
    for (const figure of ['1200', '３００', '0', '450.5', '0.06亿元']) {
      await page.keyboard.type(figure);
      await page.keyboard.press('Enter');
    }
    await page.locator('.sheet-totals').getByText('项目数').waitFor();
    expect(await textOf(page, '生物质热电联产', 'month')).toBe('0');
    expect(await textOf(page, '绿色食品加工园', 'month')).toBe('600');
    await page.locator('.finding-jump', { hasText: '小数' }).waitFor();
    await page.keyboard.type('80');
    await page.keyboard.press('Enter');
    await saved(page);
    // After the last project Enter leads to the next column to type, from its top.
    expect(await page.locator('.sheet-line:has(.is-active)').innerText()).toContain('冷链物流中心');
    expect(await page.locator('.sheet-totals').innerText()).toMatch(/本月完成投资\s*2,631\s*万元/);
    await page.locator('.finding-jump', { hasText: '小数' }).click();
    await page.keyboard.type('451');
    await page.keyboard.press('Enter');
    await page.locator('.finding-jump', { hasText: '小数' }).waitFor({ state: 'detached' });
  });

  test('asks for the reason of a figure beyond its limit right under it', async () => {
    const { page } = clerk;
    await cell(page, '医药中间体扩建', 'month').click();
    await page.keyboard.type('2000');
    await page.keyboard.press('Enter');
    const jump = page.locator('.finding-jump', { hasText: '比上期变动 589.7%' });
    await jump.waitFor();
    await page.getByLabel('情况说明 本月完成投资').fill('设备集中到货');
    await jump.waitFor({ state: 'detached' });
    await page.locator('.report-save', { hasText: '待保存' }).waitFor({ state: 'detached' });
    await saved(page);
    expect(await cell(page, '医药中间体扩建', 'month').locator('..').innerText()).toContain('+589.7%');
  });

  test('takes a block from a spreadsheet, tells what found no place, and takes it back as one step', async () => {
    const { page } = clerk;
    await cell(page, names[0] as string, 'progress').click();
    await paste(page, '主体封顶\r\n"设备安装\n调试"\r\n土建\r\n');
    expect(await textOf(page, '生物质热电联产', 'progress')).toBe('土建');
    await page.keyboard.press('Control+z');
    expect(await textOf(page, '生物质热电联产', 'progress')).toBe('');
    expect(await textOf(page, '冷链物流中心', 'progress')).toBe('');
    await page.keyboard.press('Control+y');
    expect(await textOf(page, '生物质热电联产', 'progress')).toBe('土建');
    await cell(page, '绿色食品加工园', 'month').click();
    await paste(page, '600\t999\r\n80\t\r\n7\t\r\n');
    const alert = page.getByRole('alert').filter({ hasText: '没有放下' });
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/999[\s\S]*超出表格：7/);
    await look(page, 'report-sheet');
  });

  test('leaves a word that is being composed alone, and lets go of the keyboard', async () => {
    const { page } = clerk;
    const composing = await page.context().newCDPSession(page);
    const key = { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 } as const;
    await cell(page, '装配式建筑基地', 'progress').click();
    await composing.send('Input.imeSetComposition', { text: 'zhu ti', selectionStart: 6, selectionEnd: 6 });
    await composing.send('Input.dispatchKeyEvent', key);
    expect(await page.locator('.sheet-line:has(.is-active)').innerText()).toContain('装配式建筑基地');
    await composing.send('Input.insertText', { text: '主体封顶' });
    expect(await textOf(page, '装配式建筑基地', 'progress')).toBe('主体封顶');
    await page.keyboard.press('Escape');
    expect(await textOf(page, '装配式建筑基地', 'progress')).toBe('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.sheet-grid') ?? null)).toBeNull();
  });

  test('loses nothing when the connection drops and the tab is closed', async () => {
    const { page } = clerk;
    await saved(page);
    await page.context().setOffline(true);
    await cell(page, '石墨负极材料一期', 'progress').click();
    await page.keyboard.type('厂房封闭');
    await page.keyboard.press('Enter');
    await page.keyboard.type('冷库安装');
    await page.keyboard.press('Enter');
    await page.locator('.report-save', { hasText: '离线：已在本机保留 2 格' }).waitFor();
    await keepPicture(page, 'report-offline');
    const fresh = await page.context().newPage();
    await page.close();
    await fresh.context().setOffline(false);
    fresh.setDefaultTimeout(15_000);
    clerk = { ...clerk, page: fresh };
    await fresh.goto(fill());
    await cell(fresh, '绿色食品加工园', 'progress').getByText('冷库安装').waitFor();
    await saved(fresh);
    await fresh.reload();
    await cell(fresh, '石墨负极材料一期', 'progress').getByText('厂房封闭').waitFor();
  });

  test('shows a cell that somebody else changed meanwhile, and lets the clerk choose', async () => {
    const { page } = clerk;
    const other = await page.context().newPage();
    await other.goto(fill());
    for (const [window, figure] of [
      [other, '310'],
      [page, '320'],
    ] as const) {
      await cell(window, '医药中间体扩建', 'month').click();
      await window.keyboard.type(figure);
      await window.keyboard.press('Enter');
      if (window === other) await saved(other);
    }
    await other.close();
    const conflict = page.locator('.sheet-conflicts');
    await conflict.getByText('310').waitFor();
    await look(page, 'report-conflict');
    await conflict.getByRole('button', { name: '用我的' }).click();
    await conflict.waitFor({ state: 'detached' });
    await saved(page);
    await page.reload();
    await cell(page, '医药中间体扩建', 'month').getByText('320').waitFor();
  });

  test('goes out to Excel and comes back with a preview of what it would change', async () => {
    const { page } = clerk;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Excel' }).click(),
    ]);
    const buffer = readFileSync(await download.path());
    await cell(page, '生物质热电联产', 'month').click();
    await page.keyboard.type('777');
    await page.keyboard.press('Enter');
    await saved(page);
    await page.locator('.report-tools input[type=file]').setInputFiles({
      name: download.suggestedFilename(),
      mimeType: 'application/octet-stream',
      buffer,
    });
    const dialog = page.getByRole('dialog', { name: '上传填好的 Excel' });
    await dialog.getByRole('cell', { name: /生物质热电联产 · 本月完成投资/ }).waitFor();
    await keepPicture(page, 'report-upload');
    await dialog.getByRole('button', { name: /写入 1 格/ }).click();
    await cell(page, '生物质热电联产', 'month').getByText('0', { exact: true }).waitFor();
  });

  test('says what is still missing, leads there, and is sent with one click', async () => {
    const { page } = clerk;
    const submit = page.getByRole('button', { name: '报送', exact: true });
    expect(await submit.isDisabled()).toBe(true);
    await page.getByRole('button', { name: /还缺 1 格/ }).click();
    expect(await page.locator('.sheet-line:has(.is-active)').innerText()).toContain('装配式建筑基地');
    await page.keyboard.type('完成招标');
    await page.keyboard.press('Enter');
    await page.getByText('报送后由“临江县”的审核员审核').waitFor();
    await submit.click();
    await page.getByText('已报送，现由“临江县”审核').waitFor();
    expect(await page.locator('.sheet-input').count()).toBe(0);
    await look(page, 'report-submitted');
  });

  test('is returned by its reviewer with one cell named', async () => {
    const { page } = reviewer;
    await page.goto(`${lantu.url}/reports`);
    const waiting = page.getByRole('region', { name: '待我审核的' });
    await waiting.getByRole('link', { name: '打开' }).click();
    await page.locator('.sheet-grid').waitFor();
    await look(page, 'report-review');
    await page.getByRole('button', { name: /^退\s*回$/ }).click();
    await cell(page, '石墨负极材料一期', 'month').click();
    await page.getByLabel(/^原因 石墨负极材料一期/).fill('与形象进度不符');
    await page.getByLabel('退回意见').fill('请核对后再报');
    await look(page, 'report-return');
    await page.getByRole('button', { name: '退回（指出 1 格）' }).click();
    await page.getByText('没有待审核的报表').first().waitFor();
  });

  test('shows its clerk the cell and the reason; mended, it goes up again', async () => {
    const { page } = clerk;
    await page.goto(fill());
    await page.getByText('何勇：请核对后再报').waitFor();
    const named = cell(page, '石墨负极材料一期', 'month');
    expect(await named.getAttribute('class')).toContain('is-returned');
    await named.click();
    expect(await page.locator('.sheet-bar').innerText()).toContain('与形象进度不符');
    await page.keyboard.type('460');
    await page.keyboard.press('Enter');
    await saved(page);
    await look(page, 'report-returned');
    await page.getByRole('button', { name: '再次报送' }).click();
    await page.getByText('已报送，现由“临江县”审核').waitFor();
  });

  test('is passed by the county among several at once, and accepted by the province', async () => {
    const { page } = reviewer;
    await page.goto(`${lantu.url}/reports/review`);
    await page.getByLabel('临江县 重点推进产业项目投资月报').check();
    await look(page, 'reports-review');
    await page.getByRole('button', { name: '审核通过所选 1 份' }).click();
    await page.getByText('已通过 1 份').waitFor();

    await above.page.goto(`${lantu.url}/reports/review`);
    await above.page.getByRole('link', { name: '重点推进产业项目投资月报' }).click();
    await above.page.getByText('通过后即审定，数据进入汇总').waitFor();
    expect(await above.page.locator('.report-levels').innerText()).toMatch(/临江县（何勇.*通过）/);
    await above.page.getByRole('button', { name: '审核通过', exact: true }).click();
    await above.page.goto(`${lantu.url}/reports`);
    await above.page.getByRole('table').getByText('已审定').waitFor();
    await look(above.page, 'reports-province');
  });

  test('tells the story of a cell', async () => {
    const { page } = clerk;
    await page.goto(fill());
    await cell(page, '石墨负极材料一期', 'month').click();
    await page.getByRole('button', { name: '来历' }).click();
    const drawer = page.getByRole('dialog', { name: '这一格的来历' });
    await drawer.getByText('与形象进度不符').waitFor();
    expect(await drawer.innerText()).toMatch(/周洁[\s\S]*何勇/);
    await look(page, 'report-cell');
  });

  test('is corrected after it was accepted, with a reason, and goes up anew', async () => {
    const { page } = reviewer;
    await page.goto(`${lantu.url}/reports`);
    await page.getByRole('table').getByRole('link', { name: '已审定' }).click();
    await page.getByRole('button', { name: /^更\s*正$/ }).click();
    await cell(page, '冷链物流中心', 'month').click();
    await page.keyboard.type('1250');
    await page.keyboard.press('Enter');
    await page.getByLabel('理由').fill('核对支付凭证');
    await page.getByRole('button', { name: '更正 1 格' }).click();
    await page.getByText('更正待审').waitFor();
    expect(await cell(page, '冷链物流中心', 'month').getAttribute('class')).toContain('is-corrected');
    await look(page, 'report-corrected');
    await page.getByRole('button', { name: '审核通过', exact: true }).click();
  });

  test('that is not begun may be given leave, is reminded of, and an accepted period is locked', async () => {
    await above.page.goto(`${lantu.url}/reports/review`);
    await above.page.getByLabel('临江县 重点推进产业项目投资月报').check();
    await above.page.getByRole('button', { name: '审核通过所选 1 份' }).click();
    await above.page.getByText('已通过 1 份').waitFor();

    const { page } = above;
    await page.getByText('未开始', { exact: true }).first().click();
    const row = page.getByRole('row').filter({ hasText: '招商引资月报' });
    await row.getByRole('button', { name: '同意迟报' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('人员调整');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await page.getByText(/“临江县”可报至 \d{4}-\d{2}-\d{2}/).waitFor();
    await page.getByRole('button', { name: /催\s*报/ }).click();
    await page.getByText(/已提醒 \d+ 人/).waitFor();
    await page.getByText('全部', { exact: true }).click();
    await page.getByRole('combobox', { name: '报表' }).click();
    await page.locator('.ant-select-item-option', { hasText: '重点推进产业项目投资月报' }).click();
    await page.getByRole('button', { name: '锁定本期' }).click();
    await page
      .locator('.ant-popover')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await page.getByText('已锁定 1 份').waitFor();
    await look(page, 'reports-locked');
  });

  test('can be read on a phone and in English', async () => {
    const { page } = clerk;
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(fill());
    await page.locator('.sheet-grid').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await look(page, 'report-phone');
    await page.getByRole('button', { name: '切换到 English' }).click();
    await page.getByText('Locked', { exact: true }).first().waitFor();
    await page.setViewportSize({ width: 1366, height: 768 });
    await look(page, 'report-english');
    expect([...clerk.complaints, ...reviewer.complaints]).toEqual([]);
  });
});
