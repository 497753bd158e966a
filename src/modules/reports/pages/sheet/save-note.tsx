import { Button } from 'antd';
import { Refusal } from '../../../../web/client.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { SaveState } from './use-sheet-edit.ts';
import { words } from './words.ts';

const clock = (at: Date): string =>
  `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;

interface Props {
  readonly save: SaveState;
  readonly waiting: number;
  readonly onAgain: () => void;
}

/** Whether what was typed is safe, and where. */
export function SaveNote({ save, waiting, onAgain }: Props) {
  const { say } = useLanguage();
  const text = {
    saved: () =>
      save.is === 'saved' && save.at !== null ? say(words.saved, { at: clock(save.at) }) : say(words.unchanged),
    waiting: () => say(words.waiting),
    sending: () => say(words.sending),
    lost: () => (save.is === 'lost' && save.isKept ? say(words.lost, { count: waiting }) : say(words.notKept)),
    refused: () => {
      const error = save.is === 'refused' ? save.error : null;
      return say(words.refused, { why: error instanceof Refusal ? say(error.label) : String(error) });
    },
  }[save.is]();
  return (
    <span className={`report-save is-${save.is}`} role="status">
      {text}{' '}
      {save.is === 'refused' && (
        <Button size="small" onClick={onAgain}>
          {say(words.again)}
        </Button>
      )}
    </span>
  );
}
