import { Alert, Modal } from 'antd';

interface Props {
  readonly title: string;
  readonly hint: string;
  /** What is shown now and never again; none closes the window. */
  readonly lines: readonly string[];
  readonly onClose: () => void;
}

export function ShownOnce({ title, hint, lines, onClose }: Props) {
  return (
    <Modal open={lines.length > 0} title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <Alert type="warning" showIcon title={hint} className="page-alert" />
      {lines.map((line) => (
        <p key={line} className="one-time">
          {line}
        </p>
      ))}
    </Modal>
  );
}
