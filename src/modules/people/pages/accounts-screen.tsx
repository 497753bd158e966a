import './people.css';
import { MoreOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { keyOf, useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { type Account, isValidOn } from '../account.ts';
import { peopleOperations } from '../operations.ts';
import { roles } from '../roles.ts';
import { type AccountAction, accountForm, actionsFor, type OneTime } from './account-forms.ts';
import { FormModal } from './form-modal.tsx';
import { ImportModal, OneTimePasswords } from './import-modal.tsx';
import { todayHere, useMoment } from './moment.ts';

const words = {
  title: { zh: '账号', en: 'Accounts' },
  lead: {
    zh: '系统管理员建立账号，安全管理员授予岗位和解锁，审计管理员看日志：三员分立，谁也不能管理自己。',
    en: 'The system administrator makes accounts, the security administrator gives posts and unlocks, the audit administrator reads the logs; nobody administers himself.',
  },
  search: { zh: '搜索登录名或姓名', en: 'Search logins and names' },
  add: { zh: '建立账号', en: 'New account' },
  import: { zh: '批量导入', en: 'Import' },
  login: { zh: '登录名', en: 'Login' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '所在单位', en: 'Home unit' },
  posts: { zh: '岗位', en: 'Posts' },
  state: { zh: '状态', en: 'State' },
  ended: { zh: '已停用', en: 'Ended' },
  locked: { zh: '锁定至 {at}', en: 'Locked until {at}' },
  mustChange: { zh: '待改口令', en: 'Password to be changed' },
  codes: { zh: '动态口令', en: 'One-time codes' },
  linked: { zh: '统一身份认证', en: 'Identity provider' },
  email: { zh: '邮箱', en: 'Mail' },
  standIn: { zh: '代理', en: 'standing in' },
  none: { zh: '没有这样的账号', en: 'No such account' },
  actions: { zh: '管理 {name}', en: 'Manage {name}' },
  once: { zh: '一次性口令', en: 'One-time password' },
  cut: {
    zh: '共 {total} 个，显示前 {shown} 个；请用搜索缩小范围',
    en: '{total} in all, the first {shown} are shown; search to narrow',
  },
} satisfies Record<string, Label>;

const template =
  '登录名,姓名,单位,邮箱,角色,起始日,截止日\nwangmin,王敏,cn.99.9901,wangmin@example.cn,填报员,2026-01-01,\n';

function PostsOf({ posts }: Pick<Account, 'posts'>) {
  const { say } = useLanguage();
  const today = todayHere();
  return (
    <span className="people-posts">
      {posts.map((post) => (
        <span
          key={post.id}
          className={isValidOn(post, today) || post.fromOn > today ? '' : 'is-over'}
          title={`${post.fromOn} – ${post.untilOn ?? ''} · ${post.givenBy}`}
        >
          {post.unitName} · {say(roles[post.role].label)}
          {post.kind === 'stand-in' && `（${say(words.standIn)}）`}
        </span>
      ))}
    </span>
  );
}

function StateOf({ endedAt, lockedUntil, mustChange, hasTotp, isLinked }: Account) {
  const { say } = useLanguage();
  const moment = useMoment();
  const isLocked = lockedUntil !== null && Date.parse(lockedUntil) > Date.now();
  if (endedAt !== null) return <span className="chip">{say(words.ended)}</span>;
  return (
    <>
      {isLocked && <span className="severity severity-error">{say(words.locked, { at: moment(lockedUntil) })}</span>}{' '}
      {mustChange && <span className="chip">{say(words.mustChange)}</span>}{' '}
      {hasTotp && <span className="chip chip-on">{say(words.codes)}</span>}{' '}
      {isLinked && <span className="chip chip-on">{say(words.linked)}</span>}
    </>
  );
}

export function AccountsScreen() {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const session = useSession();
  const [search, setSearch] = useState('');
  const [action, setAction] = useState<{ what: AccountAction; account: Account | null } | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const [shownOnce, setShownOnce] = useState<readonly OneTime[]>([]);
  const list = peopleOperations['accounts.list'];
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(list, { search }),
    queryFn: ({ signal }) => perform(list, { search }, { signal }),
    placeholderData: keepPreviousData,
  });
  const { data: known } = useOperation(peopleOperations['units.list'], {});
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const changed = () => queries.invalidateQueries();
  const may = (permission: string) => session?.permissions.includes(permission) ?? false;
  const form =
    action === null
      ? null
      : accountForm(action.what, { account: action.account, accounts: data.accounts, units: known?.units ?? [], say });
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <div className="people-bar">
        <Input.Search
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          allowClear
          style={{ width: 260 }}
          onSearch={(text) => setSearch(text.trim())}
        />
        {data.total > data.accounts.length && (
          <span className="quiet">{say(words.cut, { total: data.total, shown: data.accounts.length })}</span>
        )}
        <span className="grow" />
        {may('account.import') && (
          <Button icon={<UploadOutlined />} onClick={() => setIsImporting(true)}>
            {say(words.import)}
          </Button>
        )}
        {may('account.write') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAction({ what: 'add', account: null })}>
            {say(words.add)}
          </Button>
        )}
      </div>
      <Table<Account>
        size="small"
        rowKey="id"
        dataSource={data.accounts}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Nothing title={say(words.none)} /> }}
        columns={[
          { title: say(words.login), dataIndex: 'login', width: 150 },
          { title: say(words.name), dataIndex: 'name', width: 140 },
          { title: say(words.unit), dataIndex: 'unitName', width: 180 },
          { title: say(words.email), dataIndex: 'email', width: 180, ellipsis: true },
          { title: say(words.posts), render: (_, { posts }) => <PostsOf posts={posts} /> },
          { title: say(words.state), width: 170, render: (_, account) => <StateOf {...account} /> },
          {
            key: 'actions',
            width: 56,
            render: (_, account) => {
              const items = account.id === session?.id ? [] : actionsFor(account, may, say);
              return (
                items.length > 0 && (
                  <Dropdown
                    trigger={['click']}
                    menu={{ items, onClick: ({ key }) => setAction({ what: key as AccountAction, account }) }}
                  >
                    <Button
                      type="text"
                      size="small"
                      icon={<MoreOutlined />}
                      aria-label={say(words.actions, { name: account.name })}
                    />
                  </Dropdown>
                )
              );
            },
          },
        ]}
      />
      {form !== null && (
        <FormModal
          key={action?.what}
          {...form}
          onClose={() => setAction(null)}
          onSubmit={async (answers) => {
            const once = await form.submit(answers);
            if (once !== null) setShownOnce([once]);
            await changed();
          }}
        />
      )}
      {isImporting && (
        <ImportModal
          title={say(words.import)}
          template={template}
          perform={async (file) => {
            const result = await perform(peopleOperations['accounts.import'], file);
            if (result.isApplied) await changed();
            return result;
          }}
          onClose={() => setIsImporting(false)}
        />
      )}
      <Modal
        open={shownOnce.length > 0}
        title={say(words.once)}
        footer={null}
        onCancel={() => setShownOnce([])}
        destroyOnHidden
      >
        <OneTimePasswords passwords={shownOnce} />
      </Modal>
    </div>
  );
}
