/** What samples/demo holds of each document: names and figures with their line, and no sentence of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { UnitPath } from '../../modules/people/unit.ts';
import { ProjectList } from '../../modules/projects/delivery.ts';
import { packageFolder } from '../config.ts';

const line = z.int().min(1);
const words = z.string().min(1).max(60);
/** The words that are printed, where the name or the digits are ours. */
const as = words.optional();
const figure = z.string().regex(/^-?\d+(\.\d+)?$/);
const unit = z.string().max(12);
/** How the document puts it; left out, exactly. */
const is = z.enum(['about', 'more', 'at-least', 'less', 'at-most']).optional();
const year = z.string().regex(/^\d{4}(-\d{2})?$/);
const names = z.array(words).default([]);
const quantity = { value: figure, unit, is, line, as };

/** What a project is held to: 总投资, 开工, 竣工, 达产后年销售收入 and so on. */
export const promiseMeasures = {
  investment: { zh: '总投资', en: 'Investment' },
  start: { zh: '开工', en: 'Start' },
  completion: { zh: '建成', en: 'Completion' },
  revenue: { zh: '销售收入', en: 'Sales' },
  profit: { zh: '利润', en: 'Profit' },
  tax: { zh: '税收', en: 'Tax' },
  'profit-tax': { zh: '利税', en: 'Profit and tax' },
  jobs: { zh: '就业', en: 'Jobs' },
  capacity: { zh: '产能', en: 'Capacity' },
  land: { zh: '用地', en: 'Land' },
  building: { zh: '建筑面积', en: 'Floor area' },
  other: { zh: '其他', en: 'Other' },
} as const;
type PromiseMeasure = keyof typeof promiseMeasures;

const Promised = z.strictObject({
  measure: z.enum(Object.keys(promiseMeasures) as [PromiseMeasure, ...PromiseMeasure[]]),
  ...quantity,
  /** What of: the product of a capacity, the part of a building. */
  what: words.optional(),
  due: year.optional(),
});

const Park = z.strictObject({
  line,
  name: words,
  as,
  aliases: names,
  /** Code of the unit that manages it, below its place. */
  zone: z.string().optional(),
  place: UnitPath.optional(),
  level: z.enum(['national', 'provincial', 'city', 'county', 'functional']).optional(),
  type: z.enum(['economic', 'hightech', 'industrial', 'chemical', 'agricultural', 'other']).optional(),
  parent: words.optional(),
  area: z.strictObject({ value: figure, unit }).optional(),
  east: words.optional(),
  south: words.optional(),
  west: words.optional(),
  north: words.optional(),
  industries: names,
});

const Enterprise = z.strictObject({
  line,
  name: words,
  as,
  aliases: names,
  place: UnitPath.optional(),
  park: words.optional(),
  words: words.optional(),
  aboveScale: year.optional(),
  figures: z.array(z.strictObject({ measure: z.string(), ...quantity, what: words.optional() })).default([]),
});

const Project = z.strictObject({
  line,
  no: z.int().optional(),
  name: words,
  as,
  field: words.optional(),
  words: words.optional(),
  place: UnitPath.optional(),
  /** Where the document says the place, if not in the name. */
  placeLine: line.optional(),
  owner: words.optional(),
  park: words.optional(),
  start: year.optional(),
  finish: year.optional(),
  stage: z.enum(['building', 'producing']).optional(),
  list: words.optional(),
  promises: z.array(Promised).default([]),
});

const StatedFigure = z.strictObject({
  line,
  subject: words,
  name: words,
  value: figure,
  unit,
  is,
  as,
  /** A year, “2016/2020” for the years from one to another, or when all is done. */
  period: z
    .string()
    .regex(/^\d{4}(\/\d{4})?$|^at-full-output$/)
    .optional(),
  kind: z.enum(['stated', 'target']),
  indicator: z.string().optional(),
  table: words.optional(),
});

const Task = z.strictObject({
  line,
  no: z.int(),
  name: z.string().max(20),
  leads: z.array(words),
  cooperators: names,
  deadline: words,
  due: year.optional(),
  timesPerYear: z.int().optional(),
  month: z.int().optional(),
  allYear: z.boolean().optional(),
});

export const DemoDocument = z.strictObject({
  document: z.strictObject({
    id: z.string(),
    title: z.string(),
    issuer: z.string().optional(),
    number: z.string().optional(),
    issuedOn: z.string().optional(),
    unit: UnitPath,
    file: z.string(),
    /** From when its facts stand in the registers. */
    from: z.string(),
    /** The last of the years that it plans for. */
    until: year.optional(),
    /** The list that all its projects stand on; `line` is that of its heading, left out where each has its own. */
    list: z.strictObject({ list: ProjectList, year: z.int(), name: words, line: line.optional() }).optional(),
  }),
  parks: z.array(Park).default([]),
  enterprises: z.array(Enterprise).default([]),
  projects: z.array(Project).default([]),
  figures: z.array(StatedFigure).default([]),
  tasks: z.array(Task).default([]),
  fields: z.array(z.strictObject({ line, no: z.int(), name: words })).default([]),
  keyParks: z.array(z.strictObject({ line, name: words, as, field: words })).default([]),
  landUse: z
    .array(
      z.strictObject({
        line,
        park: words,
        status: z.enum(['现状', '规划']),
        code: z.string().optional(),
        name: words,
        area: figure,
        percent: figure.optional(),
      }),
    )
    .default([]),
});
export type DemoDocument = z.infer<typeof DemoDocument>;
export type DemoFigure = z.infer<typeof StatedFigure>;
export type DemoPark = z.infer<typeof Park>;
export type DemoProject = z.infer<typeof Project>;

const Codes = z.array(z.string().regex(/^\d{6}$/));
const DemoUnits = z.strictObject({
  provinces: Codes,
  cities: z.strictObject({ all: Codes, also: Codes }),
  counties: z.strictObject({ all: Codes, also: Codes }),
  departments: z.array(
    z.strictObject({
      path: UnitPath,
      name: words,
      short: words.optional(),
      line: line.optional(),
      document: z.string().optional(),
    }),
  ),
  fieldsUnder: UnitPath,
  fieldsTotal: words,
  clerksAt: UnitPath,
  lookFrom: UnitPath,
  accounts: z.array(z.strictObject({ login: z.string(), name: words, unit: UnitPath, role: z.string() })),
});
export type DemoUnits = z.infer<typeof DemoUnits>;

const folder = join(packageFolder, 'samples/demo');
/** Thousands of lines are read only when somebody asks, and then once. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const read = (name: string): unknown => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));

/** The oldest first: a register knows by its days which record came before which. */
export const demoDocuments = once((): readonly DemoDocument[] =>
  ['002', '003', '000', '004', '001'].map((id) => DemoDocument.parse(read(id))),
);

/** The division of GB/T 4754 for a word of the documents; an assignment of ours. */
export const demoIndustries = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(z.record(z.string(), z.string()).parse(read('industries'))));

export const demoUnits = once((): DemoUnits => DemoUnits.parse(read('units')));
