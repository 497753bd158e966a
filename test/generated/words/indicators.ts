/** What plans set targets for. `rise`: yearly growth in %, or for shares the gain over the plan in points. */
export interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly digits: number;
  readonly rise: readonly [number, number];
  readonly share?: boolean;
  readonly bound?: '约束性' | '预期性';
  readonly group: string;
}

const measure = (
  group: string,
  name: string,
  unit: string,
  low: number,
  high: number,
  digits: number,
  rise: readonly [number, number],
  more: Partial<Measure> = {},
): Measure => ({ group, name, unit, low, high, digits, rise, ...more });

const up: readonly [number, number] = [5, 14];
const fast: readonly [number, number] = [10, 22];
const slow: readonly [number, number] = [2, 6];
const gain: readonly [number, number] = [2, 12];
const fall: readonly [number, number] = [-4, -2];
const binding: Partial<Measure> = { bound: '约束性' };
const shareOf: Partial<Measure> = { share: true };

/** Less common ones. */
const rare: readonly Measure[] = [
  measure('经济发展', '数字经济核心产业增加值占比', '%', 3, 10, 1, [1, 5], shareOf),
  measure('经济发展', '规模以上工业全员劳动生产率', '万元/人', 18, 60, 1, up),
  measure('经济发展', '软件业务收入', '亿元', 1, 30, 2, fast),
  measure('经济发展', '地均产出', '亿元/平方公里', 8, 60, 1, up),
  measure('对外开放', '跨境电商交易额', '亿元', 1, 40, 2, fast),
  measure('对外开放', '集装箱吞吐量', '万标箱', 1, 30, 1, up),
  measure('基础设施', '货运量', '万吨', 120, 3000, 0, up),
  measure('基础设施', '数据中心标准机架', '架', 300, 9000, 0, fast),
  measure('基础设施', '工业互联网标识注册量', '万个', 10, 900, 0, fast),
  measure('社会民生', '接待游客', '万人次', 60, 900, 0, up),
  measure('社会民生', '常住人口城镇化率', '%', 42, 66, 1, gain, shareOf),
  measure('社会民生', '每千人口医疗卫生机构床位数', '张', 4, 8, 2, slow),
  measure('社会民生', '人均公园绿地面积', '平方米', 8, 16, 1, slow),
  measure('绿色发展', 'PM2.5平均浓度', '微克/立方米', 28, 52, 1, fall, binding),
  measure('绿色发展', '地表水达到或好于Ⅲ类水体比例', '%', 60, 90, 1, [2, 8], { ...shareOf, ...binding }),
  measure('绿色发展', '危险废物安全处置率', '%', 90, 97, 1, [1, 3], { ...shareOf, ...binding }),
  measure('绿色发展', '万元工业产值取水量', '立方米', 6, 40, 1, fall, binding),
  measure('创新驱动', '规模以上工业企业研发机构覆盖率', '%', 18, 50, 1, gain, shareOf),
  measure('创新驱动', '每万名就业人员中研发人员', '人年', 12, 80, 1, fast),
  measure('创新驱动', '商标注册量', '件', 300, 4000, 0, up),
  measure('社会民生', '粮食综合生产能力', '万吨', 12, 90, 1, slow),
  measure('社会民生', '高技能人才占技能劳动者比重', '%', 18, 32, 1, gain, shareOf),
];

