/** The bulletin of the story as the server tells it, and the sums below it. */
import { expect } from 'vitest';
import { figuresOf, type OfficialDocument, signedText } from '../../src/core/publication/document.ts';
import { sourceKey } from '../../src/core/publication/freeze.ts';
import type { Person } from './reporting-people.ts';
import { province } from './story-cast.ts';
import { invested } from './story-figures.ts';

/** What the dispatcher adds by hand, without a number. */
export const nextSteps = [
  '各市要对照年度目标逐项查找差距，落后于序时进度的项目要逐个分析原因，明确责任单位、责任人员和完成时限，切实加快工程建设和设备安装，确保全年目标任务如期完成。',
  '省直有关部门要加强要素保障，优先安排用地、用能和资金，对手续办理中的堵点实行台账管理，随时发现、随时协调、随时销号，不得层层转办、久拖不决，更不得以会议落实会议、以文件落实文件。',
  '各县要严格执行统计制度，按时据实报送，数出有据，发现差错及时更正并说明理由，坚决防范和纠正弄虚作假行为；对迟报、漏报的单位，下月继续通报并纳入年度考核，考核结果与项目资金安排挂钩。',
];

/** The elements of an official document, for the head of its text. */
export const headOf = (drafted: string): string => {
  const [, date = ''] = /^日期: (.*)$/m.exec(drafted) ?? [];
  const elements = [
    '发文机关: 云河省发展和改革委员会文件',
    `文号: 云发改通〔${date.slice(0, 4)}〕18号`,
    '主送: 各市人民政府，省直有关部门',
    '抄送: 省委办公厅，省政府办公厅',
    '署名: 云河省发展和改革委员会',
    '印发机关: 云河省发展和改革委员会办公室',
    `印发日期: ${date}`,
  ];
  return drafted.replace(/^署名: .*\n/m, '').replace(/^---\n/, `---\n${elements.join('\n')}\n`);
};

type Format = 'docx' | 'pdf' | 'xlsx';

export interface Bulletin {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly hash: string | null;
  readonly isIntact: boolean | null;
  readonly document: OfficialDocument;
}

type Texts<T> = ReadonlyMap<string, T>;

/** What every figure reads, by its source. */
export const textsOf = ({ document }: Bulletin): Texts<string> =>
  new Map(figuresOf(document).map(({ figure }) => [sourceKey(figure.source), signedText(figure)]));

/** What is said of the completed investment of a unit, among the units beside it where the depth is 1. */
export function said<T>(
  texts: Texts<T>,
  period: string,
  unitPath: string,
  depth: 0 | 1,
  measure: string,
): T | undefined {
  const place = `formula:rollup/${unitPath}/${invested}/${period}/${depth}/${measure}`;
  return [...texts].find(([key]) => key === place || key.startsWith(`${place}/`))?.[1];
}

/** Sums of the province, its cities and its counties: unit, indicator and whether of the month or since January. */
export async function rollups({ ask }: Person, period: string): Promise<Texts<string>> {
  const found = new Map<string, string>();
  for (const depth of [0, 1, 2]) {
    const { rows } = (await ask('GET', `/rollups?unitPath=${province}&period=${period}&depth=${depth}`)) as {
      rows: ({ unitPath: string; indicatorId: string } & Record<string, { value?: string | null }>)[];
    };
    for (const { unitPath, indicatorId, ...figure } of rows)
      for (const measure of ['single', 'cumulative'])
        found.set(`${unitPath} ${indicatorId} ${measure}`, figure[measure]?.value ?? '—');
  }
  return found;
}

export const shown = async ({ ask }: Person, id: string) =>
  (await ask('GET', `/bulletins/${id}`)) as unknown as Bulletin;

export async function exported({ page }: Person, url: string, id: string, format: Format): Promise<Uint8Array> {
  const answer = await page.request.get(`${url}/api/bulletins/${id}/export/${format}`);
  expect(answer.status()).toBe(200);
  return new Uint8Array(await answer.body());
}

interface Origin {
  readonly formula: object | null;
  readonly facts: readonly object[];
  readonly table: readonly object[];
  readonly observations: readonly { readonly by: string | null; readonly approvedBy: string | null }[];
}

/** Every figure follows from something, and whatever it was observed from was filled and approved by somebody. */
export async function expectOrigins({ ask }: Person, bulletin: Bulletin): Promise<void> {
  for (const key of textsOf(bulletin).keys()) {
    const asked = `/bulletins/${bulletin.id}/origin?source=${encodeURIComponent(key)}`;
    const { formula, facts, observations, table } = (await ask('GET', asked)) as unknown as Origin;
    expect(formula !== null || facts.length > 0, key).toBe(true);
    if (key.includes('rollup')) expect(observations.length + table.length, key).toBeGreaterThan(0);
    for (const { by, approvedBy } of observations) expect([by, approvedBy], key).not.toContain(null);
  }
}
