import { Button } from 'antd';
import { namesOperation } from '../../../../core/register/operations.ts';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { siteOperations } from '../../../projects/site-operations.ts';
import type { Form } from '../../form.ts';
import type { Address } from '../../report.ts';

const words = {
  seen: { zh: '现场登记（{day}）：{text}', en: 'Seen on {day}: {text}' },
  share: { zh: '{text}，完成 {share}%', en: '{text}, {share}% built' },
  take: { zh: '采用', en: 'Take' },
} satisfies Record<string, Label>;

/** 形象进度. The column of a form on projects that asks for what a site note says. */
const column = 'progress';

/** The number of the project whose physical progress a cell asks for. */
export function codeAskedBy(form: Form, address: Address): string | null {
  const [list, code, field] = address.split('/');
  const isOfProject = form.lists.some(({ id, subject }) => id === list && subject === 'project');
  return isOfProject && field === column && code !== undefined ? code : null;
}

interface Props {
  readonly code: string;
  readonly period: string;
  readonly onTake: (text: string) => void;
}

/** What was last seen on the site in the month of the report, beside the cell that asks for it. */
export function SiteHint({ code, period, onTake }: Props) {
  const { say } = useLanguage();
  const { data: names } = useOperation(namesOperation('projects', { zh: '', en: '' }), {});
  const project = names?.known.find((each) => each.code === code || each.id === code);
  const { data } = useOperation(
    siteOperations['site.notes'],
    { id: project?.id ?? '', period, limit: 1 },
    { enabled: project !== undefined },
  );
  const note = data?.notes[0];
  if (note === undefined) return null;
  const text = note.progress === null ? note.text : say(words.share, { text: note.text, share: note.progress });
  return (
    <span className="site-hint">
      <span className="quiet cut">{say(words.seen, { day: note.on, text })}</span>
      <Button size="small" onClick={() => onTake(text)}>
        {say(words.take)}
      </Button>
    </span>
  );
}
