import { DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useLanguage } from './language.tsx';
import { type MenuGroup, menuGroups, type Page } from './page.ts';
import { PageLink, usePath } from './router.tsx';
import { useSession } from './session.ts';

const words = { menu: { zh: '主菜单', en: 'Main menu' } };

type Shown = Page & { readonly menu: NonNullable<Page['menu']> };

const isAt = (path: string, page: Page): boolean => path === page.path || path.startsWith(`${page.path}/`);

/** Of all pages that an address belongs to, the one that says most of it: a chart below a board is the chart's. */
const currentOf = (pages: readonly Shown[], path: string): Shown | undefined =>
  pages
    .filter((page) => isAt(path, page))
    .toSorted((a, b) => a.path.length - b.path.length)
    .at(-1);

function Group({
  group,
  pages,
  current: page,
}: {
  group: MenuGroup;
  pages: readonly Shown[];
  current: Shown | undefined;
}) {
  const { say } = useLanguage();
  const current = page?.menu.group === group ? page : undefined;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: current ? [current.path] : [],
        items: pages.map((page) => ({
          key: page.path,
          icon: page.menu.icon,
          label: <PageLink to={page.path}>{say(page.title)}</PageLink>,
        })),
      }}
    >
      <button type="button" className="menu-group" aria-haspopup="menu" aria-current={current ? 'page' : undefined}>
        <span>{say(menuGroups[group])}</span>
        <DownOutlined />
      </button>
    </Dropdown>
  );
}

/** The pages that the person may see: the first ones side by side, the others by group. */
export function Menu({ pages }: { pages: readonly Page[] }) {
  const { say } = useLanguage();
  const path = usePath();
  const session = useSession();
  const isShown = (page: Page): page is Shown =>
    page.menu !== undefined && (session?.permissions.includes(page.permission) ?? true);
  const shown = pages.filter(isShown);
  const current = currentOf(shown, path);
  const groups = (Object.keys(menuGroups) as MenuGroup[])
    .map((group) => ({ group, members: shown.filter(({ menu }) => menu.group === group) }))
    .filter(({ members }) => members.length > 0);
  return (
    <nav aria-label={say(words.menu)} className="menu">
      {shown
        .filter(({ menu }) => menu.group === undefined)
        .map((page) => (
          <PageLink key={page.path} to={page.path} current={page === current}>
            {page.menu.icon}
            <span>{say(page.title)}</span>
          </PageLink>
        ))}
      {groups.map(({ group, members }) => (
        <Group key={group} group={group} pages={members} current={current} />
      ))}
    </nav>
  );
}
