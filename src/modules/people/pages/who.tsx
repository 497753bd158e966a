import './people.css';
import { DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useGo } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { peopleOperations } from '../operations.ts';
import { roles } from '../roles.ts';
import { signOut } from './sign-in.tsx';

const words = {
  who: { zh: '{name}，{unit}：账号与退出', en: '{name}, {unit}: account and sign-out' },
  work: { zh: '办公岗位', en: 'Working as' },
  standIn: { zh: '（代理）', en: ' (standing in)' },
  mine: { zh: '我的账号', en: 'My account' },
  leave: { zh: '退出', en: 'Sign out' },
} satisfies Record<string, Label>;

/** Who is signed in and for which unit, with the way to another post, one's account and out. */
export function WhoIsHere() {
  const { say } = useLanguage();
  const go = useGo();
  const queries = useQueryClient();
  const { data } = useOperation(peopleOperations['session.show'], {});
  if (data === undefined || data.isSample) return null;
  const { name, unitName, unitPath, posts, postId } = data;
  const unit = unitName ?? unitPath;
  const choose = async (id: string) => {
    await perform(peopleOperations['session.choose-post'], { postId: id });
    await queries.invalidateQueries();
  };
  const items = [
    ...(posts.length > 1
      ? [
          {
            type: 'group' as const,
            key: 'posts',
            label: say(words.work),
            children: posts.map((post) => ({
              key: `post ${post.id}`,
              label: `${post.unitName} · ${say(roles[post.role].label)}${post.kind === 'stand-in' ? say(words.standIn) : ''}`,
            })),
          },
          { type: 'divider' as const },
        ]
      : []),
    { key: 'mine', label: say(words.mine) },
    { key: 'leave', label: say(words.leave) },
  ];
  const follow = ({ key }: { key: string }) => {
    if (key === 'mine') go('/account');
    else if (key === 'leave') void signOut();
    else void choose(key.replace('post ', ''));
  };
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: follow, selectedKeys: [`post ${postId}`] }}>
      <Button type="text" className="who-button" aria-label={say(words.who, { name, unit })}>
        {name}
        <small>{unit}</small>
        <DownOutlined />
      </Button>
    </Dropdown>
  );
}
