import { CameraOutlined, DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Label } from '../core/text.ts';
import { Refusal } from './client.ts';
import { useLanguage } from './language.tsx';

const words = {
  add: { zh: '添加文件', en: 'Add files' },
  photo: { zh: '拍照', en: 'Take a photo' },
  sending: { zh: '正在上传 {name}（{percent}%）', en: 'Sending {name} ({percent}%)' },
  remove: { zh: '移除 {name}', en: 'Remove {name}' },
  failed: { zh: '{name} 没有传上：{why}', en: '{name} was not sent: {why}' },
} satisfies Record<string, Label>;

/** A file beside a record, by its digest. */
export interface Evidence {
  readonly fileId: string;
  readonly name: string;
}

/** Sends a file to where it is kept; handed in because the kit knows no module. Refusals are told in the field. */
export type KeepFile = (file: File, onSent: (share: number) => void) => Promise<Evidence>;

interface Props {
  readonly label: string;
  readonly keep: KeepFile;
  readonly value: readonly Evidence[];
  readonly onChange: (value: readonly Evidence[]) => void;
  /** Offers the camera of a phone first. */
  readonly isPhoto?: boolean;
  /** Hears when files are on their way: a form that closes meanwhile would lose them. */
  readonly onBusy?: (isBusy: boolean) => void;
}

interface PickProps {
  readonly label: string;
  readonly isPhoto: boolean;
  readonly isBusy: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

function Pick({ label, isPhoto, isBusy, onPick }: PickProps) {
  const { say } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        multiple={!isPhoto}
        {...(isPhoto && { accept: 'image/*', capture: 'environment' as const })}
        onChange={({ target }) => {
          onPick([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button
        size="small"
        icon={isPhoto ? <CameraOutlined /> : <PaperClipOutlined />}
        disabled={isBusy}
        onClick={() => input.current?.click()}
      >
        {say(isPhoto ? words.photo : words.add)}
      </Button>
    </>
  );
}

/** 佐证材料. Files are sent as they are chosen; what the form keeps is their digest and name. */
export function EvidenceField({ label, keep, value, onChange, isPhoto = false, onBusy }: Props) {
  const { say } = useLanguage();
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = async (files: readonly File[]) => {
    setTrouble(null);
    onBusy?.(true);
    const kept = [...value];
    for (const file of files) {
      const { name } = file;
      setSending({ name, percent: 0 });
      try {
        const evidence = await keep(file, (share) => setSending({ name, percent: Math.round(share * 100) }));
        if (!kept.some(({ fileId }) => fileId === evidence.fileId)) kept.push(evidence);
        onChange([...kept]);
      } catch (error) {
        setTrouble(say(words.failed, { name, why: error instanceof Refusal ? say(error.label) : String(error) }));
      }
    }
    setSending(null);
    onBusy?.(false);
  };
  const pick = { isBusy: sending !== null, onPick: (files: readonly File[]) => void send(files) };
  return (
    <div className="evidence-field">
      <ul>
        {value.map(({ fileId, name }) => (
          <li key={fileId}>
            <span className="cut">{name}</span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={say(words.remove, { name })}
              onClick={() => onChange(value.filter((each) => each.fileId !== fileId))}
            />
          </li>
        ))}
      </ul>
      {isPhoto && <Pick {...pick} label={`${label} ${say(words.photo)}`} isPhoto />}{' '}
      <Pick {...pick} label={label} isPhoto={false} />
      {sending && (
        <span role="status" className="quiet">
          {say(words.sending, sending)}
        </span>
      )}
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  );
}
