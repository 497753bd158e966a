import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesAsParagraphs } from '../../../test/lines-as-paragraphs.ts';
import type { TableBlock } from '../../core/document.ts';
import { readFile } from './read-file.ts';

const read = (html: string, bytes = new TextEncoder().encode(html)) =>
  readFile('a.html', bytes, { layOutText: linesAsParagraphs });
const linesOf = async (html: string) => (await read(`<html>${html}`)).text.trimEnd().split('\n');

describe('what a visitor reads', () => {
  test('is one block to a line, without menus, scripts and hidden parts', async () => {
    const html =
      '<nav>首页</nav><script>x</script><style>y</style><p>第一段<br>又一行</p><div>散<b>文</b><p>内段</p>余</div>' +
      '<div style="display:none">暗</div><p hidden>隐</p><!-- 注 --><ul><li>甲<li>乙</ul>';
    expect(await linesOf(html)).toEqual(['第一段', '又一行', '散文', '内段', '余', '甲', '乙']);
  });

  test('keeps blanks that divide words and drops those that only divide source lines', async () => {
    expect(await linesOf('<p>  GDP\n  达到 &nbsp;20&emsp;亿元 </p>')).toEqual(['GDP 达到  20\u2003亿元']);
  });

  test('knows headings, also around inline elements', async () => {
    const { blocks } = await read('<html><h2><span>一、<b>基础</b></span></h2><p>文');
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 2, prose: { text: '一、基础' } });
  });

  test('comes in the encoding that the page names', async () => {
    const page = [...'<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>'].map((c) =>
      c.charCodeAt(0),
    );
    const words = [0xb9, 0xe6, 0xbb, 0xae];
    expect((await read('', Uint8Array.from([...page, ...words]))).text).toBe('规划\n');
  });
});

describe('tables', () => {
  const tableOf = async (html: string) =>
    (await read(`<html>${html}`)).blocks.find(({ kind }) => kind === 'table') as TableBlock;
  const textsOf = ({ rows }: TableBlock) => rows.map((row) => row.map(({ text }) => text));

  test('whose cells and rows are not closed', async () => {
    expect(textsOf(await tableOf('<table><tr><td>名称<td>数<tr><td>甲<td>1</table>'))).toEqual([
      ['名称', '数'],
      ['甲', '1'],
    ]);
  });

  test('with cells over rows and columns, also to the end of the table', async () => {
    const table = await tableOf(
      '<table><tr><td rowspan=0>片区<td colspan=2>面积<tr><td>一<td>二<tr><td>3<td>4</table>',
    );
    expect(textsOf(table)).toEqual([
      ['片区', '面积', '面积'],
      ['片区', '一', '二'],
      ['片区', '3', '4'],
    ]);
    expect(table.columns).toEqual(['片区', '面积/一', '面积/二']);
  });

  test('with heads that the page declares, a caption and lines in cells', async () => {
    const table = await tableOf(
      '<table><caption>表1 用地情况表</caption><thead><tr><th>2020<th>2025</thead><tr><td><p>居住</p><p>用地</p><td>12<br>公顷</table>',
    );
    expect([table.title, table.headerRows, textsOf(table)[1]]).toEqual(['表1 用地情况表', 1, ['居住用地', '12公顷']]);
  });

  test('that only arrange the page are no tables', async () => {
    const { blocks } = await read(
      '<html><table><tr><td>边栏<td><table><tr><td>名<td>数<tr><td>甲<td>1</table></table>',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
  });
});

test('any tangle of tags gives cells that stand at their places', async () => {
  const piece = fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '<td>',
    '<td colspan=2>',
    '<td rowspan=3>',
    '<th>',
    '<p>',
    '</p>',
    '<h2>',
    '<li>',
    '指标',
    '2025',
    ' ',
    '<br>',
    '<b>',
    '</b>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const { blocks, text } = await read(`<html><p>头${pieces.join('')}`);
      for (const block of blocks) {
        if (block.kind !== 'table') continue;
        const width = block.rows[0]?.length;
        for (const row of block.rows) expect(row).toHaveLength(width as number);
        for (const cell of block.rows.slice(block.headerRows).flat())
          expect(text.slice(cell.start, cell.end)).toBe(cell.text);
      }
    }),
    { numRuns: 200 },
  );
});
