import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { missingReasons } from '../../../core/missing.ts';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { provenanceLabels, statuses } from '../observation.ts';
import type { Shown } from '../operations.ts';
import { partRoles } from '../origin.ts';
import { originOperations } from '../origin-operations.ts';
import { useUnits } from './figure-choice.tsx';
import { asPercent, grouped } from './figure-row.tsx';

const words = {
  title: { zh: '这个数的来历', en: 'Where this number comes from' },
  formula: { zh: '算法', en: 'How' },
  parts: { zh: '由这些合计算出（点一项看其下的数）', en: 'Worked out from these sums; one opens what lies below it' },
  units: { zh: '{known} 个对象', en: 'of {known}' },
  holes: { zh: '，{holes} 个缺数', en: ', {holes} missing' },
  below: { zh: '其下 {total} 个数', en: '{total} figures below it' },
  subject: { zh: '对象', en: 'Subject' },
  value: { zh: '数值', en: 'Value' },
  from: { zh: '出处', en: 'From' },
  approved: { zh: '审定', en: 'Approved' },
  next: { zh: '下一页', en: 'Next page' },
  first: { zh: '回到第一页', en: 'First page' },
} satisfies Record<string, Label>;

/** A sum of the units or parks below one, and what of it is asked. */
export type RollupPlace = Pick<
  z.input<(typeof originOperations)['rollups.origin']['input']>,
  'unitPath' | 'period' | 'indicatorId' | 'measure' | 'subjectKind' | 'level'
>;

function Value({ shown, isShare = false }: { shown: Shown; isShare?: boolean }) {
  const { say } = useLanguage();
  if (shown.value !== null) return isShare ? asPercent(shown.value) : grouped(shown.value);
  return <span className="quiet">{say(missingReasons[shown.missing ?? 'not-reported'])}</span>;
}

type Origin = z.output<(typeof originOperations)['rollups.origin']['output']>;

function Below({ origin, period }: { origin: Origin; period: string }) {
  const { say } = useLanguage();
  const units = useUnits();
  const { observations, total } = origin;
  if (observations.length === 0) return null;
  return (
    <>
      <h3>{say(words.below, { total })}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{say(words.subject)}</th>
            <th className="figure">{say(words.value)}</th>
            <th>{say(words.from)}</th>
            <th>{say(words.approved)}</th>
          </tr>
        </thead>
        <tbody>
          {observations.map(({ subjectId, unitPath, shown, provenance, approvedBy, status, accumulation }) => (
            <tr key={`${subjectId} ${accumulation}`}>
              <td>
                <PageLink to="/figures" search={{ unit: unitPath, period }}>
                  {units.find((unit) => unit.unitPath === unitPath)?.name ?? subjectId}
                </PageLink>
              </td>
              <td className="figure">
                <Value shown={shown} />
              </td>
              <td>
                <span className={provenance.kind === 'invented' ? 'chip chip-invented' : undefined}>
                  {say(provenanceLabels[provenance.kind])}
                </span>
              </td>
              <td>{approvedBy ?? say(statuses[status])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Working({ place }: { place: RollupPlace }) {
  const { say } = useLanguage();
  const [at, setAt] = useState<{ part: number; after?: string }>({ part: 0 });
  const { data, error, refetch } = useOperation(originOperations['rollups.origin'], { ...place, ...at });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { formula, parts, next, label, unit, value, isShare } = data;
  return (
    <>
      <p>
        {say(label)} <b>{<Value shown={value} isShare={isShare} />}</b> {isShare ? '' : unit}
        <br />
        <span className="quiet">
          {say(words.formula)}：{say(formula)}
        </span>
      </p>
      <h3>{say(words.parts)}</h3>
      <ul className="origin-parts">
        {parts.map((part, i) => (
          <li key={`${part.role} ${part.indicatorId} ${part.period} ${part.accumulation}`}>
            <Button
              type={i === at.part ? 'primary' : 'default'}
              ghost={i === at.part}
              size="small"
              aria-pressed={i === at.part}
              onClick={() => setAt({ part: i })}
            >
              {say(partRoles[part.role])} {say(part.label)} {part.period}：
              <Value shown={part.value} /> {part.value.value !== null && part.unit}
            </Button>{' '}
            <small className="quiet">
              {say(words.units, { known: part.known })}
              {part.holes > 0 && say(words.holes, { holes: part.holes })}
            </small>
          </li>
        ))}
      </ul>
      <Below origin={data} period={parts[at.part]?.period ?? place.period} />
      {at.after !== undefined && <Button onClick={() => setAt({ part: at.part })}>{say(words.first)}</Button>}
      {next !== null && <Button onClick={() => setAt({ part: at.part, after: next })}>{say(words.next)}</Button>}
    </>
  );
}

/** Opened by a sum: the formula, its parts, and the figures below each with who gave and approved them. */
export function RollupDrawer({ place, onClose }: { place: RollupPlace | null; onClose: () => void }) {
  const { say } = useLanguage();
  return (
    <Drawer open={place !== null} onClose={onClose} title={say(words.title)} size={620}>
      {place !== null && <Working key={`${place.indicatorId} ${place.measure} ${place.period}`} place={place} />}
    </Drawer>
  );
}