export const measures: readonly Measure[] = [
  ...rare,
  measure('经济发展', '地区生产总值', '亿元', 60, 900, 1, up),
  measure('经济发展', '规模以上工业总产值', '亿元', 220, 900, 1, up),
  measure('经济发展', '规模以上工业增加值', '亿元', 10, 260, 1, up),
  measure('经济发展', '规模以上工业营业收入', '亿元', 220, 900, 1, up),
  measure('经济发展', '工业销售产值', '亿元', 200, 700, 1, up),
  measure('经济发展', '固定资产投资', '亿元', 20, 400, 1, up),
  measure('经济发展', '工业固定资产投资', '亿元', 10, 200, 1, up),
  measure('经济发展', '技改投资', '亿元', 3, 60, 1, up),
  measure('经济发展', '一般公共预算收入', '亿元', 2, 60, 2, up),
  measure('经济发展', '税收收入', '亿元', 2, 50, 2, up),
  measure('经济发展', '利润总额', '亿元', 2, 60, 2, up),
  measure('经济发展', '社会消费品零售总额', '亿元', 20, 300, 1, up),
  measure('经济发展', '服务业增加值', '亿元', 10, 200, 1, up),
  measure('经济发展', '招商引资到位资金', '亿元', 10, 200, 1, up),
  measure('经济发展', '规模以上工业企业数', '家', 20, 300, 0, up),
  measure('经济发展', '亿元以上企业数', '家', 8, 90, 0, up),
  measure('经济发展', '上市挂牌企业数', '家', 2, 12, 0, fast),
  measure('经济发展', '城镇新增就业人数', '人', 1200, 20000, 0, slow),
  measure('经济发展', '从业人员数', '万人', 1, 12, 2, slow),
  measure('对外开放', '实际利用外资', '万美元', 800, 30000, 0, up),
  measure('对外开放', '进出口总额', '亿美元', 1, 30, 2, up),
  measure('对外开放', '出口总额', '亿元', 3, 90, 1, up),
  measure('对外开放', '外商投资企业数', '家', 5, 60, 0, slow),
  measure('创新驱动', '高新技术企业数量', '家', 8, 160, 0, fast),
  measure('创新驱动', '科技型中小企业数量', '家', 20, 300, 0, fast),
  measure('创新驱动', '有效发明专利拥有量', '件', 60, 900, 0, fast),
  measure('创新驱动', '每万人发明专利拥有量', '件', 3, 20, 1, fast),
  measure('创新驱动', '省级以上研发平台', '个', 4, 60, 0, fast),
  measure('创新驱动', '研究与试验发展经费投入强度', '%', 1, 3, 2, [0.3, 1.2], shareOf),
  measure('创新驱动', '高新技术产业产值占规模以上工业总产值比重', '%', 18, 50, 1, gain, shareOf),
  measure('创新驱动', '战略性新兴产业增加值占比', '%', 10, 40, 1, gain, shareOf),
  measure('创新驱动', '专精特新中小企业数', '家', 4, 60, 0, fast),
  measure('创新驱动', '高层次人才数', '人', 40, 900, 0, fast),
  measure('创新驱动', '技术合同成交额', '亿元', 1, 20, 2, fast),
  measure('创新驱动', '企业数字化改造覆盖率', '%', 20, 50, 0, [15, 35], shareOf),
  measure('创新驱动', '新产品产值率', '%', 12, 30, 1, gain, shareOf),
  measure('集约用地', '亩均税收', '万元/亩', 4, 22, 1, up),
  measure('集约用地', '亩均产值', '万元/亩', 120, 480, 0, up),
  measure('集约用地', '固定资产投资强度', '万元/亩', 120, 360, 0, up),
  measure('集约用地', '建成区面积', '平方公里', 4, 30, 2, slow),
  measure('集约用地', '工业用地率', '%', 50, 70, 1, [1, 6], shareOf),
  measure('集约用地', '土地开发率', '%', 60, 85, 1, [2, 10], shareOf),
  measure('集约用地', '综合容积率', '', 0.7, 1.2, 2, slow),
  measure('绿色发展', '单位工业增加值能耗', '吨标准煤/万元', 0.3, 1.2, 2, fall, binding),
  measure('绿色发展', '单位工业增加值用水量', '立方米/万元', 9, 40, 1, fall, binding),
  measure('绿色发展', '化学需氧量排放总量', '吨', 200, 2000, 0, fall, binding),
  measure('绿色发展', '氨氮排放总量', '吨', 20, 200, 1, fall, binding),
  measure('绿色发展', '工业固体废物综合利用率', '%', 75, 90, 1, [2, 8], { ...shareOf, ...binding }),
  measure('绿色发展', '工业用水重复利用率', '%', 70, 88, 1, [2, 8], { ...shareOf, ...binding }),
  measure('绿色发展', '污水集中处理率', '%', 80, 95, 1, [1, 4], { ...shareOf, ...binding }),
  measure('绿色发展', '空气质量优良天数比例', '%', 70, 90, 1, [1, 6], { ...shareOf, ...binding }),
  measure('绿色发展', '绿化覆盖率', '%', 15, 32, 1, [1, 6], shareOf),
  measure('绿色发展', '清洁能源占比', '%', 12, 30, 1, gain, shareOf),
  measure('绿色发展', '省级以上绿色工厂数', '家', 2, 15, 0, fast),
  measure('产业集聚', '主导产业集聚度', '%', 50, 75, 1, gain, shareOf),
  measure('产业集聚', '主导产业产值', '亿元', 160, 600, 1, up),
  measure('产业集聚', '规模以上服务业企业数', '家', 6, 60, 0, up),
  measure('产业集聚', '入园企业数', '家', 60, 500, 0, slow),
  measure('产业集聚', '产业配套率', '%', 20, 50, 0, gain, shareOf),
  measure('产业集聚', '孵化器面积', '万平方米', 2, 20, 1, up),
  measure('基础设施', '标准厂房面积', '万平方米', 10, 120, 1, up),
  measure('基础设施', '道路通车里程', '公里', 20, 120, 1, slow),
  measure('基础设施', '日供水能力', '万吨', 2, 20, 1, slow),
  measure('基础设施', '日污水处理能力', '万吨', 1, 12, 1, slow),
  measure('基础设施', '供电总容量', '万千伏安', 20, 120, 1, slow),
  measure('基础设施', '装机容量', '万千瓦', 3, 60, 1, slow),
  measure('基础设施', '5G基站数', '个', 40, 600, 0, fast),
  measure('基础设施', '充电桩数量', '个', 60, 900, 0, fast),
  measure('基础设施', '日供气能力', '万立方米', 5, 60, 0, slow),
  measure('社会民生', '常住人口', '万人', 2, 40, 1, slow),
  measure('社会民生', '人才公寓', '套', 200, 3000, 0, up),
  measure('社会民生', '城镇居民人均可支配收入', '元', 28000, 52000, 0, slow),
  measure('社会民生', '公租房', '套', 200, 3000, 0, slow),
  measure('社会民生', '职业技能培训人数', '人次', 1500, 9000, 0, slow),
  measure('社会民生', '亿元生产总值生产安全事故死亡率', '%', 0.02, 0.09, 3, [-0.01, -0.005], {
    ...shareOf,
    ...binding,
  }),
  measure('项目建设', '亿元以上项目数', '个', 12, 120, 0, up),
  measure('项目建设', '新开工项目数', '个', 10, 80, 0, slow),
  measure('项目建设', '竣工投产项目数', '个', 8, 60, 0, slow),
  measure('项目建设', '省级重点项目数', '个', 3, 20, 0, slow),
  measure('项目建设', '项目履约率', '%', 60, 85, 0, gain, shareOf),
];

