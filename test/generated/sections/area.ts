/** Where the zone lies: its parks with bounds and areas, which add up to the whole. */
import { chineseNumber } from '../page.ts';
import { amount, figure, type Writing } from '../writing.ts';

export function writeAreas(writing: Writing): void {
  const { dice, world, hand } = writing;
  const { parks, zone } = world;
  writing.heading(2, dice.pick(['空间范围', '规划范围', '区位与规模', '功能分区']));
  const inHectares = dice.chance(0.25);
  const unit = inHectares ? '公顷' : '平方公里';
  const shown = (area: string): string => (inHectares ? (Number(area) * 100).toFixed(0) : area);
  const digits = inHectares ? 0 : 2;
  const sum = parks.reduce((total, { area }) => total + Number(shown(area)), 0);
  const wrong = writing.plant('sum/areas');
  const total = (wrong ? sum * dice.pick([1.15, 0.87, 1.31]) : sum).toFixed(digits);

  const list = parks.map(({ name }) => name).join('、');
  const lead = dice.pick([
    `${zone}规划总面积${amount({ hand }, total, unit)}`,
    `${zone}规划面积为${amount({ hand }, total, unit)}`,
  ]);
  const count = parks.length === 2 ? '两' : chineseNumber(parks.length);
  const layout = dice.pick([
    `下设${list}${parks.length}个园区`,
    `由${list}等${count}个园区组成`,
    `形成“一区${count}园”格局，即${list}`,
  ]);
  const place = writing.paragraph(
    {
      text: lead,
      mark: 'area-total',
      figures: [
        figure(writing, { name: '规划总面积', value: total, unit, year: null, kind: 'baseline', origin: 'park' }),
      ],
    },
    '，',
    {
      text: layout,
      // “一区四园” is a name for the layout as much as a count of it.
      figures: [
        figure(writing, {
          name: '园区数',
          value: parks.length,
          unit: '个',
          year: null,
          kind: 'baseline',
          origin: layout.includes('一区') ? 'park' : 'text',
        }),
      ],
    },
    '。',
  );
  writing.notes.parks.push({
    place: { block: place.block, quote: lead },
    name: zone,
    aliases: [],
    parent: world.county,
    level: world.level,
    area: { value: Number(total), unit },
    bounds: null,
  });

  if (!wrong && (dice.chance(0.3) || writing.wants('share/text'))) writeShare(writing, total, unit);
  const separate = dice.chance(0.6);
  const style = dice.int(0, 2);
  const phrases = parks.map((park, i) => {
    const { E, S, W, N } = park.bounds;
    const size = amount({ hand }, shown(park.area), unit);
    const bounds = [
      `东至${E}，南至${S}，西至${W}，北至${N}`,
      `东至${E}、南至${S}、西至${W}、北至${N}`,
      `东起${E}，西到${W}，南抵${S}，北达${N}`,
    ][style] as string;
    const sizeText = [
      `${park.name}位于${park.town}，面积${size}`,
      `${park.name}规划面积${size}`,
      `${park.name}：规划用地${size}`,
    ][style] as string;
    const trade = dice.pick([`重点发展${park.trade.short}产业`, `以${park.trade.short}为主导产业`]);
    return {
      park,
      phrases: [
        {
          text: sizeText,
          mark: 'area-part',
          figures: [
            figure(writing, {
              name: '面积',
              subject: park.name,
              value: shown(park.area),
              unit,
              year: null,
              kind: 'baseline',
              origin: 'park',
            }),
          ],
        },
        `，${bounds}，${trade}`,
        separate || i === parks.length - 1 ? '。' : '；',
      ],
    };
  });
  const note = (block: number, park: (typeof parks)[number], quote: string): void => {
    writing.notes.parks.push({
      place: { block, quote },
      name: park.name,
      aliases: [],
      parent: zone,
      level: null,
      area: { value: Number(shown(park.area)), unit },
      bounds: park.bounds,
    });
  };
  if (separate)
    for (const each of phrases)
      note(writing.paragraph(...each.phrases).block, each.park, (each.phrases[0] as { text: string }).text);
  else {
    const { block } = writing.paragraph(...phrases.flatMap((each) => each.phrases));
    for (const each of phrases) note(block, each.park, (each.phrases[0] as { text: string }).text);
  }
  const plant = {
    rule: 'sum/areas',
    title: '分区面积合计与总面积',
    marks: ['area-total', 'area-part'],
    arithmetic: `${parks.map(({ area }) => shown(area)).join(' + ')} = ${sum.toFixed(digits)} ${wrong ? '≠' : '='} ${total}`,
  };
  if (wrong) writing.found({ ...plant, severity: 'high' });
  else writing.passed(plant);
}

/** “其中规划工业用地 620 公顷，占规划总面积的 58.3%”. */
function writeShare(writing: Writing, total: string, unit: string): void {
  const { dice, world, hand } = writing;
  const part = (Number(total) * dice.between(0.45, 0.68)).toFixed(unit === '公顷' ? 0 : 2);
  const right = (Number(part) / Number(total)) * 100;
  const wrong = writing.plant('share/text');
  const stated = (wrong ? right + dice.pick([7.5, -8.2]) : right).toFixed(1);
  const marks = ['industrial-land', 'area-total'];
  writing.paragraph(
    '其中，',
    {
      text: `规划工业用地${amount({ hand }, part, unit)}`,
      mark: 'industrial-land',
      figures: [figure(writing, { name: '规划工业用地', value: part, unit, year: null, kind: 'target' })],
    },
    '，',
    {
      text: `占规划总面积的${amount({ hand }, stated, '%')}`,
      mark: 'industrial-land',
      figures: [
        figure(writing, {
          name: '工业用地占规划总面积比重',
          value: stated,
          unit: '%',
          year: null,
          kind: 'share',
          is_target: true,
        }),
      ],
    },
    '。',
  );
  const plant = {
    rule: 'share/text',
    title: `${world.zone}工业用地占比`,
    marks,
    arithmetic: `${part} ÷ ${total} = ${right.toFixed(1)} %，写作 ${stated} %`,
  };
  if (wrong) writing.found({ ...plant, severity: 'high' });
  else writing.passed(plant);
}
