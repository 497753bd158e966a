import { type Day, daysBetween } from '../../../core/day.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { ledgers } from '../../ledgers/catalog/index.ts';
import { ledgerOperations } from '../../ledgers/operations.ts';
import { noticeOperations } from '../../people/notice-operations.ts';
import { items } from '../../projects/checklist.ts';
import { deliveryOperations } from '../../projects/delivery-operations.ts';
import { nodeOperations } from '../../projects/nodes-operations.ts';
import type { ReportSummary } from '../../reports/submission.ts';
import { submissionOperations } from '../../reports/submission-operations.ts';
import { promiseStatuses } from '../promise.ts';
import { promiseOperations } from '../promise-operations.ts';
import { useUnitName } from './names.ts';

export const workKinds = {
  fill: { zh: '报表填报', en: 'Fill a report' },
  review: { zh: '报表审核', en: 'Review a report' },
  ledger: { zh: '台账事项', en: 'Ledger entry' },
  approval: { zh: '审批事项', en: 'Approval' },
  paper: { zh: '容缺补正', en: 'Missing paper' },
  promise: { zh: '承诺到期', en: 'Promise' },
  node: { zh: '关键节点', en: 'Node' },
  notice: { zh: '提醒', en: 'Notice' },
} as const satisfies Record<string, Label>;
export type WorkKind = keyof typeof workKinds;

export interface WorkItem {
  readonly key: string;
  readonly kind: WorkKind;
  readonly dueOn: Day;
  readonly title: string;
  /** Whose it is: a unit, a project. */
  readonly of: string;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

export const workGroups = {
  overdue: { zh: '已逾期', en: 'Overdue' },
  week: { zh: '七日内', en: 'Within seven days' },
  later: { zh: '以后', en: 'Later' },
} as const satisfies Record<string, Label>;
export type WorkGroup = keyof typeof workGroups;

/** Which of the three groups a day belongs to. */
export function groupOf(dueOn: Day, today: Day): WorkGroup {
  const left = daysBetween(today, dueOn);
  return left < 0 ? 'overdue' : left <= 7 ? 'week' : 'later';
}

function reportItem(report: ReportSummary): WorkItem {
  const { reportId, formId, formLabel, unitPath, unitName, period, stage, standsAt, dueOn } = report;
  const isReview = standsAt !== null && reportId !== null && stage !== 'draft' && stage !== 'returned';
  const shared = {
    key: `report ${formId} ${unitPath} ${period}`,
    dueOn,
    of: unitName,
    title: `${formLabel.zh} ${period}`,
  };
  return isReview
    ? { ...shared, kind: 'review', to: `/reports/review/${reportId}` }
    : { ...shared, kind: 'fill', to: '/reports/fill', search: { form: formId, unit: unitPath, period } };
}

function useReports(): readonly WorkItem[] {
  const { data } = useOperation(submissionOperations['reports.list'], { only: 'mine', limit: 500 });
  return data?.reports.map(reportItem) ?? [];
}

function useLedgers(): readonly WorkItem[] {
  const { say } = useLanguage();
  const { data } = useOperation(ledgerOperations['ledgers.due'], { days: 30 }, { enabled: useMay('ledger.read') });
  const labelOf = (id: string) => say(ledgers.find((each) => each.id === id)?.label ?? { zh: id, en: id });
  return (data?.entries ?? []).flatMap(({ entryId, ledger, name, dueOn }): WorkItem[] =>
    dueOn === null
      ? []
      : [
          {
            key: entryId,
            kind: 'ledger',
            dueOn,
            title: name,
            of: labelOf(ledger),
            to: `/ledgers/${ledger}`,
            search: { entry: entryId },
          },
        ],
  );
}

function useProjectWork(): readonly WorkItem[] {
  const { say } = useLanguage();
  const enabled = useMay('register.read');
  const approvals = useOperation(deliveryOperations['delivery.due'], { days: 30 }, { enabled }).data?.due ?? [];
  const promises = useOperation(promiseOperations['promises.due'], {}, { enabled }).data?.promises ?? [];
  const nodes = useOperation(nodeOperations['nodes.late'], {}, { enabled }).data?.nodes ?? [];
  const itemName = (id: string) => say(items.find((item) => item.id === id)?.label ?? { zh: id, en: id });
  const unsettled = ['not-due', 'due-soon', 'unproven', 'breached'];
  return [
    ...approvals.map(
      ({ id, name, item, paper, dueOn }): WorkItem => ({
        key: `item ${id} ${item} ${paper}`,
        kind: paper === null ? 'approval' : 'paper',
        dueOn,
        title: paper === null ? itemName(item) : `${itemName(item)}：${paper}`,
        of: name,
        to: `/delivery/${id}`,
      }),
    ),
    ...promises
      .filter(({ status, dueOn }) => dueOn !== null && unsettled.includes(status))
      .map(
        ({ id, said, dueOn, remedy, project, status }): WorkItem => ({
          key: id,
          kind: 'promise',
          dueOn: remedy?.dueOn ?? dueOn ?? '',
          title: say(said),
          of: `${project.name} · ${say(promiseStatuses[status])}`,
          to: `/delivery/${project.id}`,
        }),
      ),
    ...nodes.map(
      ({ id, project, node, name, finish }): WorkItem => ({
        key: `node ${id} ${node}`,
        kind: 'node',
        dueOn: finish,
        title: name,
        of: project,
        to: `/delivery/${id}`,
      }),
    ),
  ];
}

function useNotices(): readonly WorkItem[] {
  const { say } = useLanguage();
  const unitName = useUnitName();
  const { data } = useOperation(noticeOperations['notices.list'], { limit: 50 });
  return (data?.notices ?? [])
    .filter(({ readAt }) => readAt === null)
    .map(({ id, subject, path, createdAt, createdBy }) => ({
      key: id,
      kind: 'notice',
      // A notice has no day of its own: it waits from when it came, and is not late.
      dueOn: todayHere() > createdAt.slice(0, 10) ? todayHere() : createdAt.slice(0, 10),
      title: say(subject),
      of: unitName(createdBy),
      to: path,
    }));
}

/** Everything that waits for this person, by its day. */
export function useMyWork(): readonly WorkItem[] {
  const all = [...useReports(), ...useLedgers(), ...useProjectWork(), ...useNotices()];
  return all.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title, 'zh-CN'));
}
