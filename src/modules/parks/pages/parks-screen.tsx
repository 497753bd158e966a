import { Button } from 'antd';
import { useState } from 'react';
import type { ShownRecord } from '../../../core/register/answers.ts';
import { perform } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { RecordForm } from '../../../web/register/record-form.tsx';
import { RegisterScreen } from '../../../web/register/register-screen.tsx';
import { parkOperations } from '../operations.ts';
import { type ParkLevel, parkRegister } from '../register.ts';

const lead = {
  zh: '各级开发区、园区与功能区（片区）。名录按所选日期列出：更名、升级、合并、拆分都留下沿革，往年名录不变。',
  en: 'Zones, parks and their areas as of a day: renames, upgrades, mergers and splits leave their history, and last year’s list stays as it was.',
};
const words = {
  upgrade: { zh: '升级', en: 'Upgrade' },
  from: { zh: '生效日期', en: 'From' },
};
const upgradeFields = parkRegister.fields.filter(({ id }) => id === 'level' || id === 'approval');

function Upgrade({ record: { id, revision, versions }, onDone }: { record: ShownRecord; onDone: () => void }) {
  const { say } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const data = versions.at(-1)?.data ?? null;
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {say(words.upgrade)}
      </Button>
      {isOpen && (
        <RecordForm
          title={`${say(words.upgrade)}：${data?.name ?? ''}`}
          register={parkRegister}
          fields={upgradeFields}
          data={data && { ...data, approval: null }}
          dayLabel={say(words.from)}
          onClose={() => setIsOpen(false)}
          onSubmit={async ({ level = data?.level, approval }, from, reason) => {
            const given = typeof approval === 'string' ? { approval } : {};
            await perform(parkOperations['parks.upgrade'], {
              id,
              revision,
              level: level as ParkLevel,
              from,
              reason,
              ...given,
            });
            onDone();
          }}
        />
      )}
    </>
  );
}

export const ParksScreen = () => (
  <RegisterScreen
    register={parkRegister}
    lead={lead}
    more={(record, onDone) => <Upgrade record={record} onDone={onDone} />}
  />
);
