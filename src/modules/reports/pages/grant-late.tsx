import { Alert, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { perform, Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { ReportSummary } from '../submission.ts';
import { submissionOperations } from '../submission-operations.ts';
import { words } from './review-words.ts';

interface Props {
  readonly report: ReportSummary;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** 同意迟报: some working days more, with the reason. */
export function GrantLate({ report, onClose, onDone }: Props) {
  const { say } = useLanguage();
  const [days, setDays] = useState(2);
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const { formId, unitPath, unitName: unit, period } = report;
  const grant = async () => {
    try {
      const input = { formId, unitPath, period, days, reason };
      const { openUntil: day } = await perform(submissionOperations['reports.grant-late'], input);
      onDone(say(words.granted, { unit, day }));
    } catch (error) {
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
  };
  return (
    <Modal
      open
      title={say(words.grantTitle, { unit })}
      okText={say(words.ok)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => void grant()}
      onCancel={onClose}
    >
      {trouble !== null && <Alert type="error" showIcon title={trouble} className="page-alert" />}
      <div className="review-form">
        <span>{say(words.days)}</span>
        <InputNumber
          aria-label={say(words.days)}
          min={1}
          max={30}
          value={days}
          onChange={(value) => setDays(Number(value ?? 1))}
        />
        <span>{say(words.reason)}</span>
        <Input
          aria-label={say(words.reason)}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </Modal>
  );
}
