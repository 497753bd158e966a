import { coded, measure, name, reference, text, words, years } from '../../core/register/kinds.ts';
import type { Register } from '../../core/register/register.ts';
import { industry } from '../parks/industry-code.ts';
import { CreditCode } from './credit-code.ts';

export const enterpriseRegister: Register<'enterprises'> = {
  plural: 'enterprises',
  noun: 'enterprise',
  label: { zh: '企业', en: 'Enterprises' },
  site: 'address',
  fields: [
    {
      id: 'name',
      label: { zh: '名称', en: 'Name' },
      headings: ['企业名称', '单位详细名称'],
      kind: name,
      column: 'minmax(210px, 3fr)',
    },
    {
      id: 'code',
      label: { zh: '统一社会信用代码', en: 'Credit code' },
      headings: ['信用代码', '代码'],
      kind: coded(CreditCode),
      column: '178px',
    },
    { id: 'aliases', label: { zh: '别名', en: 'Aliases' }, headings: ['简称', '曾用名'], kind: words },
    {
      id: 'parkId',
      label: { zh: '所在园区', en: 'Park' },
      headings: ['园区'],
      kind: reference('parks'),
      column: 'minmax(140px, 2fr)',
      isFilter: true,
    },
    {
      id: 'industry',
      label: { zh: '行业', en: 'Industry' },
      headings: ['行业代码', '所属行业'],
      kind: industry,
      column: 'minmax(130px, 2fr)',
      isFilter: true,
    },
    {
      id: 'land',
      label: { zh: '用地面积', en: 'Land area' },
      headings: ['占地面积'],
      kind: measure('亩'),
      column: '110px',
    },
    {
      id: 'aboveScale',
      label: { zh: '规上年份', en: 'Above scale in' },
      headings: ['规上'],
      kind: years,
      column: '120px',
      isFilter: true,
      hint: { zh: '达到规模以上的年份，如 2024、2025', en: 'the years above the statistical threshold' },
    },
    { id: 'address', label: { zh: '地址', en: 'Address' }, headings: ['详细地址', '注册地址'], kind: text(200) },
  ],
};
