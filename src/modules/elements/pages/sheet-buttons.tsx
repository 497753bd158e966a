import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { addressOf, perform } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { ImportModal } from '../../../web/register/import-wizard.tsx';
import { useMay } from '../../../web/session.ts';
import { demandOperations } from '../demand-operations.ts';
import { quotaOperations } from '../quota-operations.ts';
import { words } from './wording.ts';

const sheets = {
  demands: {
    export: demandOperations['element-demands.export'],
    import: demandOperations['element-demands.import'],
    title: words.importDemands,
  },
  quotas: {
    export: quotaOperations['element-quotas.export'],
    import: quotaOperations['element-quotas.import'],
    title: words.importQuotas,
  },
} as const;
type Sheet = keyof typeof sheets;

/** Demands and quotas as spreadsheets, out and in. */
export function SheetButtons() {
  const { say } = useLanguage();
  const client = useQueryClient();
  const may = { demands: useMay('element.demand'), quotas: useMay('element.quota') };
  const [open, setOpen] = useState<Sheet | null>(null);
  const imports = (['demands', 'quotas'] as const).filter((sheet) => may[sheet]);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['demands', 'quotas'] as const).map((sheet) => ({
            key: sheet,
            label: (
              <a href={addressOf(sheets[sheet].export, {})}>
                {say(sheet === 'demands' ? words.exportDemands : words.exportQuotas)}
              </a>
            ),
          })),
        }}
      >
        <Button icon={<DownloadOutlined />}>Excel</Button>
      </Dropdown>
      {imports.map((sheet) => (
        <Button key={sheet} icon={<UploadOutlined />} onClick={() => setOpen(sheet)}>
          {say(sheets[sheet].title)}
        </Button>
      ))}
      {open !== null && (
        <ImportModal
          title={say(sheets[open].title)}
          template={addressOf(sheets[open].export, { version: 'template' })}
          isDated={false}
          send={({ name, bytes, apply, digest }) =>
            perform(sheets[open].import, { name, bytes, apply, ...(digest !== undefined && { digest }) })
          }
          onClose={() => setOpen(null)}
          onApplied={() => void client.invalidateQueries()}
        />
      )}
    </>
  );
}
