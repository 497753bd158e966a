import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';

const words = {
  plan: { zh: '计划', en: 'Planned' },
  critical: { zh: '关键线路（斜纹）', en: 'Critical path (striped)' },
  late: { zh: '超期未完（虚线框）', en: 'Late (dashed)' },
  actual: { zh: '实际，完成为绿', en: 'Actual, green once done' },
  baseline: { zh: '基线', en: 'Baseline' },
} satisfies Record<string, Label>;

const marks = {
  plan: 'gantt-bar',
  critical: 'gantt-bar is-critical',
  late: 'gantt-bar is-late',
  actual: 'gantt-actual is-done',
  baseline: 'gantt-baseline',
} as const;

/** What the bars mean. */
export function Legend() {
  const { say } = useLanguage();
  return (
    <p className="gantt-legend">
      {(Object.keys(marks) as (keyof typeof marks)[]).map((each) => (
        <span key={each}>
          <i className={marks[each]} /> {say(words[each])}
        </span>
      ))}
    </p>
  );
}
