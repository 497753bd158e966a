import type { Severity } from '../../core/check.ts';
import type { Label } from '../../core/text.ts';

/** What can be wrong with a form that comes back as a file; each says where, and what to do about it. */
export const fileRules = {
  'file/not-ours': {
    severity: 'error',
    message: {
      zh: '这个文件没有本系统的标记，不是下载的模板（或标记页被删除）；请重新下载模板，把数据粘贴进去',
      en: 'The file lacks the mark of a template of ours (or its hidden sheet was deleted); download it again and paste the figures',
    },
  },
  'file/mark-changed': {
    severity: 'error',
    message: {
      zh: '文件的隐藏标记被改动，无法确认报的是哪张表；请重新下载模板，把数据粘贴进去',
      en: 'The hidden mark was changed, so what the file reports is unsure; download the template again',
    },
  },
  'file/other-form': {
    severity: 'error',
    message: {
      zh: '这是另一张表（{found}）的模板，应为 {expected}；请到该表处上传',
      en: 'This is a template of another form ({found}), not {expected}; upload it there',
    },
  },
  'file/old-edition': {
    severity: 'error',
    message: {
      zh: '模板是 {found} 版，现行为 {expected} 版；请下载现行模板，把数据粘贴进去',
      en: 'The template is edition {found}, in force is {expected}; download that one and paste the figures',
    },
  },
  'file/other-unit': {
    severity: 'error',
    message: {
      zh: '这是另一个单位（{found}）的模板，不能作为 {expected} 的数据；请用本单位的模板',
      en: 'This template belongs to another unit ({found}), not {expected}; use your own',
    },
  },
  'file/wrong-period': {
    severity: 'error',
    message: {
      zh: '模板的报告期是 {found}，现在报的是 {expected}；请改选报告期或下载本期模板',
      en: 'The template is for {found}, this report is for {expected}; choose that period or download the right template',
    },
  },
  'file/sheet-missing': {
    severity: 'error',
    message: {
      zh: '工作表“{sheet}”不见了；请重新下载模板，把数据粘贴进去',
      en: 'The sheet “{sheet}” is gone; download the template again and paste the figures',
    },
  },
  'file/sheet-renamed': {
    severity: 'advice',
    message: {
      zh: '工作表“{sheet}”改名为“{found}”，已按原表读取',
      en: 'The sheet “{sheet}” was renamed “{found}”; read as the original',
    },
  },
  'file/heading-changed': {
    severity: 'error',
    message: {
      zh: '这一列的标题应为“{expected}”，现为“{found}”，整列没有读取；请恢复标题或重新下载模板',
      en: 'The heading should be “{expected}” but is “{found}”; the column was not read; restore the heading',
    },
  },
  'file/heading-twice': {
    severity: 'error',
    message: {
      zh: '标题“{expected}”出现了两次，无法判断读哪一列；请删除多余的一列',
      en: 'The heading “{expected}” stands twice; delete the column that is too many',
    },
  },
  'file/column-moved': {
    severity: 'advice',
    message: {
      zh: '“{expected}”列从 {from} 列移到了这里，已按标题读取',
      en: 'The column “{expected}” moved here from {from}; read by its heading',
    },
  },
  'file/column-added': {
    severity: 'advice',
    message: {
      zh: '多出一列“{found}”，没有读取；需要说明的请写在“情况说明”列',
      en: 'There is a column “{found}” too many; it was not read; put remarks into the explanation',
    },
  },
  'file/rows-moved': {
    severity: 'advice',
    message: {
      zh: '从“{name}”起行的位置变了（原在第 {from} 行），已按首列的代码读取',
      en: 'Rows moved from “{name}” on (it stood in row {from}); read by the code in the first column',
    },
  },
  'file/row-missing': {
    severity: 'error',
    message: {
      zh: '“{name}”这一行（代码 {key}）不见了；请恢复这一行或重新下载模板',
      en: 'The row of “{name}” (code {key}) is gone; restore it or download the template again',
    },
  },
  'file/row-twice': {
    severity: 'error',
    message: {
      zh: '代码 {key} 出现了两次，两行都没有读取；请删除多余的一行',
      en: 'The code {key} stands twice, neither row was read; delete the one that is too many',
    },
  },
  'file/row-added': {
    severity: 'error',
    message: {
      zh: '这一行（“{found}”）不在本期名单中，没有读取；新增的项目、企业请先在名录中登记，再下载模板',
      en: 'This row (“{found}”) is not on the list of the period and was not read; register it first, then download again',
    },
  },
  'file/label-changed': {
    severity: 'error',
    message: {
      zh: '这一行的名称应为“{expected}”，现为“{found}”，没有读取；请恢复名称并核对数据是哪一项的',
      en: 'The row should be “{expected}” but reads “{found}” and was not read; restore it and check whose figure it is',
    },
  },
  'file/known-changed': {
    severity: 'advice',
    message: {
      zh: '“{name}”是系统已有的内容，改为“{found}”不采用；有误请在名录或上期报表中更正',
      en: '“{name}” is known to the system, “{found}” is not taken; correct it in the register or the earlier report',
    },
  },
  'file/merged': {
    severity: 'error',
    message: {
      zh: '填报格被合并（{area}），“{name}”没有读取；请取消合并后逐格填写',
      en: 'Cells to fill were merged ({area}), “{name}” was not read; unmerge them and fill each',
    },
  },
  'file/hidden': {
    severity: 'error',
    message: {
      zh: '“{name}”所在的行或列被隐藏，没有读取；请取消隐藏，核对后再上传',
      en: 'The row or column of “{name}” is hidden and was not read; show it, check it and upload again',
    },
  },
  'cell/text': {
    severity: 'error',
    message: {
      zh: '“{name}”应填数字（单位{unit}），不是“{found}”；请改为数字，说明写在“情况说明”列',
      en: '“{name}” takes a figure ({unit}), not “{found}”; type the figure and put remarks into the explanation',
    },
  },
  'cell/numerals': {
    severity: 'error',
    message: {
      zh: '“{name}”填的是汉字数字“{found}”；请改用阿拉伯数字',
      en: '“{name}” holds Chinese numerals “{found}”; use digits',
    },
  },
  'cell/error': {
    severity: 'error',
    message: {
      zh: '“{name}”显示公式错误 {found}；请直接填写数字',
      en: '“{name}” shows the formula error {found}; type the figure itself',
    },
  },
  'cell/formula-unknown': {
    severity: 'error',
    message: {
      zh: '“{name}”的公式没有算出结果；请打开文件重新计算并保存，或直接填写数字',
      en: 'The formula of “{name}” has no result; recalculate and save the file, or type the figure',
    },
  },
  'cell/date': {
    severity: 'error',
    message: {
      zh: '“{name}”是日期格式；请把单元格格式改为“数值”，重新填写数字',
      en: '“{name}” is formatted as a date; format the cell as a number and type the figure again',
    },
  },
  'cell/boolean': {
    severity: 'error',
    message: { zh: '“{name}”是 {found}；请填写数字', en: '“{name}” is {found}; type a figure' },
  },
  'cell/grouping': {
    severity: 'error',
    message: {
      zh: '“{name}”的“{found}”分节不对，看不出是多少；请去掉逗号重填',
      en: '“{found}” in “{name}” is grouped oddly; type it without commas',
    },
  },
  'cell/other-unit': {
    severity: 'error',
    message: {
      zh: '“{name}”写了单位“{found}”，不能换算为{unit}；请按{unit}填写数字',
      en: '“{name}” carries the unit “{found}”, which does not convert to {unit}; type it in {unit}',
    },
  },
  'cell/percent-of': {
    severity: 'error',
    message: {
      zh: '“{name}”的单位是{unit}，却是百分数 {found}；请填写数字',
      en: '“{name}” is in {unit} but holds the percentage {found}; type the figure',
    },
  },
  'cell/percent-taken': {
    severity: 'advice',
    message: {
      zh: '“{name}”是百分比格式，按 {value}% 读取',
      en: '“{name}” is formatted as a percentage; read as {value} %',
    },
  },
  'cell/percent-unsure': {
    severity: 'warning',
    message: {
      zh: '“{name}”按 {value}% 读取；若本意是 {hundred}%，请填 {hundred}',
      en: '“{name}” was read as {value} %; if {hundred} % was meant, type {hundred}',
    },
  },
  'cell/cleaned': {
    severity: 'advice',
    message: {
      zh: '“{name}”的“{found}”已按 {value} 读取（{how}）',
      en: '“{found}” in “{name}” was read as {value} ({howEn})',
    },
  },
  'cell/hole': {
    severity: 'advice',
    message: {
      zh: '“{name}”的“{found}”按“{reason}”处理；如果是零，请填 0',
      en: '“{found}” in “{name}” is taken as “{reason}”; if it is zero, type 0',
    },
  },
} as const satisfies Record<string, { severity: Severity; message: Label }>;

export type FileRule = keyof typeof fileRules;
