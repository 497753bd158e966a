import { describe, expect, test } from 'vitest';
import { boundsIn } from './entities/park-bounds.ts';
import { areaIn, industriesIn } from './entities/park-details.ts';
import { isParkName, listedParks } from './entities/park-names.ts';
import { readText } from './read.ts';

const parks = (...lines: string[]) => readText('青川.txt', lines.join('\n')).facts.parks;
const names = (...lines: string[]) => parks(...lines).map(({ name }) => name);

describe('lists of parks', () => {
  const listed = (text: string) => listedParks(text).map(({ name }) => name);

  test('each member of a counted list is a park', () => {
    expect(listed('推进建设青川铝镁新材料产业园、临江石墨产业基地、云河工业园等3个重点园区。')).toEqual([
      '青川铝镁新材料产业园',
      '临江石墨产业基地',
      '云河工业园',
    ]);
  });

  test('bare places take the word that ends the list', () => {
    expect(listed('建设昌乐县、青州市、诸城市等3个农机产业园。')).toEqual([
      '昌乐县农机产业园',
      '青州市农机产业园',
      '诸城市农机产业园',
    ]);
  });

  test('two parks joined by 和 are two, and the second stands in the place of the first', () => {
    expect(listed('建设青州市高端材料产业化基地和储能产业基地、诸城光伏产业园等重点园区。')).toEqual([
      '青州市高端材料产业化基地',
      '青州市储能产业基地',
      '诸城光伏产业园',
    ]);
  });

  test('kinds of park are no parks', () => {
    expect(listed('提升国家级开发区、省级开发区、特色产业园区等各类园区。')).toEqual([]);
  });
});

describe('parks of a zone', () => {
  const zone = parks(
    '青州经济开发区产业发展规划',
    '一、空间布局',
    '青州经济开发区总面积29.5平方公里。其中，东部工业集中区面积11.9平方公里，东至电厂路，西至环城路、运河路，南至黄河街，北至规划三路；西部工业集中区面积7.6平方公里，东至华山路，西至工业路，南至湖滨路，北至平安路。',
    '1、云峰工业园',
    '位于城区东部，规划用地面积3.5平方公里。主导产业为生物制药、食品加工、装备制造产业。',
    '（1）配套生活区',
    '规划用地面积36公顷。',
    '（2）现代物流产业区',
    '规划用地面积49公顷。',
    '2、海河化工园',
    '规划四至范围：东至林场、南至青水村、西至林场、北至柳河村。',
  );
  const park = (name: string) => zone.find((each) => each.name === name);

  test('each part of a sentence describes its own park', () => {
    expect(park('东部工业集中区')).toMatchObject({
      area: { value: 11.9, unit: '平方公里' },
      bounds: { east: '电厂路', west: '环城路、运河路', south: '黄河街', north: '规划三路' },
      parent: '青州经济开发区',
    });
    expect(park('西部工业集中区')?.bounds?.north).toBe('平安路');
  });

  test('the zone has its own area and its region as parent', () => {
    expect(park('青州经济开发区')).toMatchObject({ area: { value: 29.5, unit: '平方公里' }, parent: '青州市' });
  });

  test('a section is a park, its subsections are its parts', () => {
    expect(park('云峰工业园')).toMatchObject({
      functionalAreas: ['配套生活区', '现代物流产业区'],
      industries: ['生物制药', '食品加工', '装备制造'],
      area: { value: 3.5, unit: '平方公里' },
    });
    expect(park('配套生活区')).toMatchObject({ parent: '云峰工业园', area: { value: 36, unit: '公顷' } });
  });

  test('every source is the exact text', () => {
    for (const { name, source } of zone) expect(source.quote).toContain(name.slice(0, 2));
  });
});

describe('四至', () => {
  test('“X以南” makes X the northern bound', () => {
    expect(boundsIn('位于滨河大道以南、青山路以西、第一大道以北、开发三路以东围合区域。')).toEqual({
      north: '滨河大道',
      east: '青山路',
      south: '第一大道',
      west: '开发三路',
    });
  });
  test('a plain direction is no bound', () => expect(boundsIn('向东至沿海地区辐射。')).toBeNull());
  test('what stands after the bounds is left out', () => {
    expect(boundsIn('北至甲公路，南至乙线，东至丙路，西至丁镇交界处，规划用地面积7.1平方公里')?.west).toBe(
      '丁镇交界处',
    );
  });
});

test.each([
  ['规划用地面积为 205.60 公顷', { value: 205.6, unit: '公顷' }],
  ['到2025年，累计开发面积30平方公里', null],
  ['标准厂房建筑面积3万平方米', null],
])('the area of “%s”', (text, area) => expect(areaIn(text)).toEqual(area));

