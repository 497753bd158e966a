import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DocumentBlock,
  emptyDocument,
  type Inline,
  joinedRuns,
  type OfficialDocument,
  plainText,
} from './document.ts';
import { documentFromMarkdown } from './markdown.ts';
import { documentToMarkdown } from './markdown-writer.ts';
import { chineseNumber, levelOfNumber } from './numbering.ts';

const textOf = (block: DocumentBlock | undefined): string =>
  block?.kind === 'heading' || block?.kind === 'paragraph' ? plainText(block.content) : '';

test('headings without numbers are numbered 一、（一）1.（1）, the first one is the title', () => {
  const { title, blocks } = documentFromMarkdown(
    '# 关于检查的通知\n\n## 时间\n\n### 甲\n\n#### 乙\n\n##### 丙\n\n## 要求\n\n正文。',
  );
  expect(title).toBe('关于检查的通知');
  expect(blocks.map(textOf)).toEqual(['一、时间', '（一）甲', '1.乙', '（1）丙', '二、要求', '正文。']);
});

test('a text that numbers its headings keeps its numbers, marked as headings or not', () => {
  const { title, blocks } = documentFromMarkdown(
    '---\n标题: 通知\n---\n一、总体要求\n\n（一）目标\n\n1.到2030年，建成两个园区。\n\n## 二、保障',
  );
  expect(title).toBe('通知');
  expect(blocks.map((block) => [block.kind, textOf(block)])).toEqual([
    ['heading', '一、总体要求'],
    ['heading', '（一）目标'],
    ['paragraph', '1.到2030年，建成两个园区。'],
    ['heading', '二、保障'],
  ]);
});

test('the head of the file names the elements; what is not one is refused with those that are', () => {
  const { date, attachments, issuer } = documentFromMarkdown(
    '---\n发文机关: 青川县人民政府文件\n日期: 2026年3月5日\n附件: [甲表, 乙表]\n---\n# 通知\n',
  );
  expect({ date, attachments, issuer }).toEqual({
    date: '2026-03-05',
    attachments: ['甲表', '乙表'],
    issuer: '青川县人民政府文件',
  });
  expect(() => documentFromMarkdown('---\n发文日: 2026-03-05\n---\n# 通知\n')).toThrow(/发文日.*成文日期|发文日.*日期/);
  expect(() => documentFromMarkdown('---\n日期: 三月五日\n---\n# 通知\n')).toThrow('日期');
});

test('a table takes its title, unit and notes from the lines around it', () => {
  const { blocks } = documentFromMarkdown(
    '# 通报\n\n表1 产值\n\n单位：亿元\n\n| 园区 | 产值 |\n|:--|--:|\n| 青川 | [8.1](observation:b) |\n\n注：快报数。\n\n以上。',
  );
  expect(blocks).toMatchObject([
    { kind: 'table', title: '表1 产值', unit: '亿元', notes: ['注：快报数。'], rows: [[['青川'], [{ text: '8.1' }]]] },
    { kind: 'paragraph' },
  ]);
});

test('a chart is lines of label and value; what lies between the marks is marked', () => {
  const { blocks } = documentFromMarkdown(
    '# 通报\n\n<!-- ranking -->\n\n```chart\n单位：亿元\n甲：3.5\n乙：[1.2](fact:f1)\n```\n\n<!-- /ranking -->\n\n完。',
  );
  expect(blocks).toMatchObject([
    {
      kind: 'chart',
      unit: '亿元',
      bars: [{ label: '甲', value: '3.5' }, { value: { text: '1.2' } }],
      marks: ['ranking'],
    },
    { kind: 'paragraph', content: ['完。'] },
  ]);
  expect(blocks[1]).not.toHaveProperty('marks');
});

const word = fc.stringMatching(/^[一-龥0-9a-zA-Z%&*_|<>#~`[\]()\\.，：-]{1,12}$/);
const figure = fc.record({
  text: fc.stringMatching(/^\d{1,4}(\.\d)?$/),
  source: fc.record({
    kind: fc.constantFrom('observation' as const, 'fact' as const, 'formula' as const),
    id: fc.stringMatching(/^[a-z0-9/(). -]{1,12}[a-z]$/),
  }),
});
const inline = fc.array(fc.oneof(word, figure), { minLength: 1, maxLength: 5 }).map((runs): Inline => joinedRuns(runs));
const paragraph = inline
  .filter((content) => !/^[（(]?[一二三四五六七八九十\d单注表]/.test(plainText(content)))
  .map((content): DocumentBlock => ({ kind: 'paragraph', content: ['全县', ...content] }));

test('what is written as Markdown reads back the same, figures and sources included', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (blocks) => {
      const document: OfficialDocument = {
        ...emptyDocument,
        title: '通报',
        blocks: blocks.map((block) =>
          block.kind === 'paragraph' ? { ...block, content: joinedRuns(block.content) } : block,
        ),
      };
      expect(documentFromMarkdown(documentToMarkdown(document))).toEqual(document);
    }),
  );
});

test('what looks like markup of a page stays as written, comments do not', () => {
  const { blocks } = documentFromMarkdown('# 通知\n\n指标 A<c> & B<!-- 备查 -->。');
  expect(blocks).toEqual([{ kind: 'paragraph', content: ['指标 A<c> & B。'] }]);
});

test('numbers of headings are written and read alike', () => {
  for (let n = 1; n < 100; n++) expect(levelOfNumber(`${chineseNumber(n)}、目标`)).toBe(1);
  expect([10, 11, 20, 99].map(chineseNumber)).toEqual(['十', '十一', '二十', '九十九']);
  expect(levelOfNumber('2.5亿元')).toBeNull();
});
