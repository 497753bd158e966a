/** The story of a month, from an empty database to the bulletin and the correction after it: each step stands on the one before. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figuresOf } from '../../src/core/publication/document.ts';
import { type FigureChange, sourceKey } from '../../src/core/publication/freeze.ts';
import { docxDifferences, docxParagraphs, xlsxCells, xlsxDifferences } from '../bulletin-figures.ts';
import { measuredPages } from '../measured-page.ts';
import { hasOffice, savedBy } from '../office-program.ts';
import { pageDifferences } from './bulletin-page.ts';
import { filledWorkbook, placeIn } from './filled-workbook.ts';
import { hasBrowser, type Lantu, launch, root, startLantu } from './lantu.ts';
import { environment } from './reporting-people.ts';
import {
  type Bulletin,
  expectOrigins,
  exported,
  headOf,
  nextSteps,
  rollups,
  said,
  shown,
  textsOf,
} from './story-bulletin.ts';
import { castOn, city, loadHistory, pass, province, register, report } from './story-cast.ts';
import { corrected, expectedOf, invested, type StoryProject, type StoryWorld } from './story-figures.ts';
import { cell, lockMonth, look, openReport, passSelected, saved, submit } from './story-hands.ts';
import { expectOfficialPages } from './story-ruler.ts';

const seed = Number(process.env.LANTU_STORY_SEED ?? Math.floor(Math.random() * 1e9));
const artifacts = join(root, 'artifacts');
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
    await openReport(cast.excelClerk, lantu.url);
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

    await openReport(cast.clerk, lantu.url);
    const clerk = cast.clerk.page;
    await clerk.getByText('何勇：形象进度不够具体').waitFor();
    await cell(clerk, project.name, 'progress').click();
    await clerk.keyboard.type(`${project.progress}过半`);
    await clerk.keyboard.press('Enter');
    await saved(clerk);
    await look(clerk, '7-mended');
    await submit(clerk, '再次报送', '临江县');
    await passSelected(cast.reviewer, lantu.url, ['临江县']);
  });

  test('city and province pass all of them, the roll-ups hold the sums, and the month is locked', async () => {
    const { third, fourth, secondReviewer } = cast;
    for (const [i, person] of [third, fourth].entries()) {
      const reportId = await report(person, world.counties[i + 2] as StoryWorld['counties'][number], world.period);
      await pass(person, reportId);
    }
    await passSelected(secondReviewer, lantu.url, ['青川县']);
    await passSelected(cast.city, lantu.url, ['临江县', '青川县']);
    await passSelected(cast.otherCity, lantu.url, ['沙湾县', '石桥县']);
    expect((await rollups(cast.dispatcher, world.period)).get(`${province} ${invested} single`) ?? '—').toBe('—');
    const { page } = cast.province;
    await page.goto(`${lantu.url}/reports/review`);
    await page.getByLabel('石桥县 重点推进产业项目投资月报').waitFor();
    await look(page, '8-province-reviews');
    await passSelected(cast.province, lantu.url, ['临江县', '青川县', '沙湾县', '石桥县']);
    const sums = await rollups(cast.dispatcher, world.period);
    for (const path of [province, city, ...world.counties.map((county) => county.path)])
      expect(sums.get(`${path} ${invested} cumulative`), path).toBe(expectedOf(world, path).value);

    await lockMonth(cast.province, 4);
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
    await editor.fill(
      `${headOf(await editor.inputValue()).trimEnd()}\n\n## 五、下一步工作\n\n${nextSteps.join('\n\n')}\n`,
    );
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
    first = await shown(cast.dispatcher, id);
    expect(first).toMatchObject({ state: 'published', isIntact: true });
    await look(leader, '11-published');
    for (const format of ['docx', 'pdf', 'xlsx'] as const)
      writeFileSync(
        join(artifacts, `story-bulletin.${format}`),
        await exported(cast.dispatcher, lantu.url, id, format),
      );
  });

  test('it says what follows from the figures, and no number in it stands on nothing', async () => {
    const texts = textsOf(first);
    const expected = { ...expectedOf(world, province) };
    for (const [measure, text] of Object.entries(expected))
      expect(said(texts, world.period, province, 0, measure), measure).toBe(text);
    for (const [measure, text] of Object.entries(expectedOf(world, city)))
      if (measure !== 'ahead') expect(said(texts, world.period, city, 1, measure), measure).toBe(text);
    expect(await docxDifferences(await exported(cast.dispatcher, lantu.url, first.id, 'docx'), first.document)).toEqual(
      { loose: [], lost: [] },
    );
    expect(await xlsxDifferences(await exported(cast.dispatcher, lantu.url, first.id, 'xlsx'), first.document)).toEqual(
      {
        loose: [],
        lost: [],
        words: [],
      },
    );
    expect(await pageDifferences(cast.leader.page, first.document)).toEqual({ loose: [], lost: [] });
    await expectOrigins(cast.leader, first);
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
    expectOfficialPages(await measuredPages(await exported(cast.dispatcher, lantu.url, first.id, 'pdf')));
    if (!hasOffice) return;
    const word = await savedBy('bulletin.docx', await exported(cast.dispatcher, lantu.url, first.id, 'docx'), 'pdf');
    writeFileSync(join(artifacts, 'story-bulletin-from-word.pdf'), word);
    const fromWord = await measuredPages(word);
    const words = fromWord.flatMap(({ lines }) => lines.map(({ text }) => text.replace(/\s/g, ''))).join('');
    for (const { text } of figuresOf(first.document).map(({ figure }) => figure))
      expect(words).toContain(text.replace(/\s/g, ''));
  });

  test('one figure is corrected after all that, and exactly that is found', async () => {
    const [project] = projectsOf(0) as [StoryProject];
    const before = await rollups(cast.dispatcher, world.period);
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
    for (const person of [cast.reviewer, cast.city, cast.province]) await passSelected(person, lantu.url, ['临江县']);

    const now = corrected(world);
    const after = await rollups(cast.dispatcher, world.period);
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
        expect(said(listed, world.period, path, depth, measure), `${path} ${measure}`).toBe(
          was === is ? undefined : is,
        );
      }
    const concerned = [
      `rollup/${province}/${invested}/`,
      `rollup/${city}/${invested}/`,
      `project/${projectIds.get(project.code)}/`,
    ];
    const others = [...listed.keys()].filter((key) => !concerned.some((each) => key.includes(each)));
    // A city may change places with the other, and how many projects are behind may change; nothing else does.
    expect(others.filter((key) => !key.includes('/rank') && !key.includes('formula:projects/'))).toEqual([]);

    const redrafted = (await cast.dispatcher.ask('POST', '/bulletins/monthly', {
      period: world.period,
    })) as unknown as Bulletin;
    const fresh = textsOf(redrafted);
    for (const [key, is] of listed) if (is !== null) expect(fresh.get(key) ?? is, key).toBe(is);
    for (const [key, was] of textsOf(first)) if (!listed.has(key)) expect(fresh.get(key), key).toBe(was);

    for (const format of ['docx', 'xlsx'] as const)
      writeFileSync(
        join(artifacts, `story-corrected.${format}`),
        await exported(cast.dispatcher, lantu.url, redrafted.id, format),
      );
    const docx = await exported(cast.dispatcher, lantu.url, redrafted.id, 'docx');
    expect(await docxDifferences(docx, redrafted.document)).toEqual({ loose: [], lost: [] });
    const { loose } = await docxDifferences(docx, first.document);
    expect(loose).toContain(expectedOf(now, province).value);
    const sheet = await xlsxDifferences(
      await exported(cast.dispatcher, lantu.url, redrafted.id, 'xlsx'),
      first.document,
    );
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
    expect(await shown(cast.dispatcher, first.id)).toMatchObject({ hash: first.hash, isIntact: true });
    await leader.goto(`${lantu.url}/bulletins/${redrafted.id}`);
    await leader.locator('.paper').waitFor();
    expect(await pageDifferences(leader, redrafted.document)).toEqual({ loose: [], lost: [] });
    await look(leader, '16-new-draft');
    for (const [name, { complaints }] of Object.entries(cast)) expect(complaints, name).toEqual([]);
  });
});
