/** The notice that carries a plan, its title, and the words before the first chapter. */
import { chineseNumber } from '../page.ts';
import { sentence, type Writing, year } from '../writing.ts';

const numerals = [...'〇一二三四五六七八九'];
const chineseDate = (y: number, m: number, d: number): string =>
  `${[...String(y)].map((digit) => numerals[Number(digit)]).join('')}年${chineseNumber(m)}月${chineseNumber(d)}日`;

export interface Front {
  readonly title: string;
  readonly withNotice: boolean;
  readonly kind: 'plan' | 'action';
}

export function writeFront(writing: Writing, { title, withNotice }: Front): number {
  const { dice, world } = writing;
  const { issued, issuer, county, tier } = world;
  const date = dice.chance(0.7)
    ? `${issued.year}年${issued.month}月${issued.day}日`
    : chineseDate(issued.year, issued.month, issued.day);
  if (!withNotice) return writing.line('title', title).block;
  writing.line('title', dice.pick([`${issuer}关于印发${title}的通知`, `关于印发《${title}》的通知`]));
  writing.line('address', world.documentNumber);
  writing.line(
    'address',
    dice.pick([
      `各镇人民政府、街道办事处，${tier}政府各部门、各直属机构：`,
      `各乡镇（街道），${tier}直有关单位：`,
      `${zoneOffices(writing)}，各有关企业：`,
    ]),
  );
  writing.paragraph(
    dice.pick([
      `《${title}》已经${county}人民政府第${dice.int(2, 40)}次常务会议审议同意，现印发你们，请抓好落实。`,
      `现将《${title}》印发给你们，望对照任务认真组织实施。`,
      `经研究，现将《${title}》予以印发，请遵照执行。`,
    ]),
  );
  writing.line('dateline', issuer);
  writing.line('dateline', date);
  if (dice.chance(0.4)) writing.line('dateline', dice.pick(['（此件公开发布）', '（信息公开选项：主动公开）']));
  return writing.line('title', title).block;
}

const zoneOffices = ({ world }: Writing): string => `${world.zone}各办局`;

export function writePreface(writing: Writing): void {
  const { dice, world } = writing;
  const span = world.five === null ? '' : `“${world.five}”时期是${world.zone}`;
  writing.heading(1, dice.pick(['总则', '规划背景', '编制说明', '前言']));
  writing.paragraph(
    span === '' ? `为推动${world.zone}加快转型、提升能级，制定本方案。` : `${span}调整结构、积蓄后劲的重要阶段。`,
    dice.pick([
      '为明确今后一个时期的建设方向，统筹各类要素配置，特编制本规划。',
      `根据省、市有关部署和${world.county}国民经济和社会发展规划，编制本文件。`,
      '本文件用于指导园区开发、产业招引与项目管理。',
    ]),
  );
  if (dice.chance(0.8)) {
    writing.paragraph(
      dice.pick([
        `规划基准年为${year(writing, world.base)}，规划期限为${world.start}—${world.end}年。`,
        `本规划期限为${world.start}-${world.end}年，以${year(writing, world.base)}为基期。`,
        `规划期为${year(writing, world.start)}至${year(writing, world.end)}，基准年${year(writing, world.base)}。`,
      ]),
    );
  }
  const side = dice.pick(['东北', '西南', '北', '东南']);
  const county =
    world.city === world.county
      ? `${world.county}地处${world.province}${side}部`
      : `${world.county}位于${world.province}${world.city}${side}部`;
  const founded = world.base - dice.int(6, 18);
  writing.paragraph(
    ...sentence(
      dice.pick([
        [
          county,
          `${world.zone}${world.level === null ? `始建于${founded}年` : `是${world.level}开发区，批准设立于${founded}年`}`,
        ],
        [`${world.zone}设立于${founded}年`, ...(world.level === null ? [] : [`为${world.level}开发区`]), county],
      ]),
    ),
  );
}
