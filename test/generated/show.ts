/** Prints one generated plan: node test/generated/show.ts SEED [--gold] */
import { generatePlan } from './generate.ts';

const seed = Number(process.argv[2] ?? 1);
const plan = generatePlan(seed);
if (process.argv.includes('--gold')) console.log(JSON.stringify({ ...plan.gold, lint: plan.lint }, null, 1));
else console.log(plan.text);
console.error(JSON.stringify(plan.traits));
for (const { rule, title, arithmetic, refs } of plan.lint.findings)
  console.error(`! ${rule} ${title} (${arithmetic ?? ''}) L${refs.map(({ line }) => line).join(', L')}`);
