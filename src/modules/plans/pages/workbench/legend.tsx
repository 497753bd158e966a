import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { factKinds } from '../../plan.ts';
import type { Mark } from './marks.ts';
import { kindLabels } from './wording.ts';

const words = {
  marks: { zh: '标记', en: 'Marks' },
  finding: { zh: '问题', en: 'Finding' },
} satisfies Record<string, Label>;

type Kind = Mark['kind'];
const kinds: readonly Kind[] = [...factKinds, 'finding'];
const looks: Record<Kind, string> = {
  indicator: 'mark-indicator',
  project: 'mark-project',
  task: 'sample-task',
  park: 'mark-park',
  enterprise: 'mark-enterprise',
  finding: 'mark-error',
};

interface Props {
  readonly hidden: ReadonlySet<Kind>;
  readonly onHidden: (hidden: ReadonlySet<Kind>) => void;
}

/** What the marks mean; each can be taken out of the document to read it plainly. */
export function Legend({ hidden, onHidden }: Props) {
  const { say } = useLanguage();
  const toggle = (kind: Kind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    onHidden(next);
  };
  return (
    <div className="legend" role="toolbar" aria-label={say(words.marks)}>
      {kinds.map((kind) => (
        <button key={kind} type="button" aria-pressed={!hidden.has(kind)} onClick={() => toggle(kind)}>
          <span className={looks[kind]}>{say(kind === 'finding' ? words.finding : kindLabels[kind])}</span>
        </button>
      ))}
    </div>
  );
}
