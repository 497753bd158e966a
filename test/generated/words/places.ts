/** Invented places under real provinces; no name is taken from a real plan. */
export const provinces: readonly string[] = [
  '安徽省',
  '江苏省',
  '浙江省',
  '福建省',
  '江西省',
  '河南省',
  '湖北省',
  '湖南省',
  '广东省',
  '四川省',
  '贵州省',
  '云南省',
  '陕西省',
  '甘肃省',
  '河北省',
  '山西省',
  '辽宁省',
  '吉林省',
  '青海省',
  '山东省',
];

export const firstSyllables: readonly string[] = [...'青云临清宁安永平景春沧澄嘉泰瑞和裕溪洛泾沅湄潇岚岐邵淳'];
export const lastSyllables: readonly string[] = [...'川河州阳江泉原陵城山溪湖源昌丰远浦湾屏岭'];

export const townSyllables: readonly string[] = [
  '龙泉',
  '石桥',
  '双河',
  '新集',
  '白塔',
  '杨柳',
  '太平',
  '望江',
  '松林',
  '金沟',
  '长岗',
  '柳湾',
  '大营',
  '沙洲',
  '西岭',
];

export const roadNames: readonly string[] = [
  '兴业路',
  '创新大道',
  '迎宾大道',
  '科技路',
  '工业大道',
  '滨河路',
  '望湖路',
  '环城北路',
  '站前路',
  '富民路',
  '纬三路',
  '经五路',
  '建设路',
  '文昌路',
  '振兴大街',
  '南环路',
  '开元大道',
  '规划一路',
  '规划七路',
  '金山大道',
  '东风路',
  '学府路',
];
export const landmarks: readonly string[] = [
  '沪蓉高速',
  '国道318线',
  '省道207线',
  '绕城高速',
  '沙河',
  '白龙河',
  '清水渠',
  '铁路专用线',
  '北干渠',
  '黄岗山麓',
];

export const zoneKinds: readonly { readonly suffix: string; readonly short: string; readonly level: string | null }[] =
  [
    { suffix: '经济开发区', short: '经开区', level: '省级' },
    { suffix: '经济技术开发区', short: '经开区', level: '国家级' },
    { suffix: '高新技术产业开发区', short: '高新区', level: '国家级' },
    { suffix: '高新技术产业园区', short: '高新区', level: '省级' },
    { suffix: '工业园区', short: '园区', level: null },
    { suffix: '产业集聚区', short: '集聚区', level: '省级' },
    { suffix: '循环经济产业园', short: '产业园', level: null },
  ];

export const parkNouns: readonly string[] = [
  '产业园',
  '工业园',
  '科技园',
  '产业基地',
  '集中区',
  '特色产业园',
  '创新园',
];
export const directions: readonly string[] = [
  '东部',
  '西部',
  '南部',
  '北部',
  '中部',
  '城东',
  '城西',
  '城南',
  '城北',
  '滨江',
];
