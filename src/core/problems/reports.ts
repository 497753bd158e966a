import type { Refusals } from './refusal.ts';

/** Refusals of figures, forms and reports. */
export const reportProblems = {
  'figures-refused': {
    status: 422,
    message: { zh: '有 {count} 个数没有接受：{issues}', en: '{count} figures were refused: {issues}' },
  },
  'figure-approved': {
    status: 409,
    message: {
      zh: '{name}（{period}）已审定，不能直接改写；请用“更正”并写明理由',
      en: '{name} ({period}) is approved and is not overwritten; use a correction and say why',
    },
  },
  'nothing-to-approve': {
    status: 409,
    message: {
      zh: '{unit} {period} 没有待审的数据；请先填报或核对单位与期别',
      en: '{unit} has nothing to approve for {period}; report first, or check unit and period',
    },
  },
  'figure-held': {
    status: 409,
    message: {
      zh: '{name}（{period}）已由{unit}填报（{actor}，{since}），一个数只有一个来源，没有改写；数不一致请与该单位核对并由其修改，改由您填报须由管辖双方的上级以该单位名义改写',
      en: '{name} ({period}) was given by {unit} ({actor}, {since}); a figure has one source and was not replaced. Where they differ, let that unit change it, or the unit above both on its behalf',
    },
  },
  'figure-held-unseen': {
    status: 409,
    message: {
      zh: '{names}（{period}）刚由他人填报，或由您管辖范围以外的单位填报，没有改写；请刷新后核对，仍看不到的请上级核对由谁填报',
      en: '{names} ({period}) was given a moment ago, or by a unit outside of your scope, and was not replaced; look again, and if it does not show, ask the unit above who reports it',
    },
  },
  'figures-taken': {
    status: 409,
    message: {
      zh: '有 {count} 个数另有单位为同一对象填报；请先与该单位或上级核对由谁填报',
      en: '{count} figures of the same things are given by another unit; agree with it, or the unit above, on who gives them',
    },
  },
  'figures-in-reports': {
    status: 409,
    message: {
      zh: '{unit} {period} 待审的数由报表报送；请在“报表审核”中逐级审核',
      en: 'What {unit} has to approve for {period} was sent in reports; pass those, level by level, on the page of reviews',
    },
  },
  'figure-in-report': {
    status: 409,
    message: {
      zh: '{name}（{period}）由报表报送，不能绕过审核直接更正；请打开报表 {report} 用“更正”，各级重新审核',
      en: '{name} ({period}) was sent in a report and is not corrected beside its reviews; open report {report} and correct it there',
    },
  },
  'figures-published': {
    status: 409,
    message: {
      zh: '{unit} {period} 的数已发布，不能退回；请用“更正”并写明理由',
      en: 'Figures of {unit} for {period} are published and cannot be returned; correct them and say why',
    },
  },
  'report-stage': {
    status: 409,
    message: {
      zh: '这份报送现为“{stage}”，不能“{action}”；现在可以：{possible}',
      en: 'This report is “{stageEn}”, which does not allow “{actionEn}”; possible now: {possibleEn}',
    },
  },
  'report-elsewhere': {
    status: 409,
    message: {
      zh: '这份报送现由“{unit}”审核，不在您的岗位范围内',
      en: 'This report stands at “{unit}”, which is not within your posts',
    },
  },
  'report-passed': {
    status: 409,
    message: {
      zh: '“{unit}”已审核通过，不能撤回；请联系审核单位退回',
      en: '“{unit}” has passed it already, so it cannot be withdrawn; ask the reviewer to return it',
    },
  },
  'report-cells': {
    status: 422,
    message: {
      zh: '有 {count} 格不能这样填，全部未保存：{issues}',
      en: '{count} cells cannot be filled so, nothing was saved: {issuesEn}',
    },
  },
  'report-not-ready': {
    status: 422,
    message: {
      zh: '还不能报送，有 {count} 处错误：{issues}',
      en: 'Not ready to be submitted, {count} errors: {issuesEn}',
    },
  },
  'report-given-elsewhere': {
    status: 409,
    message: {
      zh: '有 {count} 个数已由别处报送或审定且不一致：{issues}；请在原处更正，或改为一致',
      en: '{count} figures were given or approved elsewhere with another value: {issuesEn}; correct them there or agree',
    },
  },
  'form-expired': {
    status: 409,
    message: {
      zh: '“{name}”的有效期到 {until}，已不能报送；请向制表机关 {issuer} 索取新的批准文号和版本',
      en: '“{name}” was valid until {until} and can no longer be sent; ask {issuer} for the new approval and edition',
    },
  },
  'period-not-ended': {
    status: 409,
    message: {
      zh: '{period} 到 {until} 月末才结束，还不能报送；已填的都已保存，请在结束后报送',
      en: '{period} ends with {until} and cannot be submitted yet; what is filled is saved, submit it afterwards',
    },
  },
  'form-period': {
    status: 422,
    message: {
      zh: '“{name}”按{kind}报送，期别“{period}”不合；请写作 {example}',
      en: '“{name}” is reported by {kindEn}; “{period}” does not fit, write {example}',
    },
  },
} as const satisfies Refusals;
