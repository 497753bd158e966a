import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useAction, useOperation } from '../../../web/use-operation.ts';
import type { Verification } from '../audit.ts';
import { auditOperations } from '../operations.ts';

const words = {
  verify: { zh: '立即核验', en: 'Verify now' },
  never: { zh: '审计链还没有核验过', en: 'The chain has not been verified yet' },
  last: { zh: '上次核验：{at}，{by}，{rows} 行', en: 'Last verified {at} by {by}, {rows} rows' },
  whole: { zh: '全部相符', en: 'all hold' },
  broken: { zh: '{count} 处不符', en: '{count} places do not hold' },
  heads: {
    zh: '链头（请抄存别处；以后用 lantu audit verify --head 核对，可发现尾部被截断）',
    en: 'Heads of the chains: keep them elsewhere; lantu audit verify --head then shows whether the end was cut off',
  },
  outside: { zh: '其他单位的记录', en: 'a row of another unit' },
} satisfies Record<string, Label>;

const kinds: Record<Verification['breaks'][number]['kind'], Label> = {
  changed: { zh: '记录被改动', en: 'The row was changed' },
  removed: { zh: '记录被删除', en: 'The row was removed' },
  forged: { zh: '记录是事后塞入的', en: 'The row was put in by hand' },
  unlinked: { zh: '与上一环不相连', en: 'The link does not follow from the one before' },
  cut: { zh: '与记下的链头不符', en: 'It is not the head that was noted' },
};

function Found({ verification }: { verification: Verification }) {
  const { say } = useLanguage();
  return (
    <>
      <ul className="hanging">
        {verification.breaks.map(({ kind, tenantId, seq, auditId, at }) => (
          <li key={`${kind}${tenantId}${seq}${auditId}`}>
            {say(kinds[kind])}：{seq === null ? '' : `${tenantId}:${seq} `}
            {auditId ?? say(words.outside)} {at}
          </li>
        ))}
      </ul>
      <p>{say(words.heads)}</p>
      {verification.heads.map(({ tenantId, seq, hash }) => (
        <p key={tenantId}>
          <code>{`${tenantId}:${seq}:${hash}`}</code>
        </p>
      ))}
    </>
  );
}

/** Whether the audit holds, as of the last check, and the way to check it again. */
export function ChainState() {
  const { say, language } = useLanguage();
  const queries = useQueryClient();
  const { data } = useOperation(auditOperations['audits.last-check'], {});
  const verify = useAction(auditOperations['audits.verify']);
  if (data === undefined) return null;
  const { check } = data;
  const isBroken = (verify.data?.broken ?? check?.broken ?? 0) > 0;
  const at = check && new Date(check.at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  const verdict = check && (check.broken > 0 ? say(words.broken, { count: check.broken }) : say(words.whole));
  const last = check && `${say(words.last, { at: at ?? '', by: check.by, rows: check.rows })} · ${verdict}`;
  const trouble = verify.error instanceof Refusal ? say(verify.error.label) : null;
  return (
    <Alert
      className="page-alert"
      showIcon
      type={isBroken || trouble !== null ? 'error' : check === null ? 'info' : 'success'}
      title={trouble ?? last ?? say(words.never)}
      description={verify.data === undefined ? null : <Found verification={verify.data} />}
      action={
        <Button
          size="small"
          icon={<SafetyCertificateOutlined />}
          disabled={verify.isPending}
          onClick={() =>
            verify.mutate(
              {},
              {
                onSuccess: () =>
                  void queries.invalidateQueries({ queryKey: [auditOperations['audits.last-check'].route] }),
              },
            )
          }
        >
          {say(words.verify)}
        </Button>
      }
    />
  );
}
