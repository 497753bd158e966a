import type { Refusals } from './refusal.ts';

/** Refusals of projects, rules, ledgers, node plans and elements. */
export const projectProblems = {
  'stage-not-reachable': {
    status: 409,
    message: {
      zh: '现处于“{from}”，不能“{action}”；可执行：{possible}',
      en: 'It is “{from}”, cannot “{action}”; possible: {possible}',
    },
  },
  'facts-missing': { status: 422, message: { zh: '“{action}”还缺：{facts}', en: '“{action}” still needs: {facts}' } },
  'event-day': {
    status: 422,
    message: {
      zh: '日期 {on} 不对：自 {since} 起处于“{stage}”，须在此日与今天（{today}）之间',
      en: 'The day {on} is not possible: it has been “{stage}” since {since}; give a day from then to today ({today})',
    },
  },
  'choice-open': {
    status: 409,
    message: {
      zh: '“{name}”尚不能使用，请先决定：{open}；文件没有写明，由本单位定',
      en: '“{nameEn}” cannot be used yet; decide first: {openEn}; the documents leave it to your office',
    },
  },
  'draw-too-few': {
    status: 422,
    message: {
      zh: '{what}只有 {there} 个，要抽 {needed} 个；请补充名单或减少抽取数，并写明种子',
      en: '{what}: {there} there, {needed} to draw; add to the list or draw fewer, and give a seed',
    },
  },
  'not-by-hand': {
    status: 409,
    message: {
      zh: '{what}：{why}；请在“{where}”中办理',
      en: '{what}: {whyEn}; do it there',
    },
  },
  'rule-undecided': {
    status: 409,
    message: {
      zh: '“{name}”还有 {count} 个问题文件没有写明，须先由本级决定：{questions}；请在“规则”页作出决定并写明理由',
      en: '“{nameEn}” leaves {count} questions open that the office must settle first: {questionsEn}; decide them on the page of rules',
    },
  },
  'rule-facts': {
    status: 422,
    message: {
      zh: '“{name}”有 {count} 项填写不合要求：{issues}；数写数字，日期写 YYYY-MM-DD，没有的数留空',
      en: '“{nameEn}”: {count} facts are not understood: {issues}; leave empty what is not known',
    },
  },
  'rule-answer': {
    status: 422,
    message: {
      zh: '“{question}”不能答“{answer}”；请从所列选项中选，或按所列单位填一个允许范围内的数',
      en: '“{questionEn}” cannot be answered “{answer}”; choose one of its options or a number in its range',
    },
  },
  'rule-no-lamp': {
    status: 422,
    message: {
      zh: '“{name}”不是预警灯，不能回测；请选一条“亮灯”规则',
      en: '“{nameEn}” is no lamp and cannot be tested on past months; choose a rule of lamps',
    },
  },
  'rule-edition-changed': {
    status: 500,
    message: {
      zh: '规则“{key}”已用于 {count} 次评价，文件却被改动（原摘要 {was}，现摘要 {is}）；请恢复原文件，改动另存为新版次',
      en: 'Edition “{key}” was used {count} times and its file has changed since (digest {was}, now {is}); restore the file and make the change a new edition',
    },
  },
  'node-twice': {
    status: 422,
    message: {
      zh: '节点编号“{id}”用了两次（{node}），请换一个',
      en: 'The node id “{id}” is used twice ({node}); choose another',
    },
  },
  'node-unknown': {
    status: 422,
    message: {
      zh: '节点“{node}”的前置节点“{after}”不在计划内，请先添加或取消这一前置',
      en: 'The node “{node}” waits for “{after}”, which the plan does not have; add it or stop waiting for it',
    },
  },
  'node-circle': {
    status: 422,
    message: {
      zh: '节点互为前提，排不出日期：{nodes}；请去掉其中一个前置关系',
      en: 'The nodes wait for each other: {nodes}; remove one of these ties',
    },
  },
  'node-happened': {
    status: 422,
    message: {
      zh: '节点“{node}”已有实际日期（{on}），已发生的不能改计划；登记有误请在“实际进度”中更正',
      en: 'The node “{node}” has happened ({on}) and is not planned any more; correct its actual days if they are wrong',
    },
  },
  'node-day': {
    status: 422,
    message: { zh: '节点“{node}”：{issue}', en: 'Node “{node}”: {issueEn}' },
  },
  'node-many': {
    status: 422,
    message: {
      zh: '一个计划最多 {most} 个节点，请合并一些',
      en: 'A plan has at most {most} nodes; put some together',
    },
  },
  'review-verdict': {
    status: 409,
    message: {
      zh: '按“{edition}”结论为“{verdict}”，不能作出“{decision}”；{why}',
      en: '“{editionEn}” says “{verdictEn}”, so “{decisionEn}” is not possible; {whyEn}',
    },
  },
  'review-conditions': {
    status: 422,
    message: {
      zh: '还有 {count} 条未达标事项没有附上条件：{issues}；请逐条写明责任人和期限',
      en: '{count} limits that are not met have no condition yet: {issuesEn}; attach each with its owner and day',
    },
  },
  'incentive-blocked': {
    status: 409,
    message: { zh: '奖励还不能这样办理：{issues}', en: 'Not possible with this incentive yet: {issuesEn}' },
  },
  'incentive-too-much': {
    status: 422,
    message: {
      zh: '{amount} 元超过上限 {limit} 元（已兑现 {paid} 元）；请核对金额',
      en: '{amount} yuan is more than the limit of {limit} ({paid} paid already); check the amount',
    },
  },
  'element-amount': {
    status: 422,
    message: {
      zh: '“{typed}”不是“{element}”的数量；请写大于零的数（至多六位小数）和单位，如 100 {unit}',
      en: '“{typed}” is no amount of {elementEn}; write a figure above zero (at most six decimals) and a unit, as 100 {unit}',
    },
  },
  'element-quota-exceeded': {
    status: 422,
    message: {
      zh: '{month} 超出指标 {over}（“{basis}”还可用 {free}）；请减少数量、换用别的指标，或由有权人说明理由突破',
      en: '{month}: {over} more than the quota holds (“{basis}” has {free} left); take less, use another quota, or have it overruled with a reason',
    },
  },
  'element-beyond-demand': {
    status: 422,
    message: {
      zh: '{month} 分给“{project}”的超过其需求；以项目定要素，请先登记需求或减少数量',
      en: '{month}: more than “{project}” asks for; enter its demand first or give less',
    },
  },
  'element-quota-used': {
    status: 409,
    message: {
      zh: '指标“{basis}”已分配或下达 {used}，不能低于此数或撤回；请先更正或撤回这些分配',
      en: '{used} of “{basis}” has been given or passed down; put that right or withdraw it first',
    },
  },
} as const satisfies Refusals;
