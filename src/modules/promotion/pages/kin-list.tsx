import { Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { kinOperations } from '../../projects/kin-operations.ts';
import { projectOperations } from '../../projects/operations.ts';
import { projectStages } from '../../projects/register.ts';
import { useUnitName } from './names.ts';
import { sayMoney } from './show.ts';
import { useWrite } from './use-project.ts';

const words = {
  open: { zh: '疑似更名、拆分', en: 'Renamed or split?' },
  renamed: { zh: '疑似更名', en: 'Renamed?' },
  split: { zh: '疑似拆分', en: 'Split?' },
  none: { zh: '没有疑似更名或拆分的项目', en: 'Nothing looks renamed or split' },
  noneHint: {
    zh: '同一建设单位在同一地点的项目，按总投资、行业和登记先后比对；名称相近的见“登记 → 项目 → 疑似重复”',
    en: 'Projects of one owner in one place are compared; alike names stand under duplicates in the register',
  },
  apart: { zh: '确认是不同项目', en: 'These are different projects' },
  reason: { zh: '经核实为不同项目', en: 'Looked at: different projects' },
} satisfies Record<string, Label>;

/** What may be one project under two names, or one divided, with what speaks for it. Whoever knows better says so. */
export function KinList({ projectId }: { projectId?: string }) {
  const { say } = useLanguage();
  const unitName = useUnitName();
  const write = useWrite();
  const mayWrite = useMay(projectOperations['projects.apart'].permission);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { data } = useOperation(kinOperations['projects.kin'], projectId === undefined ? {} : { id: projectId });
  if (data === undefined) return projectId === undefined ? <Waiting /> : null;
  if (data.kin.length === 0)
    return projectId === undefined ? <Nothing title={say(words.none)} hint={say(words.noneHint)} /> : null;
  const settle = async ([first, ...others]: readonly { readonly id: string }[]) => {
    setRefusal(null);
    try {
      for (const other of others)
        await write(projectOperations['projects.apart'], {
          a: first?.id ?? '',
          b: other.id,
          reason: say(words.reason),
        });
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
    }
  };
  return (
    <>
      <ul className="kin">
        {data.kin.map(({ kind, projects, grounds }) => (
          <li key={`${kind} ${projects.map(({ id }) => id).join(' ')}`}>
            <b className="is-warning">{say(words[kind])}</b>{' '}
            <span className="quiet">{grounds.map((ground) => say(ground)).join('；')}</span>
            <ol>
              {projects.map(({ id, name, unitPath, stage, investment, since }) => (
                <li key={id}>
                  <PageLink to={`/delivery/${id}`}>{name}</PageLink>{' '}
                  <small className="quiet">
                    {[sayMoney(investment), stage && say(projectStages[stage]), unitName(unitPath), since]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </li>
              ))}
            </ol>
            {mayWrite && (
              <Button size="small" onClick={() => void settle(projects)}>
                {say(words.apart)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {refusal !== null && (
        <p role="alert" className="ask-refusal">
          {refusal}
        </p>
      )}
    </>
  );
}

/** Opens the list of all beside the board. */
export function KinButton() {
  const { say } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Space>
      <Button onClick={() => setIsOpen(true)}>{say(words.open)}</Button>
      {isOpen && (
        <Drawer open size={560} title={say(words.open)} onClose={() => setIsOpen(false)}>
          <KinList />
        </Drawer>
      )}
    </Space>
  );
}
