import { choice, day, measure, name, reference, text, words } from '../../core/register/kinds.ts';
import type { Register } from '../../core/register/register.ts';
import type { Label } from '../../core/text.ts';
import { industries } from './industry-code.ts';

/** From the highest down: an upgrade goes towards the first. */
export const parkLevels = {
  national: { zh: '国家级', en: 'National' },
  provincial: { zh: '省级', en: 'Provincial' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县级', en: 'County' },
  functional: { zh: '功能区（片区）', en: 'Functional area' },
} as const satisfies Record<string, Label>;
export type ParkLevel = keyof typeof parkLevels;

/** The kinds of 《中国开发区审核公告目录》 (2018), and what local practice adds. */
const parkTypes = {
  economic: { zh: '经济技术开发区', en: 'Economic and technological' },
  hightech: { zh: '高新技术产业开发区', en: 'High-tech' },
  customs: { zh: '海关特殊监管区域', en: 'Customs supervised' },
  border: { zh: '边境（跨境）经济合作区', en: 'Border cooperation' },
  industrial: { zh: '产业园区', en: 'Industrial' },
  chemical: { zh: '化工园区', en: 'Chemical' },
  agricultural: { zh: '农业产业园', en: 'Agricultural' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;

const bound = (side: string, en: string) => ({ label: { zh: `${side}至`, en }, kind: text(200) });

export const parkRegister: Register<'parks'> = {
  plural: 'parks',
  noun: 'park',
  label: { zh: '园区', en: 'Parks' },
  site: 'address',
  fields: [
    {
      id: 'name',
      label: { zh: '名称', en: 'Name' },
      headings: ['园区名称', '开发区名称'],
      kind: name,
      column: 'minmax(190px, 3fr)',
    },
    { id: 'code', label: { zh: '代码', en: 'Code' }, headings: ['园区代码', '目录代码'], kind: text(40) },
    { id: 'aliases', label: { zh: '别名', en: 'Aliases' }, headings: ['简称', '曾用名'], kind: words },
    { id: 'level', label: { zh: '级别', en: 'Level' }, kind: choice(parkLevels), column: '112px', isFilter: true },
    { id: 'type', label: { zh: '类型', en: 'Type' }, kind: choice(parkTypes), column: '128px', isFilter: true },
    {
      id: 'parentId',
      label: { zh: '所属园区', en: 'Parent park' },
      headings: ['上级园区', '主园区'],
      kind: reference('parks'),
      column: 'minmax(110px, 1.5fr)',
      isFilter: true,
    },
    {
      id: 'area',
      label: { zh: '面积', en: 'Area' },
      headings: ['批准面积', '规划面积'],
      kind: measure('公顷'),
      column: '120px',
    },
    {
      id: 'industries',
      label: { zh: '主导产业', en: 'Leading industries' },
      kind: industries,
      column: 'minmax(140px, 2fr)',
      isFilter: true,
    },
    { id: 'approval', label: { zh: '批准文号', en: 'Approval number' }, headings: ['批文号'], kind: text(100) },
    { id: 'approvedOn', label: { zh: '批准日期', en: 'Approved on' }, headings: ['批准时间'], kind: day },
    { id: 'east', ...bound('东', 'East to') },
    { id: 'south', ...bound('南', 'South to') },
    { id: 'west', ...bound('西', 'West to') },
    { id: 'north', ...bound('北', 'North to') },
    { id: 'administration', label: { zh: '管理机构', en: 'Administration' }, headings: ['管委会'], kind: text(200) },
    { id: 'address', label: { zh: '地址', en: 'Address' }, kind: text(200) },
  ],
};

/** Whether one level stands above another; a functional area is part of a park and has none of its own. */
export const isHigher = (to: ParkLevel, from: ParkLevel | null): boolean => {
  const order = Object.keys(parkLevels);
  return from === null || order.indexOf(to) < order.indexOf(from);
};