/** A part, its whole, and the largest share of it that nobody would wonder at. Both may be named only if that holds. */
export const containments: readonly (readonly [part: string, whole: string, share: number])[] = [
  ['规模以上工业增加值', '规模以上工业总产值', 0.4],
  ['规模以上工业增加值', '规模以上工业营业收入', 0.4],
  ['规模以上工业增加值', '工业销售产值', 0.4],
  ['规模以上工业增加值', '地区生产总值', 0.6],
  ['服务业增加值', '地区生产总值', 0.6],
  ['工业销售产值', '规模以上工业总产值', 1],
  ['规模以上工业营业收入', '规模以上工业总产值', 1.05],
  ['主导产业产值', '规模以上工业总产值', 0.85],
  ['主导产业产值', '工业销售产值', 0.85],
  ['主导产业产值', '规模以上工业营业收入', 0.85],
  ['利润总额', '规模以上工业增加值', 0.4],
  ['利润总额', '规模以上工业总产值', 0.15],
  ['利润总额', '规模以上工业营业收入', 0.15],
  ['利润总额', '工业销售产值', 0.15],
  ['利润总额', '主导产业产值', 0.2],
  ['税收收入', '规模以上工业总产值', 0.12],
  ['税收收入', '规模以上工业营业收入', 0.12],
  ['税收收入', '工业销售产值', 0.12],
  ['税收收入', '主导产业产值', 0.2],
  ['税收收入', '规模以上工业增加值', 0.5],
  ['税收收入', '一般公共预算收入', 0.95],
  ['税收收入', '地区生产总值', 0.25],
  ['一般公共预算收入', '地区生产总值', 0.25],
  ['社会消费品零售总额', '地区生产总值', 0.6],
  ['固定资产投资', '地区生产总值', 0.9],
  ['工业固定资产投资', '固定资产投资', 0.8],
  ['技改投资', '工业固定资产投资', 0.6],
  ['技改投资', '固定资产投资', 0.6],
  ['亿元以上企业数', '规模以上工业企业数', 0.8],
  ['规模以上工业企业数', '入园企业数', 0.9],
  ['规模以上服务业企业数', '入园企业数', 0.4],
  ['高新技术企业数量', '入园企业数', 0.5],
  ['高新技术企业数量', '规模以上工业企业数', 0.9],
  ['高新技术企业数量', '科技型中小企业数量', 0.9],
  ['专精特新中小企业数', '科技型中小企业数量', 0.9],
  ['专精特新中小企业数', '规模以上工业企业数', 0.9],
  ['科技型中小企业数量', '入园企业数', 0.9],
  ['外商投资企业数', '入园企业数', 0.4],
  ['上市挂牌企业数', '规模以上工业企业数', 0.4],
  ['省级重点项目数', '亿元以上项目数', 0.9],
  ['从业人员数', '常住人口', 0.6],
];

/** Pairs that would have to agree through a third figure; only the first of them is kept. */
export const entangled: readonly (readonly [string, string])[] = [
  ['税收收入', '亩均税收'],
  ['规模以上工业总产值', '亩均产值'],
  ['主导产业产值', '主导产业集聚度'],
  ['进出口总额', '出口总额'],
  ['建成区面积', '土地开发率'],
];
