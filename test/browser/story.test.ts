/** The story of a month, from an empty database to the bulletin and the correction after it: each step stands on the one before. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figuresOf, type OfficialDocument, signedText } from '../../src/core/publication/document.ts';
import { type FigureChange, sourceKey } from '../../src/core/publication/freeze.ts';
import { docxDifferences, docxParagraphs, xlsxCells, xlsxDifferences } from '../bulletin-figures.ts';
import { measuredPages } from '../measured-page.ts';
import { hasOffice, savedBy } from '../office-program.ts';
import { seriousViolations } from './axe.ts';
import { pageDifferences } from './bulletin-page.ts';
import { filledWorkbook, placeIn } from './filled-workbook.ts';
import { hasBrowser, keepPicture, type Lantu, launch, root, startLantu } from './lantu.ts';
import { environment, type Person } from './reporting-people.ts';
import { castOn, city, form, loadHistory, pass, province, register, report } from './story-cast.ts';
import { corrected, expectedOf, invested, type StoryProject, type StoryWorld } from './story-figures.ts';

const seed = Number(process.env.LANTU_STORY_SEED ?? Math.floor(Math.random() * 1e9));
const artifacts = join(root, 'artifacts');
/** What the dispatcher adds by hand, without a number. */
const nextSteps = [
  '各市要对照年度目标逐项查找差距，落后于序时进度的项目要逐个分析原因，明确责任单位、责任人员和完成时限，切实加快工程建设和设备安装，确保全年目标任务如期完成。',
  '省直有关部门要加强要素保障，优先安排用地、用能和资金，对手续办理中的堵点实行台账管理，随时发现、随时协调、随时销号，不得层层转办、久拖不决，更不得以会议落实会议、以文件落实文件。',
  '各县要严格执行统计制度，按时据实报送，数出有据，发现差错及时更正并说明理由，坚决防范和纠正弄虚作假行为；对迟报、漏报的单位，下月继续通报并纳入年度考核，考核结果与项目资金安排挂钩。',
];
type Format = 'docx' | 'pdf' | 'xlsx';

interface Bulletin {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly hash: string | null;
  readonly isIntact: boolean | null;
  readonly document: OfficialDocument;
}

