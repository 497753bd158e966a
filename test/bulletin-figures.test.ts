import { describe, expect, test } from 'vitest';
import { documentFromMarkdown } from '../src/core/publication/markdown.ts';
import { publishing } from '../src/platform/publication/publish.ts';
import { docxDifferences, xlsxCells, xlsxDifferences, xlsxSources } from './bulletin-figures.ts';

const text = `---
发文机关: 云河市人民政府办公室文件
文号: 云政办发〔2026〕3号
署名: 云河市人民政府办公室
日期: 2026-04-08
---
# 关于2026年1—3月园区运行情况的通报

## 总体情况

完成投资[36.4](formula:a1)亿元，同比下降[1.7](formula:a2 "-")%，未开工的有[年产10万组电池项目](formula:p1)。

表1 各园区完成情况

单位：亿元

| 园区 | 投资 | 增速 | 名次变化 |
|:--|--:|--:|:-:|
| 青川经济开发区 | [20.10](formula:a3) | [-2.4](formula:a4) | ↑[1](formula:a6) |
| 临江工业园 | [16.30](formula:a5) | 未报送 | — |

\`\`\`chart
青川经济开发区：[20.10](formula:a3)
临江工业园：[16.30](formula:a5)
\`\`\`
`;
const document = documentFromMarkdown(text);
const { docx, xlsx } = publishing();

describe('a bulletin whose every number is tied', () => {
  test('has none in the Word file or the workbook that its figures do not have', async () => {
    expect(await docxDifferences(await docx(document), document)).toEqual({ loose: [], lost: [] });
    expect(await xlsxDifferences(await xlsx(document), document)).toEqual({ loose: [], lost: [], words: [] });
  });

  test('has its tables as numbers that Excel can add up, and each figure with its source', async () => {
    const bytes = await xlsx(document);
    const cells = await xlsxCells(bytes);
    expect(cells.filter(({ isNumber }) => isNumber).map(({ text: number }) => Number(number))).toEqual(
      expect.arrayContaining([20.1, 16.3, -2.4]),
    );
    expect(await xlsxSources(bytes)).toContainEqual({ text: '-2.4', source: 'formula:a4' });
  });
});

describe('a number that somebody typed', () => {
  const typed = documentFromMarkdown(text.replace('亿元，同比', '亿元（其中工业20.5亿元），同比'));

  test('is found in the Word file', async () => {
    expect(await docxDifferences(await docx(typed), typed)).toEqual({ loose: ['20.5'], lost: [] });
  });

  test('and so is a figure that the file says otherwise, in the text or in a table', async () => {
    const other = documentFromMarkdown(text.replace('[36.4]', '[63.4]').replaceAll('[16.30]', '[61.30]'));
    expect(await docxDifferences(await docx(other), document)).toMatchObject({ loose: ['63.4', '61.30', '61.30'] });
    expect(await xlsxDifferences(await xlsx(other), document)).toMatchObject({ lost: ['16.3', '16.3'] });
  });
});
