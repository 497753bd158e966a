/**
 * How well the generated plans are read, in all and by how they look.
 *   node test/generated/score.ts [--n 40] [--from 1] [--worst 5] [--show misses|extras|lint|all] [--kind indicators] [--seed 17]
 */
import { parseArgs } from 'node:util';
import { readText } from '../../src/modules/documents/reading/read.ts';
import { lintReadings } from '../../src/modules/plans/lint.ts';
import { generatePlan } from './generate.ts';
import {
  addExtraction,
  addLint,
  emptyTotals,
  loadScorers,
  percent,
  sharedIsHere,
  type Totals,
  whyAbsent,
} from './scoring.ts';

const { values: options } = parseArgs({
  options: {
    n: { type: 'string', default: '40' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    worst: { type: 'string', default: '5' },
    show: { type: 'string' },
    kind: { type: 'string' },
  },
});

function printTotals(totals: Totals): void {
  for (const [kind, tally] of totals.kinds) {
    const { gold, matched, extras, precision, recall, f1 } = tally;
    console.log(
      `${kind.padEnd(16)} gold ${String(gold).padStart(6)}  matched ${String(matched).padStart(6)}  extra ${String(extras).padStart(6)}` +
        `  P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`,
    );
  }
  console.log(
    [...totals.shares].map(([name, { right, of }]) => `${name} ${percent(right / Math.max(1, of))}`).join(' · '),
  );
  const { of, single, falseAlarms, unjudgedErrors } = totals.lint;
  console.log(
    `lint: 1:1 ${single}/${of} (${percent(single / Math.max(1, of))}), false alarms ${falseAlarms}, other errors ${unjudgedErrors}`,
  );
}

async function main(): Promise<void> {
  if (!sharedIsHere) throw new Error(whyAbsent);
  const { scoreExtraction, scoreLint } = await loadScorers();
  const from = Number(options.seed ?? options.from);
  const count = options.seed === undefined ? Number(options.n) : 1;
  const all = emptyTotals();
  const byTrait = new Map<string, Totals>();
  const byRule = new Map<string, { of: number; missed: number }>();
  const plans: { seed: number; f1: number; traits: string }[] = [];
  for (let seed = from; seed < from + count; seed++) {
    const plan = generatePlan(seed);
    let reading: ReturnType<typeof readText>;
    try {
      reading = readText(plan.file, plan.text);
    } catch (error) {
      console.log(`! ${seed} cannot be read: ${(error as Error).stack?.split('\n').slice(0, 3).join(' ')}`);
      continue;
    }
    const score = scoreExtraction(plan.gold, reading.facts, { text: plan.text });
    const findings = lintReadings([reading]);
    const lint = scoreLint(
      plan.lint,
      { findings },
      { seed: plan.lint.findings.length + plan.lint.passes.length > 0 ? plan.file.slice(0, 5) : '', text: plan.text },
    );
    const trait = Object.entries(plan.traits).map(([name, value]) => `${name}=${value}`);
    for (const totals of [
      all,
      ...trait.map((each) => byTrait.get(each) ?? byTrait.set(each, emptyTotals()).get(each)),
    ]) {
      if (totals === undefined) continue;
      addExtraction(totals, score);
      addLint(totals, lint);
    }
    for (const { id, rule } of plan.lint.findings) {
      const sum = byRule.get(rule) ?? { of: 0, missed: 0 };
      byRule.set(rule, {
        of: sum.of + 1,
        missed: sum.missed + (lint.missed.some((each) => each.includes(` ${id} `)) ? 1 : 0),
      });
    }
    plans.push({ seed, f1: score.kinds.indicators?.f1 ?? 0, traits: Object.values(plan.traits).join(', ') });
    for (const [kind, result] of Object.entries(score.kinds)) {
      if (options.kind !== undefined && options.kind !== kind) continue;
      if (options.show === 'misses' || options.show === 'all')
        for (const each of result.missed) console.log(`${seed} ${kind} - ${each}`);
      if (options.show === 'extras' || options.show === 'all')
        for (const each of result.extra) console.log(`${seed} ${kind} + ${each}`);
    }
    if (options.show === 'lint' || options.show === 'all') {
      for (const each of lint.missed) console.log(`${seed} lint - ${each}`);
      for (const { verdict, finding } of [...lint.alarms, ...lint.unjudged])
        console.log(`${seed} lint ${verdict}: ${finding}`);
    }
  }
  console.log(`\n== all ${plans.length} plans`);
  printTotals(all);
  if (plans.length > 1) {
    console.log('\n== indicators F1 · cells · lint 1:1, by look');
    for (const [trait, totals] of [...byTrait].sort(([a], [b]) => a.localeCompare(b))) {
      const cells = totals.shares.get('tables cells');
      console.log(
        `${trait.padEnd(28)} ${percent(totals.kinds.get('indicators')?.f1 ?? 0).padStart(7)}  cells ${percent((cells?.right ?? 0) / Math.max(1, cells?.of ?? 0)).padStart(7)}` +
          `  lint ${totals.lint.single}/${totals.lint.of}`,
      );
    }
    console.log('\n== planted errors seen, by family');
    for (const [rule, { of, missed }] of [...byRule].sort()) console.log(`${rule.padEnd(20)} ${of - missed}/${of}`);
    console.log('\n== worst');
    for (const { seed, f1, traits } of plans.sort((a, b) => a.f1 - b.f1).slice(0, Number(options.worst)))
      console.log(`${String(seed).padStart(4)}  ${percent(f1)}  ${traits}`);
  }
}

await main();
