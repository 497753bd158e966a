import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Period } from '../../core/period.ts';
import type { Label } from '../../core/text.ts';

/** 责任: who answers for a project, and as what. */
export const postRoles = {
  'leader-province': { zh: '省级包保领导', en: 'Leader in charge, province' },
  'leader-city': { zh: '市级包保领导', en: 'Leader in charge, city' },
  'leader-county': { zh: '县级包保领导', en: 'Leader in charge, county' },
  'lead-unit': { zh: '责任单位', en: 'Unit in charge' },
  'task-force-head': { zh: '专班负责人', en: 'Head of the task force' },
  'task-force': { zh: '专班成员', en: 'Member of the task force' },
  'service-officer': { zh: '首席服务员', en: 'Service officer' },
  'express-officer': { zh: '直通车专人', en: 'Officer of the express way' },
} as const satisfies Record<string, Label>;
export type PostRole = keyof typeof postRoles;
export const PostRole = z.enum(Object.keys(postRoles) as [PostRole, ...PostRole[]]);

/** 年度清单. A list of the year that projects enter and leave. */
export const projectLists = {
  province: { zh: '省重点', en: 'Key projects of the province' },
  'top-hundred': { zh: '百大项目', en: 'Top hundred' },
  city: { zh: '市重点', en: 'Key projects of the city' },
  county: { zh: '县重点', en: 'Key projects of the county' },
  box: { zh: '规划专栏', en: 'Box of a plan' },
  express: { zh: '直通车', en: 'Express way' },
} as const satisfies Record<string, Label>;
export type ProjectList = keyof typeof projectLists;
export const ProjectList = z.enum(Object.keys(projectLists) as [ProjectList, ...ProjectList[]]);

export const fundKinds = {
  opening: { zh: '开账累计完成', en: 'Completed before the books were opened' },
  source: { zh: '资金来源', en: 'Source' },
  plan: { zh: '分月计划', en: 'Plan by month' },
  arrived: { zh: '到位资金', en: 'Arrived' },
  payable: { zh: '应付款（交付验收）', en: 'Payable since delivery' },
  paid: { zh: '已支付', en: 'Paid' },
} as const satisfies Record<string, Label>;
export type FundKind = keyof typeof fundKinds;
export const FundKind = z.enum(Object.keys(fundKinds) as [FundKind, ...FundKind[]]);

export const fundSources = {
  central: { zh: '中央资金', en: 'Central budget' },
  province: { zh: '省级资金', en: 'Province' },
  local: { zh: '市县资金', en: 'City and county' },
  bond: { zh: '专项债券', en: 'Special bonds' },
  bank: { zh: '银行贷款', en: 'Bank loans' },
  own: { zh: '企业自筹', en: 'Own money of the firm' },
  foreign: { zh: '利用外资', en: 'Foreign capital' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;
export type FundSource = keyof typeof fundSources;
export const FundSource = z.enum(Object.keys(fundSources) as [FundSource, ...FundSource[]]);

export const Post = z.object({
  postId: z.uuid(),
  role: PostRole,
  person: z.string(),
  personUnit: z.string().nullable(),
  fromOn: Day,
  toOn: Day.nullable(),
  reason: z.string().nullable(),
});
export type Post = z.infer<typeof Post>;

export const Listing = z.object({
  list: ProjectList,
  year: z.int(),
  enteredOn: Day,
  entryReason: z.string(),
  exitedOn: Day.nullable(),
  exitReason: z.string().nullable(),
});
export type Listing = z.infer<typeof Listing>;

export const Fund = z.object({
  fundId: z.uuid(),
  kind: FundKind,
  source: FundSource.nullable(),
  period: Period.nullable(),
  on: Day,
  /** Exact text in 元. */
  amount: z.string(),
  typed: z.string(),
  typedUnit: z.string(),
  note: z.string().nullable(),
  /** Of a payable: the days that its contract gives; null where it is silent. */
  agreedDays: z.int().nullable(),
  at: z.string(),
  by: z.string(),
});
export type Fund = z.infer<typeof Fund>;

export const isOpenPost = ({ fromOn, toOn }: Pick<Post, 'fromOn' | 'toOn'>, day: Day): boolean =>
  fromOn <= day && (toOn === null || day < toOn);

/** 直通车: on the list of the year, or of the year before while nobody has taken it off. */
export const isExpress = (listings: readonly Listing[], today: Day): boolean =>
  listings.some(({ list, exitedOn }) => list === 'express' && (exitedOn === null || today < exitedOn));

/** A list of the year holds until that of the next is made, and nobody staffs a project for one of long ago. */
const isCurrent = (year: number, today: Day): boolean => year >= Number(today.slice(0, 4)) - 1;

/** 三个一: a key project has one task force; what is missing is said. */
export const keyLists: readonly ProjectList[] = ['province', 'top-hundred', 'city', 'county', 'express'];

export interface Gap {
  readonly id: 'task-force' | 'leader' | 'express-officer' | 'lead-unit';
  readonly message: Label;
}

export function gapsOf(posts: readonly Post[], listings: readonly Listing[], today: Day): readonly Gap[] {
  const isThere = (...roles: readonly PostRole[]) =>
    posts.some((post) => roles.includes(post.role) && isOpenPost(post, today));
  const isKey = listings.some(
    ({ list, year, exitedOn }) => keyLists.includes(list) && exitedOn === null && isCurrent(year, today),
  );
  const gaps: Gap[] = [];
  if (isKey && !isThere('task-force-head', 'task-force'))
    gaps.push({ id: 'task-force', message: { zh: '重点项目未建专班', en: 'A key project without a task force' } });
  if (isKey && !isThere('leader-province', 'leader-city', 'leader-county'))
    gaps.push({
      id: 'leader',
      message: { zh: '重点项目没有包保领导', en: 'A key project without a leader in charge' },
    });
  if (isExpress(listings, today) && !isThere('express-officer'))
    gaps.push({
      id: 'express-officer',
      message: { zh: '直通车项目未指定专人', en: 'An express project without its officer' },
    });
  return gaps;
}