describe.skipIf(!hasBrowser)(`the story of a month (LANTU_STORY_SEED=${seed})`, () => {
  let lantu: Lantu;
  let browser: Browser;
  let world: StoryWorld;
  let cast: Awaited<ReturnType<typeof castOn>>['cast'];
  let projectIds: ReadonlyMap<string, string>;
  let first: Bulletin;

  beforeAll(async () => {
    mkdirSync(artifacts, { recursive: true });
    [lantu, browser] = await Promise.all([startLantu({ command: 'serve', env: environment }), launch()]);
    ({ cast, world } = await castOn(lantu, browser, seed));
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const projectsOf = (county: number) => world.counties[county]?.projects ?? [];
  const monthOf = ({ months }: StoryProject) => months.at(-1) as number;
  const columns = { month: 3, progress: 8 } as const;
  const cell = (page: Page, name: string, column: keyof typeof columns) =>
    page.locator('.sheet-body .sheet-line', { hasText: name }).locator(`[data-column="${columns[column]}"]`);
  const saved = (page: Page) => page.locator('.report-save.is-saved', { hasText: '已保存' }).waitFor();
  const look = async (page: Page, name: string) => {
    await page.mouse.move(0, 0);
    await keepPicture(page, `story-${name}`);
    expect(await seriousViolations(page), name).toEqual([]);
  };
  const openReport = async ({ page }: Person) => {
    await page.goto(`${lantu.url}/reports/fill?form=${form}`);
    await page.locator('.sheet-grid').waitFor();
  };
  const submit = async (page: Page, name: string | RegExp, unit: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByText(`已报送，现由“${unit}”审核`).waitFor();
  };
  const passSelected = async ({ page }: Person, units: readonly string[]) => {
    await page.goto(`${lantu.url}/reports/review`);
    for (const unit of units) await page.getByLabel(`${unit} 重点推进产业项目投资月报`).check();
    await page.getByRole('button', { name: `审核通过所选 ${units.length} 份` }).click();
    await page.getByText(`已通过 ${units.length} 份`).waitFor();
  };
  const rollups = async (): Promise<ReadonlyMap<string, string>> => {
    const found = new Map<string, string>();
    for (const depth of [0, 1, 2]) {
      const asked = `/rollups?unitPath=${province}&period=${world.period}&depth=${depth}`;
      const { rows } = (await cast.dispatcher.ask('GET', asked)) as {
        rows: ({ unitPath: string; indicatorId: string } & Record<string, { value?: string | null }>)[];
      };
      for (const { unitPath, indicatorId, ...figure } of rows)
        for (const measure of ['single', 'cumulative'])
          found.set(`${unitPath} ${indicatorId} ${measure}`, figure[measure]?.value ?? '—');
    }
    return found;
  };
  const shown = async (id: string) => (await cast.dispatcher.ask('GET', `/bulletins/${id}`)) as unknown as Bulletin;
  const exported = async (id: string, format: Format): Promise<Uint8Array> => {
    const answer = await cast.dispatcher.page.request.get(`${lantu.url}/api/bulletins/${id}/export/${format}`);
    expect(answer.status()).toBe(200);
    return new Uint8Array(await answer.body());
  };
  const textsOf = ({ document }: Bulletin): ReadonlyMap<string, string> =>
    new Map(figuresOf(document).map(({ figure }) => [sourceKey(figure.source), signedText(figure)]));
  /** What is said of the completed investment of a unit, among the units below its own where the depth is 1. */
  const said = <T>(texts: ReadonlyMap<string, T>, unitPath: string, depth: number, measure: string): T | undefined => {
    const place = `formula:rollup/${unitPath}/${invested}/${world.period}/${depth}/${measure}`;
    return [...texts].find(([key]) => key === place || key.startsWith(`${place}/`))?.[1];
  };

  test('starts with what was: projects on the register, last year and the months before from a file', async () => {
    const { reviewer, secondReviewer, third, fourth, dispatcher } = cast;
    projectIds = await register(world, [reviewer, secondReviewer, third, fourth]);
    const { rows, answers } = await loadHistory(dispatcher, lantu.url, world, projectIds);
    for (const answer of answers) expect(answer).toMatchObject({ rows, added: rows, changed: 0, refused: 0 });
    const { page } = dispatcher;
    await page.goto(`${lantu.url}/figures?period=${world.period}&unit=${world.counties[0]?.path}`);
    await page.locator('tbody tr', { hasText: '规模以上工业总产值' }).waitFor();
    await look(page, '1-history');
  });

  test('a clerk types the month and sends it', async () => {
    const { page } = cast.clerk;
    await page.goto(`${lantu.url}/reports`);
    const mine = page.getByRole('region', { name: '我要填的' });
    const row = mine.getByRole('row').filter({ hasText: '重点推进产业项目投资月报' });
    await row.getByRole('link', { name: '填报', exact: true }).click();
    await page.locator('.sheet-grid').waitFor();
    for (const project of projectsOf(0))
      for (const column of ['month', 'progress'] as const) {
        await cell(page, project.name, column).click();
        await page.keyboard.type(column === 'month' ? String(monthOf(project)) : project.progress);
        await page.keyboard.press('Enter');
      }
    await saved(page);
    await look(page, '2-typed');
    await submit(page, '报送', '临江县');
    await look(page, '3-submitted');
  });

  test('another fills the pre-filled workbook in a program of her own and sends that', async () => {
    const { page } = cast.excelClerk;
    await openReport(cast.excelClerk);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Excel' }).click(),
    ]);
    const template = readFileSync(await download.path());
    const cells = await xlsxCells(template);
    const sheets = [...new Set(cells.map(({ sheet }) => sheet))];
    const at = cells.find(({ text }) => text === projectsOf(1)[0]?.code)?.sheet ?? '';
    const values = projectsOf(1).flatMap((project) => [
      [placeIn(cells, at, project.code, '本月完成投资'), monthOf(project)] as const,
      [placeIn(cells, at, project.code, '形象进度'), project.progress] as const,
    ]);
    const path = `xl/worksheets/sheet${sheets.indexOf(at) + 1}.xml`;
    const filled = await filledWorkbook(template, path, Object.fromEntries(values));
    const buffer = Buffer.from(hasOffice ? await savedBy('report.xlsx', filled, 'xlsx') : filled);
    writeFileSync(join(artifacts, 'story-filled.xlsx'), buffer);
    const name = download.suggestedFilename();
    const file = { name, mimeType: 'application/octet-stream', buffer };
    await page.locator('.report-tools input[type=file]').setInputFiles(file);
    const dialog = page.getByRole('dialog', { name: '上传填好的 Excel' });
    const write = dialog.getByRole('button', { name: `写入 ${2 * projectsOf(1).length} 格` });
    await write.waitFor();
    await look(page, '4-workbook');
    await write.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('报送后由“青川县”的审核员审核').waitFor();
    await submit(page, '报送', '青川县');
    await look(page, '5-workbook-sent');
  });

  test('the county returns one item with its reason; mended, it passes', async () => {
    const [project] = projectsOf(0) as [StoryProject];
    const { page } = cast.reviewer;
    await page.goto(`${lantu.url}/reports`);
    await page.getByRole('region', { name: '待我审核的' }).getByRole('link', { name: '打开' }).click();
    await page.locator('.sheet-grid').waitFor();
    await page.getByRole('button', { name: /^退\s*回$/ }).click();
    await cell(page, project.name, 'progress').click();
    await page.getByLabel(new RegExp(`^原因 ${project.name}`)).fill('请写明完成到哪一步');
    await page.getByLabel('退回意见').fill('形象进度不够具体');
    await look(page, '6-returned');
    await page.getByRole('button', { name: '退回（指出 1 格）' }).click();
    await page.getByText('没有待审核的报表').first().waitFor();

    await openReport(cast.clerk);
    const clerk = cast.clerk.page;
    await clerk.getByText('何勇：形象进度不够具体').waitFor();
    await cell(clerk, project.name, 'progress').click();
    await clerk.keyboard.type(`${project.progress}过半`);
    await clerk.keyboard.press('Enter');
    await saved(clerk);
    await look(clerk, '7-mended');
    await submit(clerk, '再次报送', '临江县');
    await passSelected(cast.reviewer, ['临江县']);
  });

  test('city and province pass all of them, the roll-ups hold the sums, and the month is locked', async () => {
    const { third, fourth, secondReviewer } = cast;
    for (const [i, person] of [third, fourth].entries()) {
      const reportId = await report(person, world.counties[i + 2] as StoryWorld['counties'][number], world.period);
      await pass(person, reportId);
    }
    await passSelected(secondReviewer, ['青川县']);
    await passSelected(cast.city, ['临江县', '青川县']);
    await passSelected(cast.otherCity, ['沙湾县', '石桥县']);
    expect((await rollups()).get(`${province} ${invested} single`) ?? '—').toBe('—');
    const { page } = cast.province;
    await page.goto(`${lantu.url}/reports/review`);
    await page.getByLabel('石桥县 重点推进产业项目投资月报').waitFor();
    await look(page, '8-province-reviews');
    await passSelected(cast.province, ['临江县', '青川县', '沙湾县', '石桥县']);
    const sums = await rollups();
    for (const path of [province, city, ...world.counties.map((county) => county.path)])
      expect(sums.get(`${path} ${invested} cumulative`), path).toBe(expectedOf(world, path).value);

    await page.getByText('全部', { exact: true }).click();
    await page.getByRole('combobox', { name: '报表' }).click();
    await page.locator('.ant-select-item-option', { hasText: '重点推进产业项目投资月报' }).click();
    await page.getByRole('button', { name: '锁定本期' }).click();
    await page
      .locator('.ant-popover')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await page.getByText('已锁定 4 份').waitFor();
    await look(page, '9-locked');
  });

  test('the dispatcher drafts the bulletin, the leader approves and publishes it', async () => {
    const { page } = cast.dispatcher;
    await page.goto(`${lantu.url}/bulletins`);
    await page.getByRole('button', { name: '生成通报' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('月份').fill(world.period);
    await dialog.getByRole('button', { name: /预\s*览/ }).click();
    await dialog
      .getByRole('heading', { name: /主要指标完成情况的通报/ })
      .first()
      .waitFor();
    await look(page, '10-preview');
    await dialog.getByRole('button', { name: '生成草稿' }).click();
    await page.waitForURL('**/bulletins/*-*');
    await page.getByText('未关联数字 0 个').waitFor();
    await page.getByRole('button', { name: /修\s*改/ }).click();
    const editor = page.getByRole('dialog').getByRole('textbox');
    const drafted = await editor.inputValue();
    const head = [
      '发文机关: 云河省发展和改革委员会文件',
      `文号: 云发改通〔${world.period.slice(0, 4)}〕18号`,
      '主送: 各市人民政府，省直有关部门',
      '抄送: 省委办公厅，省政府办公厅',
      '署名: 云河省发展和改革委员会',
      '印发机关: 云河省发展和改革委员会办公室',
      `印发日期: ${/^日期: (.*)$/m.exec(drafted)?.[1]}`,
    ];
    const headed = drafted.replace(/^署名: .*\n/m, '').replace(/^---\n/, `---\n${head.join('\n')}\n`);
    await editor.fill(`${headed.trimEnd()}\n\n## 五、下一步工作\n\n${nextSteps.join('\n\n')}\n`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s*存/ })
      .click();
    await page.locator('.paper').getByText('云发改通').waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) as string;
    expect(await page.getByRole('button', { name: /审\s*定/ }).count()).toBe(0);

    const leader = cast.leader.page;
    await leader.goto(`${lantu.url}/bulletins/${id}`);
    await leader.getByRole('button', { name: /审\s*定/ }).click();
    await leader.getByRole('button', { name: /印\s*发/ }).click();
    await leader.getByText('印发时的 SHA-256').waitFor();
    first = await shown(id);
    expect(first).toMatchObject({ state: 'published', isIntact: true });
    await look(leader, '11-published');
    for (const format of ['docx', 'pdf', 'xlsx'] as const)
      writeFileSync(join(artifacts, `story-bulletin.${format}`), await exported(id, format));
  });

  test('it says what follows from the figures, and no number in it stands on nothing', async () => {
    const texts = textsOf(first);
    const expected = { ...expectedOf(world, province) };
    for (const [measure, text] of Object.entries(expected))
      expect(said(texts, province, 0, measure), measure).toBe(text);
    for (const [measure, text] of Object.entries(expectedOf(world, city)))
      if (measure !== 'ahead') expect(said(texts, city, 1, measure), measure).toBe(text);
    expect(await docxDifferences(await exported(first.id, 'docx'), first.document)).toEqual({ loose: [], lost: [] });
    expect(await xlsxDifferences(await exported(first.id, 'xlsx'), first.document)).toEqual({
      loose: [],
      lost: [],
      words: [],
    });
    expect(await pageDifferences(cast.leader.page, first.document)).toEqual({ loose: [], lost: [] });
    for (const key of texts.keys()) {
      const asked = `/bulletins/${first.id}/origin?source=${encodeURIComponent(key)}`;
      const { formula, facts, observations, table } = (await cast.leader.ask('GET', asked)) as {
        formula: object | null;
        facts: object[];
        table: object[];
        observations: { by: string | null; approvedBy: string | null }[];
      };
      expect(formula !== null || facts.length > 0, key).toBe(true);
      if (/rollup/.test(key)) expect(observations.length + table.length, key).toBeGreaterThan(0);
      for (const each of observations) {
        expect(each.by, key).toBeTruthy();
        expect(each.approvedBy, key).toBeTruthy();
      }
    }
  });

  test('a number opens its observations, their form, who filled and who approved them', async () => {
    const { page } = cast.leader;
    const { value = '' } = expectedOf(world, province);
    await page.locator('.paper').getByRole('button', { name: value, exact: true }).first().click();
    const drawer = page.getByRole('dialog');
    const row = drawer.getByRole('row').filter({ hasText: '临江县' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/周洁[\s\S]*韩磊/);
    await look(page, '12-origin');
    await row.getByRole('link').click();
    await page.locator('.sheet-grid').waitFor();
    await page.getByText('重点推进产业项目投资月报').first().waitFor();
    await look(page, '13-form-of-a-number');
  });

  test('the PDF is an official document by the ruler', async () => {
    const pages = await measuredPages(await exported(first.id, 'pdf'));
    const isNumber = ({ text }: { text: string }) => /^—\s*\d+\s*—$/.test(text);
    const near = (actual: number, wanted: number, what: string) =>
      expect(Math.abs(actual - wanted), `${what}: ${actual} mm`).toBeLessThan(1);
    expect(pages.length).toBeGreaterThanOrEqual(3);
    const bodySize = 16 * (25.4 / 72);
    const pitches: number[] = [];
    const full: string[] = [];
    for (const [i, { lines, width, height }] of pages.entries()) {
      expect([width, height].map(Math.round)).toEqual([210, 297]);
      const text = lines.filter((line) => !isNumber(line));
      for (const { left, right, top, bottom, text: words } of text) {
        expect(left, 'left margin').toBeGreaterThan(27);
        // A mark at the end of a line has its ink in the first half of its box.
        const ink = /[，。、；：！？）》”]$/.test(words) ? right - (bottom - top) / 2 : right;
        expect(ink, words).toBeLessThan(185);
        expect(top, 'top margin').toBeGreaterThan(36);
        expect(bottom, 'bottom margin').toBeLessThan(263);
      }
      const isBody = (line: (typeof text)[number] | undefined) =>
        line !== undefined && Math.abs(line.bottom - line.top - bodySize) < 0.2;
      for (const [j, line] of text.entries()) {
        const before = text[j - 1];
        if (before !== undefined && isBody(before) && isBody(line)) pitches.push(line.top - before.top);
        if (isBody(line) && line.left < 28.5 && line.right > 183) full.push(line.text.replace(/\s/g, ''));
      }
      const number = lines.find(isNumber);
      const character = 14 * (25.4 / 72);
      near(i % 2 === 0 ? 184 - (number?.right ?? 0) : (number?.left ?? 0) - 28, character, 'page number outside');
    }
    // 225 mm of text are 22 lines, wherever two lines of text follow each other.
    const single = pitches.filter((pitch) => pitch < 11);
    expect(single.length).toBeGreaterThan(10);
    for (const pitch of single) expect(225 / pitch).toBeCloseTo(22, 0);
    const chinese = full.filter((line) => !/[\d.%]|[，。、；：（）]{2}/.test(line));
    expect(chinese.length).toBeGreaterThanOrEqual(3);
    for (const line of chinese) expect([...line].length, line).toBe(28);
    const [rule] = pages[0]?.redRules ?? [];
    near(rule?.left ?? 0, 28, 'red rule');
    near(rule?.right ?? 0, 184, 'red rule');
    if (!hasOffice) return;
    const word = await savedBy('bulletin.docx', await exported(first.id, 'docx'), 'pdf');
    writeFileSync(join(artifacts, 'story-bulletin-from-word.pdf'), word);
    const fromWord = await measuredPages(word);
    const words = (each: typeof pages) => each.flatMap(({ lines }) => lines.map(({ text }) => text)).join('');
    for (const { text } of figuresOf(first.document).map(({ figure }) => figure))
      expect(words(fromWord).replace(/\s/g, '')).toContain(text.replace(/\s/g, ''));
  });

  test('one figure is corrected after all that, and exactly that is found', async () => {
    const [project] = projectsOf(0) as [StoryProject];
    const before = await rollups();
    const { page } = cast.reviewer;
    await page.goto(`${lantu.url}/reports`);
    await page.getByRole('table').getByRole('link', { name: '已锁定' }).first().click();
    await page.getByRole('button', { name: /^更\s*正$/ }).click();
    await cell(page, project.name, 'month').click();
    await page.keyboard.type(String(monthOf(project) + world.correction));
    await page.keyboard.press('Enter');
    await page.getByLabel('理由').fill('核对支付凭证后补报');
    await look(page, '14-correcting');
    await page.getByRole('button', { name: '更正 1 格' }).click();
    await page.getByText('更正待审').waitFor();
    for (const person of [cast.reviewer, cast.city, cast.province]) await passSelected(person, ['临江县']);

    const now = corrected(world);
    const after = await rollups();
    const moved = [...after].filter(([key, value]) => before.get(key) !== value);
    const paths = [province, city, world.counties[0]?.path ?? ''];
    expect(moved.map(([key]) => key).sort()).toEqual(
      paths.flatMap((path) => [`${path} ${invested} cumulative`, `${path} ${invested} single`]).sort(),
    );
    for (const path of paths) expect(after.get(`${path} ${invested} cumulative`)).toBe(expectedOf(now, path).value);

    const { changes } = (await cast.leader.ask('GET', `/bulletins/${first.id}/changes`)) as { changes: FigureChange[] };
    const listed = new Map(changes.map(({ source, is }) => [sourceKey(source), is]));
    for (const [path, depth] of [
      [province, 0],
      [city, 1],
    ] as const)
      for (const measure of ['value', 'growth', 'completion'] as const) {
        const [was, is] = [expectedOf(world, path)[measure], expectedOf(now, path)[measure]];
        expect(said(listed, path, depth, measure), `${path} ${measure}`).toBe(was === is ? undefined : is);
      }
    const concerned = [
      `rollup/${province}/${invested}/`,
      `rollup/${city}/${invested}/`,
      `project/${projectIds.get(project.code)}/`,
    ];
    const others = [...listed.keys()].filter((key) => !concerned.some((each) => key.includes(each)));
    // Another project’s place or city’s rank may move with it; no other indicator does.
    expect(others.filter((key) => !key.includes(invested) && !/project/.test(key))).toEqual([]);

    const redrafted = (await cast.dispatcher.ask('POST', '/bulletins/monthly', {
      period: world.period,
    })) as unknown as Bulletin;
    const fresh = textsOf(redrafted);
    for (const [key, is] of listed) if (is !== null) expect(fresh.get(key) ?? is, key).toBe(is);
    for (const [key, was] of textsOf(first)) if (!listed.has(key)) expect(fresh.get(key), key).toBe(was);

    for (const format of ['docx', 'xlsx'] as const)
      writeFileSync(join(artifacts, `story-corrected.${format}`), await exported(redrafted.id, format));
    const docx = await exported(redrafted.id, 'docx');
    expect(await docxDifferences(docx, redrafted.document)).toEqual({ loose: [], lost: [] });
    const { loose } = await docxDifferences(docx, first.document);
    expect(loose).toContain(expectedOf(now, province).value);
    const sheet = await xlsxDifferences(await exported(redrafted.id, 'xlsx'), first.document);
    expect(sheet.loose).toContain(expectedOf(now, city).value);
    expect((await docxParagraphs(docx)).join('')).not.toContain(`完成投资${expectedOf(world, province).value}万元`);

    const { page: leader } = cast.leader;
    await leader.goto(`${lantu.url}/bulletins/${first.id}`);
    await leader.getByText(new RegExp(`${changes.length} 个数字在数据更正后已不同`)).waitFor();
    await leader
      .getByText(`${expectedOf(world, province).value} → ${expectedOf(now, province).value}`)
      .first()
      .waitFor();
    await look(leader, '15-out-of-date');
    expect(await shown(first.id)).toMatchObject({ hash: first.hash, isIntact: true });
    await leader.goto(`${lantu.url}/bulletins/${redrafted.id}`);
    await leader.locator('.paper').waitFor();
    expect(await pageDifferences(leader, redrafted.document)).toEqual({ loose: [], lost: [] });
    await look(leader, '16-new-draft');
    for (const [name, { complaints }] of Object.entries(cast)) expect(complaints, name).toEqual([]);
  });
});
