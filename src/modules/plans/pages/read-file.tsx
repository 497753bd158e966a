import { CloudUploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal, Progress } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform, Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useGo } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { planOperations } from '../operations.ts';

const words = {
  choose: { zh: '读取文件', en: 'Read a file' },
  drop: { zh: '松开即读取：.docx .pdf .txt .md .html .xlsx', en: 'Drop to read: .docx .pdf .txt .md .html .xlsx' },
  reading: { zh: '正在读取“{name}”', en: 'Reading “{name}”' },
  cancel: { zh: '取消', en: 'Cancel' },
  sending: { zh: '传入文件', en: 'Taking the file in' },
  waiting: { zh: '等候', en: 'Waiting' },
  opening: { zh: '打开文件', en: 'Opening the file' },
  facts: { zh: '读出事实', en: 'Reading facts' },
  checking: { zh: '核对算术与前后文', en: 'Checking arithmetic and contradictions' },
  saving: { zh: '保存', en: 'Saving' },
  failed: { zh: '没有读成“{name}”', en: '“{name}” was not read' },
} satisfies Record<string, Label>;

export const acceptedFiles = '.txt,.md,.html,.htm,.docx,.xlsx,.pdf';

type Step = 'sending' | 'waiting' | 'opening' | 'reading' | 'checking' | 'saving' | 'done';
const stepWords: Record<Step, Label> = {
  sending: words.sending,
  waiting: words.waiting,
  opening: words.opening,
  reading: words.facts,
  checking: words.checking,
  saving: words.saving,
  done: words.saving,
};

interface Progressing {
  readonly name: string;
  readonly step: Step;
  readonly share: number;
}

const ReadFileContext = createContext<{ choose: () => void; read: (file: File) => void } | null>(null);

export function useReadFile() {
  const value = useContext(ReadFileContext);
  if (value === null) throw new Error('a component that reads files stands outside ReadFileProvider');
  return value;
}

/** Asks how far the reading has come until it is cancelled or done. */
function follow(readingId: string, signal: AbortSignal, tell: (step: Step, share: number) => void) {
  let isOver = false;
  const timer = setInterval(async () => {
    try {
      const { step, share } = await perform(planOperations['readings.progress'], { readingId }, { signal });
      // An answer may come after the reading itself has ended.
      if (!isOver) tell(step, share);
    } catch {
      // Not yet begun, or lost for a moment: the reading itself tells of a failure.
    }
  }, 350);
  const stop = () => {
    isOver = true;
    clearInterval(timer);
  };
  signal.addEventListener('abort', stop, { once: true });
  return stop;
}

function useReading() {
  const { modal } = App.useApp();
  const { say } = useLanguage();
  const go = useGo();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progressing | null>(null);
  const [controller, setController] = useState<AbortController | null>(null);
  const read = useCallback(
    async (file: File) => {
      const { name } = file;
      const abort = new AbortController();
      setController(abort);
      setProgress({ name, step: 'sending', share: 0 });
      const readingId = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
      const stop = follow(readingId, abort.signal, (step, share) => setProgress({ name, step, share }));
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const onSent = (share: number) => share < 1 && setProgress({ name, step: 'sending', share });
        const input = { name, bytes, readingId };
        const plan = await perform(planOperations['plans.read-file'], input, { signal: abort.signal, onSent });
        void queries.invalidateQueries({ queryKey: [planOperations['plans.list'].route] });
        go(`/plans/${plan.id}`);
      } catch (error) {
        if (!abort.signal.aborted)
          modal.warning({
            title: say(words.failed, { name }),
            content: error instanceof Refusal ? say(error.label) : String(error),
          });
      } finally {
        stop();
        setProgress(null);
      }
    },
    [go, modal, queries, say],
  );
  return { read, progress, cancel: () => controller?.abort() };
}

/** Whether a file is being dragged over the window; dropping it anywhere reads it. */
function useDrop(onFile: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false);
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [onFile]);
  return isOver;
}

/** Reading a file is one click, or one drop, away on every page. */
export function ReadFileProvider({ children }: { children: ReactNode }) {
  const { say } = useLanguage();
  const chooser = useRef<HTMLInputElement>(null);
  const { read, progress, cancel } = useReading();
  const mayWrite = useMay(planOperations['plans.read-file'].permission);
  const begin = useCallback((file: File) => void (mayWrite && read(file)), [mayWrite, read]);
  const isOver = useDrop(begin);
  const value = useMemo(() => ({ choose: () => chooser.current?.click(), read: begin }), [begin]);
  return (
    <ReadFileContext value={value}>
      {children}
      <input
        ref={chooser}
        type="file"
        hidden
        data-testid="read-file"
        accept={acceptedFiles}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) begin(file);
        }}
      />
      {isOver && <div className="drop-cover">{say(words.drop)}</div>}
      <Modal
        open={progress !== null}
        closable={false}
        mask={{ closable: false }}
        width={420}
        title={progress && say(words.reading, { name: progress.name })}
        footer={<Button onClick={cancel}>{say(words.cancel)}</Button>}
      >
        {progress && (
          <div role="status" className="reading-progress">
            <span>{say(stepWords[progress.step])}…</span>
            <Progress percent={Math.round(progress.share * 100)} size="small" status="active" />
          </div>
        )}
      </Modal>
    </ReadFileContext>
  );
}

/** The button in the top bar. */
export function ReadFileButton() {
  const { say } = useLanguage();
  const { choose } = useReadFile();
  const mayWrite = useMay(planOperations['plans.read-file'].permission);
  if (!mayWrite) return null;
  return (
    <Button type="primary" className="read-file-button" icon={<CloudUploadOutlined />} onClick={choose}>
      {say(words.choose)}
    </Button>
  );
}
