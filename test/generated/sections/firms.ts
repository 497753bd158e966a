/** Firms in running text: where they stand, what they make, what they own. */
import type { Figure } from '../gold.ts';
import type { Phrase } from '../page.ts';
import type { Firm } from '../world.ts';
import { amount, figure, type Writing, year } from '../writing.ts';

export function writeFirms(writing: Writing): void {
  const { dice, world } = writing;
  writing.heading(2, dice.pick(['重点企业', '骨干企业概况', '园区企业现状']));
  const firms = dice.some(world.firms, dice.int(2, 4));
  const elsewhere = writing.plant('fact/place') ? firms[0] : undefined;
  const crossed = writing.plant('fact/unit') ? firms[1] : undefined;
  for (const firm of firms) {
    const park = dice.pick(world.parks);
    const mark = firm === elsewhere ? 'place' : undefined;
    const place = writing.paragraph(
      { text: `${firm.name}位于${park.name}`, ...(mark ? { mark } : {}) },
      '，',
      ...facts(writing, firm, firm === crossed),
      '。',
    );
    if (place.block < 0) return;
    if (firm === elsewhere) {
      const other = world.parks.find((each) => each !== park);
      writing.paragraph(
        `在空间布局上，`,
        { text: `${firm.name}位于${other?.name}`, mark: 'place' },
        '，是该园区产业链的核心环节。',
      );
      writing.found({
        rule: 'fact/place',
        severity: 'medium',
        title: `${firm.short}所在园区不一`,
        marks: ['place'],
        arithmetic: `${park.name} ≠ ${other?.name}`,
      });
    }
  }
}

function facts(writing: Writing, firm: Firm, crossed: boolean): (Phrase | string)[] {
  const { dice, world } = writing;
  const own = (name: string, value: string, unit: string): readonly Figure[] => [
    figure(writing, {
      name,
      subject: firm.name,
      value,
      unit,
      year: String(world.base),
      kind: 'baseline',
      origin: 'enterprise',
    }),
  ];
  // What the firm will build is told with its project; a second size of the same product would look like a contradiction.
  const planned = world.projects.find((each) => each.firm === firm)?.product;
  const others = firm.trade.products.filter(([name]) => name !== planned);
  const made = others.length > 0 ? dice.pick(others) : null;
  const [product, unit, low, high] = made ?? dice.pick(firm.trade.products);
  const size = String(Math.max(1, Math.round(dice.between(low, high))));
  const land = String(dice.int(20, 400));
  const workers = String(dice.int(60, 1800));
  const all: Phrase[] = [
    { text: `占地${amount(writing, land, '亩')}`, figures: own('占地面积', land, '亩') },
    { text: `现有职工${amount(writing, workers, '人')}`, figures: own('职工人数', workers, '人') },
    ...(made === null
      ? []
      : [{ text: `年产${product}${amount(writing, size, unit)}`, figures: own(product, size, unit) }]),
  ];
  const chosen = dice.some(all, dice.int(1, 3)).flatMap((each, i) => (i === 0 ? [each] : ['，', each]));
  if (!crossed) return chosen;
  const megawatts = dice.int(2, 9) * 10;
  const other = (megawatts / 10) * 0.5;
  writing.found({
    rule: 'fact/unit',
    severity: 'high',
    title: `${firm.short}自备电站装机不一`,
    marks: ['power'],
    arithmetic: `${megawatts} MW ≠ ${other} 万千瓦`,
  });
  return [
    ...chosen,
    '，建有',
    { text: `${megawatts}MW自备电站`, mark: 'power', figures: own('自备电站', String(megawatts), 'MW') },
    '。该公司',
    { text: `${other}万千瓦自备电站`, mark: 'power', figures: own('自备电站', String(other), '万千瓦') },
    `于${year(writing, world.base)}并网运行`,
  ];
}
