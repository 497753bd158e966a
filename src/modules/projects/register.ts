import { choice, coded, day, measure, name, reference, text, words, yearly } from '../../core/register/kinds.ts';
import type { Register } from '../../core/register/register.ts';
import type { Label } from '../../core/text.ts';
import { industry } from '../parks/industry-code.ts';
import { ProjectCode } from './project-code.ts';

/** Where a project stands; the gates between these belong to the project board. */
export const projectStages = {
  idea: { zh: '策划谋划', en: 'Idea' },
  reserved: { zh: '储备入库', en: 'In reserve' },
  negotiation: { zh: '招商洽谈', en: 'Negotiation' },
  signed: { zh: '签约', en: 'Signed' },
  preparation: { zh: '前期手续', en: 'Preparation' },
  land: { zh: '供地', en: 'Land supplied' },
  started: { zh: '开工', en: 'Started' },
  building: { zh: '在建', en: 'Under construction' },
  completed: { zh: '竣工', en: 'Completed' },
  producing: { zh: '投产', en: 'Producing' },
  'full-output': { zh: '达产', en: 'At full output' },
  paused: { zh: '暂停', en: 'Paused' },
  dropped: { zh: '终止', en: 'Dropped' },
  exited: { zh: '退出', en: 'Left' },
} as const satisfies Record<string, Label>;

export const projectRegister: Register<'projects'> = {
  plural: 'projects',
  noun: 'project',
  label: { zh: '项目', en: 'Projects' },
  site: 'address',
  fields: [
    { id: 'name', label: { zh: '名称', en: 'Name' }, headings: ['项目名称'], kind: name, column: 'minmax(200px, 3fr)' },
    {
      id: 'code',
      label: { zh: '项目代码', en: 'Project code' },
      headings: ['代码', '投资项目统一代码'],
      kind: coded(ProjectCode),
      column: '196px',
    },
    { id: 'aliases', label: { zh: '别名', en: 'Aliases' }, headings: ['简称', '曾用名'], kind: words },
    {
      id: 'ownerId',
      label: { zh: '建设单位', en: 'Owner' },
      headings: ['项目单位', '业主'],
      kind: reference('enterprises'),
      column: 'minmax(140px, 2fr)',
      isFilter: true,
    },
    {
      id: 'parkId',
      label: { zh: '所在园区', en: 'Park' },
      headings: ['园区'],
      kind: reference('parks'),
      column: 'minmax(120px, 1.5fr)',
      isFilter: true,
    },
    {
      id: 'industry',
      label: { zh: '行业', en: 'Industry' },
      headings: ['行业代码', '所属行业'],
      kind: industry,
      isFilter: true,
    },
    {
      id: 'investment',
      label: { zh: '总投资', en: 'Total investment' },
      headings: ['计划总投资'],
      kind: measure('万元'),
      column: '120px',
    },
    {
      id: 'annualPlan',
      label: { zh: '年度计划投资', en: 'Plan by year' },
      headings: ['年度计划'],
      kind: yearly('万元'),
      hint: { zh: '写作“2026：1200万元；2027：800万元”', en: 'as “2026：1200万元；2027：800万元”' },
    },
    {
      id: 'stage',
      label: { zh: '阶段', en: 'Stage' },
      kind: choice(projectStages),
      column: '92px',
      isFilter: true,
      movesBy: { zh: '阶段在“项目推进”中办理', en: 'the stage moves on the page of the project’s progress' },
    },
    { id: 'startOn', label: { zh: '开工日期', en: 'Start' }, headings: ['开工时间'], kind: day, column: '104px' },
    { id: 'finishOn', label: { zh: '竣工日期', en: 'Finish' }, headings: ['竣工时间'], kind: day },
    { id: 'content', label: { zh: '建设内容', en: 'Content' }, headings: ['建设规模及内容'], kind: text(2000) },
    { id: 'address', label: { zh: '建设地点', en: 'Site' }, headings: ['地点', '地址'], kind: text(200) },
  ],
};
