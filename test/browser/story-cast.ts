/** The people of the story: a province, two cities and four counties that start with nothing. */
import type { Browser } from 'playwright-core';
import type { Lantu } from './lantu.ts';
import { type NewUnit, type Person, peopleOn } from './reporting-people.ts';
import { historyCsv, type StoryCounty, type StoryWorld, storyWorld } from './story-figures.ts';

export const province = 'cn.99';
export const city = 'cn.99.9901';
const otherCity = 'cn.99.9902';
export const form = 'project-investment-monthly';

const units = (counties: readonly StoryCounty[]): readonly NewUnit[] => [
  ['cn', '99', 'province', '云河省'],
  [province, '9901', 'city', '云河市'],
  [province, '9902', 'city', '江北市'],
  [province, 'd_fgw', 'department', '云河省发展和改革委员会'],
  ...counties.map(({ path, name }): NewUnit => [path.slice(0, -7), path.slice(-6), 'county', name]),
  [`${city}.990101`, 'd_fgj', 'department', '临江县发展和改革局'],
];

interface Summary {
  readonly reportId: string;
  readonly revision: number;
}
type Sheet = { summary: Summary; rows: { projects: { key: string }[] } };

/** A county’s month as its own program would send it: without the page. */
export async function report({ ask }: Person, { projects }: StoryCounty, period: string): Promise<string> {
  const changes = projects.flatMap(({ code, months, progress }) => [
    { address: `projects/${code}/month`, from: null, to: String(months.at(-1)) },
    { address: `projects/${code}/progress`, from: null, to: progress },
  ]);
  const { summary } = (await ask('PUT', '/reports/sheet', { formId: form, period, changes })) as { summary: Summary };
  await ask('POST', `/reports/${summary.reportId}/submit`, { revision: summary.revision });
  return summary.reportId;
}

/** Passes a report as it stands now. */
export async function pass({ ask }: Person, reportId: string): Promise<void> {
  const { summary } = (await ask('GET', `/reports/${reportId}`)) as unknown as Sheet;
  await ask('POST', '/reports/pass', { reports: [{ reportId, revision: summary.revision }] });
}

export async function castOn(lantu: Lantu, browser: Browser, seed: number) {
  const first = storyWorld(seed, '2026-01');
  const { person } = await peopleOn(lantu, browser, units(first.counties));
  const at = (i: number) => first.counties[i]?.path ?? '';
  const cast = {
    clerk: await person('zhou.jie', '周洁', at(0), 'clerk'),
    reviewer: await person('he.yong', '何勇', at(0), 'reviewer', 'dispatcher'),
    excelClerk: await person('sun.li', '孙丽', at(1), 'clerk'),
    secondReviewer: await person('feng.tao', '冯涛', at(1), 'reviewer', 'dispatcher'),
    third: await person('wu.qiang', '吴强', at(2), 'clerk', 'reviewer', 'dispatcher'),
    fourth: await person('zheng.kai', '郑凯', at(3), 'clerk', 'reviewer', 'dispatcher'),
    city: await person('jiang.wen', '蒋雯', city, 'reviewer'),
    otherCity: await person('qin.lan', '秦岚', otherCity, 'reviewer'),
    province: await person('han.lei', '韩磊', province, 'reviewer'),
    dispatcher: await person('luo.min', '罗敏', province, 'dispatcher'),
    leader: await person('gu.ming', '顾明', province, 'leader'),
  };
  const { forms } = (await cast.clerk.ask('GET', '/reports/forms')) as { forms: { id: string; current: string }[] };
  const world = storyWorld(seed, forms.find(({ id }) => id === form)?.current ?? '');
  return { cast, world };
}

/** Every county’s projects on the register; their numbers by code. */
export async function register(
  world: StoryWorld,
  dispatchers: readonly Person[],
): Promise<ReadonlyMap<string, string>> {
  const year = world.period.slice(0, 4);
  const money = (wan: number) => ({ value: `${wan}0000`, typed: String(wan), unit: '万元' });
  const ids = new Map<string, string>();
  for (const [i, { projects }] of world.counties.entries()) {
    const { ask } = dispatchers[i] as Person;
    for (const { name, code, plan } of projects) {
      const data = { name, code, stage: 'building', investment: money(plan * 5), annualPlan: { [year]: money(plan) } };
      const { id } = (await ask('POST', '/projects', { since: `${year}-01-01`, data })) as {
        id: string;
      };
      ids.set(code, id);
    }
  }
  return ids;
}

interface Imported {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly refused: number;
}

/** Last year and the months before come in one file, looked at first and approved month by month. */
export async function loadHistory(
  { page, ask }: Person,
  url: string,
  world: StoryWorld,
  ids: ReadonlyMap<string, string>,
) {
  const csv = historyCsv(world, (code) => ids.get(code) ?? '');
  const answers: Imported[] = [];
  for (const mode of ['preview', 'import']) {
    const answer = await page.request.post(
      `${url}/api/observations/import?name=${encodeURIComponent('历史.csv')}&mode=${mode}`,
      {
        headers: { origin: url, 'content-type': 'application/octet-stream', 'idempotency-key': crypto.randomUUID() },
        data: Buffer.from(csv),
      },
    );
    if (!answer.ok()) throw new Error(await answer.text());
    answers.push((await answer.json()) as Imported);
  }
  const periods = new Set(
    csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[4]),
  );
  for (const period of periods) await ask('POST', '/observations/approve', { unitPath: province, period, below: true });
  return { rows: csv.trimEnd().split('\n').length - 1, answers };
}
