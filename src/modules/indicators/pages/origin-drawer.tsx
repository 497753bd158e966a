import { Alert, Drawer } from 'antd';
import type { z } from 'zod';
import { missingReasons } from '../../../core/missing.ts';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { indicatorById } from '../catalog/index.ts';
import { isCorrected, type Observation, type Provenance, provenanceLabels, statuses } from '../observation.ts';
import { indicatorOperations } from '../operations.ts';

const words = {
  origin: { zh: '出处', en: 'Where it comes from' },
  typed: { zh: '填写原文', en: 'As typed' },
  status: { zh: '状态', en: 'Status' },
  written: { zh: '填写', en: 'Written' },
  approved: { zh: '审定', en: 'Approved' },
  corrected: { zh: '审定后有更正', en: 'Corrected after approval' },
  history: { zh: '此前的数', en: 'What it was before' },
  noHistory: { zh: '没有改动过', en: 'It was never changed' },
  replaced: { zh: '{by} {at} 改：{reason}', en: 'replaced by {by}, {at}: {reason}' },
  noReason: { zh: '审定前修改', en: 'changed before approval' },
  invented: {
    zh: '这个数是为演示而虚构的，没有人测量或填报过',
    en: 'This figure was invented for the demo; nobody measured or reported it',
  },
  derived: {
    zh: '由“{above}”之和 ÷“{below}”之和推算，两项的来历见各自的数',
    en: 'The sum of “{above}” over the sum of “{below}”; each of them opens its own origin',
  },
} satisfies Record<string, Label>;

export type Place = z.input<(typeof indicatorOperations)['observations.show']['input']>;

const isNumbered = (plan: string): boolean => /^[0-9a-f]{8}-|^[a-z]\d*$/.test(plan);

function originOf(provenance: Provenance): string {
  switch (provenance.kind) {
    case 'typed':
      return '';
    case 'form':
      return `${provenance.form} · ${provenance.cell}`;
    case 'import':
      return `${provenance.file} · ${provenance.row}`;
    case 'document': {
      const { plan, line, quote } = provenance;
      // A plan of this database is known by a number that says nothing to a reader; another document by its title.
      const parts = [isNumbered(plan) ? '' : `《${plan}》`, quote === '' ? '' : `“${quote}”`, String(line)];
      return parts.filter((part) => part !== '').join(' · ');
    }
    case 'formula':
      return provenance.formula;
    case 'invented':
      return '';
  }
}

function useWords() {
  const { say, language } = useLanguage();
  const when = (at: string) => new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  const asTyped = ({ typed, typedUnit, missing }: Pick<Observation, 'typed' | 'typedUnit' | 'missing'>) =>
    missing === null ? `${typed} ${typedUnit}` : say(missingReasons[missing]);
  return { say, when, asTyped };
}

function Origin({ place }: { place: Place }) {
  const { say, when, asTyped } = useWords();
  const { data, error, refetch } = useOperation(indicatorOperations['observations.show'], place);
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { observation, history } = data;
  const rows = [
    [words.typed, asTyped(observation)],
    [words.origin, `${say(provenanceLabels[observation.provenance.kind])} ${originOf(observation.provenance)}`],
    [words.status, say(statuses[observation.status])],
    [words.written, `${observation.by} ${when(observation.at)}`],
  ] as const;
  return (
    <>
      {observation.provenance.kind === 'invented' && (
        <Alert className="invented-alert" type="warning" showIcon title={say(words.invented)} />
      )}
      <table className="plain-table">
        <tbody>
          {rows.map(([label, text]) => (
            <tr key={label.en}>
              <th scope="row">{say(label)}</th>
              <td>{text}</td>
            </tr>
          ))}
          {observation.approvedBy !== null && observation.approvedAt !== null && (
            <tr>
              <th scope="row">{say(words.approved)}</th>
              <td>
                {observation.approvedBy} {when(observation.approvedAt)}{' '}
                {isCorrected(observation) && <span className="chip">{say(words.corrected)}</span>}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <h3>{say(words.history)}</h3>
      {history.length === 0 && <p className="quiet">{say(words.noHistory)}</p>}
      {history.toReversed().map((earlier) => (
        <p key={earlier.revision}>
          <b>{asTyped(earlier)}</b> {earlier.by} {when(earlier.at)}
          <br />
          <span className="quiet">
            {say(words.replaced, {
              by: earlier.replacedBy,
              at: when(earlier.replacedAt),
              reason: earlier.reason ?? say(words.noReason),
            })}
          </span>
        </p>
      ))}
    </>
  );
}

/** Opened by a number: which sentence, form or file it comes from, who wrote and who approved it, what it was before. */
export function OriginDrawer({ place, onClose }: { place: Place | null; onClose: () => void }) {
  const { say } = useLanguage();
  const indicator = indicatorById.get(place?.indicatorId ?? '');
  const nameOf = (id: string | undefined) => {
    const part = indicatorById.get(id ?? '');
    return part === undefined ? '' : say(part.label);
  };
  // A ratio follows from its parts, but its plan may have been set for itself.
  const isDerived = indicator?.aggregation === 'ratio' && place?.scenario !== 'plan';
  const title = indicator === undefined ? '' : `${say(indicator.label)} ${place?.period ?? ''}`;
  return (
    <Drawer open={place !== null} onClose={onClose} title={title} size={460}>
      {place !== null && isDerived && indicator !== undefined && (
        <p>{say(words.derived, { above: nameOf(indicator.above), below: nameOf(indicator.below) })}</p>
      )}
      {place !== null && !isDerived && <Origin place={place} />}
    </Drawer>
  );
}
