/** What samples/demo/office.yaml makes up: teams, the steps of projects, entries of ledgers. Read once, when asked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Day } from '../../core/day.ts';
import { dayAfter } from '../../core/workday.ts';
import { itemIds } from '../../modules/projects/checklist.ts';
import { PostRole, ProjectList } from '../../modules/projects/delivery.ts';
import { projectActions } from '../../modules/projects/lifecycle.ts';
import { NodeId } from '../../modules/projects/node-plan.ts';
import { FactValue } from '../../modules/promotion/shapes.ts';
import { packageFolder } from '../config.ts';

/** A day of its own, or so many days from the day of loading. */
const When = z.union([z.int(), z.string().regex(/^\d{4}-\d{2}-\d{2}$/)]);
type When = z.infer<typeof When>;
const words = z.string().min(1).max(200);
/** Nobody takes an invented person for a real one. */
const person = words.regex(/^演示/);
const share = z.number().min(0).max(1);

const Post = z.strictObject({ role: PostRole, person, unit: words });
/** Taken in and decided, each on its day; or taken in while a paper was missing. */
const Item = z.union([z.tuple([When, When.nullable()]), z.strictObject({ lacking: words, on: When, by: When })]);
const Money = z.strictObject({
  own: share,
  bank: share.default(0),
  bond: share.default(0),
  arrived: share,
  paid: share,
});

const Story = z.strictObject({
  project: words,
  team: z.string(),
  also: z.array(Post).default([]),
  lists: z.array(ProjectList).default([]),
  steps: z.partialRecord(z.enum(projectActions), When).default({}),
  /** Day on which it was entered in the statistics. */
  enrol: When.optional(),
  items: z.partialRecord(z.enum(itemIds), Item).default({}),
  nodes: z
    .strictObject({
      template: NodeId,
      finish: When.optional(),
      /** What should have ended in so many days before today is still being done. */
      late: z.int().min(0),
      /** Works of a larger project take so many times as long as those of the template. */
      stretch: z.number().min(1).default(1),
    })
    .optional(),
  money: Money.optional(),
  /** 落户评审: the edition with the answers of the office, what was found, the votes, and conditions by their day. */
  review: z
    .strictObject({
      on: When,
      ruleId: words,
      edition: words,
      answers: z.record(z.string(), z.string()),
      facts: z.record(z.string(), FactValue),
      agree: z.int(),
      against: z.int(),
      owner: person,
      conditions: z.record(words, When),
    })
    .optional(),
  /** What it completes of its plan in a year; given where its county does not report it. */
  pace: z.number().optional(),
});
export type Story = z.infer<typeof Story>;

const Data = z.record(z.string(), z.unknown());
const Act = z.strictObject({
  do: words,
  on: z.int(),
  reason: words.optional(),
  data: Data.default({}),
  /** What the file is that stands as evidence. */
  evidence: words.optional(),
  /** Of a session: the keys of the problems on its agenda, and what was decided on each. */
  problems: z.array(z.string()).default([]),
  decisions: z.record(z.string(), words).default({}),
});
const Entry = z.strictObject({
  ledger: words,
  key: z.string(),
  unit: z.string().optional(),
  project: words.optional(),
  name: words,
  data: Data,
  acts: z.array(Act).min(1),
});
export type OfficeEntry = z.infer<typeof Entry>;
export type OfficeAct = z.infer<typeof Act>;

const Office = z.strictObject({
  mark: words,
  teams: z.record(z.string(), z.array(Post)),
  stories: z.array(Story),
  choices: z.array(z.strictObject({ ledger: words, choice: words, value: z.number() })),
  decidedAt: z.string(),
  rules: z.array(
    z.strictObject({ ruleId: words, edition: words, question: words, answer: words, unitPath: z.string() }),
  ),
  entries: z.array(Entry),
});
export type Office = z.infer<typeof Office>;

let read: Office | undefined;
export function demoOffice(): Office {
  read ??= Office.parse(parse(readFileSync(join(packageFolder, 'samples/demo/office.yaml'), 'utf8')));
  return read;
}

export const dayOf = (when: When, today: Day): Day => (typeof when === 'number' ? dayAfter(today, when) : when);

/** Its steps are told: what it completed is too, from the month in which it started. */
export function isTold(project: string): boolean {
  const story = demoOffice().stories.find((each) => each.project === project);
  return Object.keys(story?.steps ?? {}).length > 0;
}
