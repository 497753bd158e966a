import { DownloadOutlined, SaveOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress, Table } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { addressOf, perform, Refusal } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { keyOf } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { type Backup, largestDownload } from '../backup.ts';
import { backupOperations } from '../operations.ts';

const words = {
  title: { zh: '备份', en: 'Backups' },
  lead: {
    zh: '一份备份是全部数据在某一时刻的样子，放在 {folder}。请定期把它们抄到另一台机器上。',
    en: 'A backup is everything as it stood at one moment, kept in {folder}. Copy them to another machine regularly.',
  },
  make: { zh: '立即备份', en: 'Back up now' },
  making: { zh: '正在备份，期间可以照常使用', en: 'Backing up; work goes on meanwhile' },
  failure: { zh: '上次备份没有做成：{reason}', en: 'The last backup was not made: {reason}' },
  none: { zh: '还没有备份', en: 'No backups yet' },
  madeAt: { zh: '时间', en: 'Made' },
  name: { zh: '文件', en: 'File' },
  size: { zh: '大小', en: 'Size' },
  why: { zh: '缘由', en: 'Why' },
  byHand: { zh: '手工', en: 'By hand' },
  beforeUpgrade: { zh: '升级前自动', en: 'Before an upgrade' },
  download: { zh: '下载', en: 'Download' },
  tooLarge: { zh: '过大，请从服务器上取', en: 'Too large: fetch it on the server' },
  restore: { zh: '怎样恢复', en: 'How to restore' },
  restoreHow: {
    zh: '恢复会替换全部数据，所以只在服务器上用命令做：先停止蓝图，再执行下面的命令，然后启动。文件损坏或不完整时什么也不会改动；恢复后可用 lantu audit verify 核验审计链。',
    en: 'A restore replaces everything, so it is done on the server only: stop Lantu, run the command below, start again. A damaged file changes nothing; lantu audit verify then checks the chain.',
  },
} satisfies Record<string, Label>;

/** While one is being made, twice a second; it is the only way to know that it is done. */
const useBackups = () =>
  useQuery({
    queryKey: keyOf(backupOperations['backups.list'], {}),
    queryFn: ({ signal }) => perform(backupOperations['backups.list'], {}, { signal }),
    refetchInterval: ({ state }) => (state.data?.making ? 500 : false),
  });

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(bytes < 10_485_760 ? 2 : 0)} MB`;

function BackupTable({ backups }: { backups: readonly Backup[] }) {
  const { say, language } = useLanguage();
  const mayDownload = useMay(backupOperations['backups.download'].permission);
  return (
    <Table
      size="small"
      rowKey="name"
      dataSource={[...backups]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: say(words.madeAt),
          render: (_, { madeAt }) => new Date(madeAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB'),
        },
        {
          title: say(words.why),
          render: (_, { isBeforeUpgrade }) => say(isBeforeUpgrade ? words.beforeUpgrade : words.byHand),
        },
        { title: say(words.name), dataIndex: 'name' },
        { title: say(words.size), align: 'right', render: (_, { size }) => megabytes(size) },
        {
          title: '',
          render: (_, { name, size }) => {
            if (!mayDownload) return null;
            if (size > largestDownload) return <span className="quiet">{say(words.tooLarge)}</span>;
            return (
              <Button
                size="small"
                icon={<DownloadOutlined />}
                href={addressOf(backupOperations['backups.download'], { name })}
              >
                {say(words.download)}
              </Button>
            );
          },
        },
      ]}
    />
  );
}

export function BackupsScreen() {
  const { say } = useLanguage();
  const mayMake = useMay(backupOperations['backups.make'].permission);
  const { data, error, refetch } = useBackups();
  const [trouble, setTrouble] = useState<string | null>(null);
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { folder, backups, making, failure } = data;
  const make = async () => {
    setTrouble(null);
    try {
      await perform(backupOperations['backups.make'], {});
    } catch (refused) {
      setTrouble(refused instanceof Refusal ? say(refused.label) : String(refused));
    }
    await refetch();
  };
  const failed = trouble ?? (failure === null ? null : say(words.failure, { reason: failure }));
  return (
    <div className="page">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead, { folder })}</p>
      {failed !== null && <Alert type="error" showIcon title={failed} className="page-alert" />}
      {backups.length === 0 ? <Nothing title={say(words.none)} /> : <BackupTable backups={backups} />}
      <div className="page-actions">
        {mayMake && (
          <Button type="primary" icon={<SaveOutlined />} disabled={making !== null} onClick={() => void make()}>
            {say(words.make)}
          </Button>
        )}
        {making && (
          <span role="status">
            {say(words.making)} <Progress size="small" percent={Math.round(making.share * 100)} />
          </span>
        )}
      </div>
      <h2>{say(words.restore)}</h2>
      <p>{say(words.restoreHow)}</p>
      <pre>{`lantu restore ${folder}/${backups[0]?.name ?? '<file>'} --replace`}</pre>
    </div>
  );
}