test('industries are those after the cue', () => {
  expect(industriesIn('园区重点发展航空、汽车和食品等主导产业。')).toEqual(['航空', '汽车', '食品']);
  expect(industriesIn('以电商为重点发展方向。')).toEqual([]);
});

test.each(['国家级开发区', '现代产业园区', '打造一流园区', '10大旅游开发区'])('%s is not one park', (name) =>
  expect(isParkName(name)).toBe(false),
);

test('a table of parks gives names and industries', () => {
  const found = parks(
    '昌乐县产业园区发展规划',
    '一、布局',
    '表1 重点园区发展方向',
    '序号\t园区名称\t主导产业',
    '1\t昌乐宝石产业园\t宝石加工、首饰设计',
    '2\t昌乐造纸工业园\t造纸、印刷包装',
  );
  expect(found.map(({ name, industries }) => [name, industries])).toEqual([
    ['昌乐宝石产业园', ['宝石加工', '首饰设计']],
    ['昌乐造纸工业园', ['造纸', '印刷包装']],
  ]);
});

test('a park named again in other words is the same park', () => {
  const [park, ...rest] = parks(
    '昌乐县产业园区发展规划',
    '一、现状',
    '加快昌乐化工产业园建设。昌乐化工园区已入驻企业20家，支持昌乐县化工产业园扩区。',
  );
  expect(rest).toEqual([]);
  expect(park?.aliases).toContain('昌乐化工园区');
});

test('a park of another province is an example, not a park of the plan', () => {
  expect(names('昌乐县产业园区发展规划', '一、借鉴', '学习江苏昆山经济开发区的做法。')).toEqual([]);
});

test('a park is described where the text turns to it', () => {
  const [park] = parks(
    '昌乐县产业园区布局规划',
    '一、布局',
    '昌乐高新技术产业开发区位于县城北部，规划面积35平方公里，四至范围为东至大沂路、南至宝通街、西至流泉街、北至309国道，主导产业为智能装备、新材料和生物医药。',
  );
  expect(park).toMatchObject({
    name: '昌乐高新技术产业开发区',
    parent: '昌乐县',
    area: { value: 35, unit: '平方公里' },
    bounds: { east: '大沂路', south: '宝通街', west: '流泉街', north: '309国道' },
    industries: ['智能装备', '新材料', '生物医药'],
  });
});

test('a list needs no 等 when it says how many there are', () => {
  const found = names(
    '昌乐县产业园区布局规划',
    '一、布局',
    '高新区下设中部工业集中区、滨江工业集中区、城北工业集中区3个园区。',
  );
  expect(found).toEqual(['中部工业集中区', '滨江工业集中区', '城北工业集中区']);
});

test("a park of the office's own vocabulary is found by any of its names", () => {
  const own = { indicators: [], units: [], names: [{ kind: 'park' as const, name: '云上谷', aliases: ['数谷'] }] };
  const { facts } = readText('青川.txt', '一、现状\n数谷已入驻企业20家。', own);
  expect(facts.parks.map(({ name }) => name)).toEqual(['云上谷']);
});

test('a core and its wings are parks with their own sizes', () => {
  const found = parks(
    '云河市产业布局规划',
    '一、布局',
    '一核：云河高新区，面积42平方公里，重点发展生物医药、集成电路。东翼为滨海产业园，规划面积18平方公里，东至海堤，西至国道。',
    '支持云河高新区、滨海产业园、临湖科技城等园区争先进位。',
  );
  expect(found.map(({ name, area }) => [name, area?.value ?? null])).toEqual([
    ['云河高新区', 42],
    ['滨海产业园', 18],
    ['临湖科技城', null],
  ]);
});

test('a park in a list may have its size in brackets', () => {
  const found = parks('形成“一区两园”格局，即东泉食品产业园（4.2平方公里）、西河建材产业园（3.6平方公里）。');
  expect(found.map(({ name, area }) => [name, area?.value, area?.unit])).toEqual([
    ['东泉食品产业园', 4.2, '平方公里'],
    ['西河建材产业园', 3.6, '平方公里'],
  ]);
});

test('高新区 and 经开区 are short for the kinds of zone that they abbreviate', () => {
  const found = parks(
    '云河市现有云河高新技术产业开发区、云河经济技术开发区2个国家级开发区。',
    '云河高新区面积11平方公里。云河经开区面积9平方公里。',
  );
  expect(found.map(({ name, aliases }) => [name, ...aliases])).toEqual([
    ['云河高新技术产业开发区', '云河高新区'],
    ['云河经济技术开发区', '云河经开区'],
  ]);
});
