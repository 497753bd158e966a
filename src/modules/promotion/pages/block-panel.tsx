import type { ReactNode } from 'react';
import { daysBetween } from '../../../core/day.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { PageLink } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { items } from '../../projects/checklist.ts';
import { isOpenPost, type PostRole, postRoles } from '../../projects/delivery.ts';
import { actions, type Fact, facts } from '../../projects/lifecycle.ts';
import { givenWithAction, nextOf } from '../../projects/next-step.ts';
import { promiseOperations } from '../promise-operations.ts';
import { useUnitName } from './names.ts';
import { Panel } from './panel.tsx';
import { useProblems } from './problems-panel.tsx';
import { useProject } from './use-project.ts';

const words = {
  title: { zh: '卡在哪里', en: 'What blocks it' },
  next: { zh: '谁来办', en: 'Who acts next' },
  lack: { zh: '{action}还缺 {fact}', en: '{action} needs {fact}' },
  lateItem: { zh: '{item}逾期 {days} 天', en: '{item} is {days} days late' },
  latePaper: { zh: '{item}容缺材料“{paper}”逾期 {days} 天未补正', en: '{item}: {paper} is {days} days late' },
  problem: { zh: '问题未解决：{name}', en: 'Open problem: {name}' },
  breach: { zh: '承诺违约：{said}', en: 'Promise breached: {said}' },
  unproven: { zh: '{count} 项承诺已到期，还没有核实', en: '{count} promises are due and not verified' },
  planOver: { zh: '规划期满，{count} 项承诺没有核实', en: 'The plan is over, {count} promises are not verified' },
  clear: { zh: '没有卡点，可以办理下一步', en: 'Nothing blocks the next step' },
  fill: { zh: '去填写', en: 'Fill in' },
  nobody: { zh: '还没有落实责任人', en: 'Nobody is in charge' },
  called: { zh: '问题责任单位', en: 'Unit of the problem' },
} satisfies Record<string, Label>;

/** Where a fact that is missing is filled in. */
const placeOf: Readonly<Partial<Record<Fact, string>>> = {
  review: '#reviews',
  'lead-unit': '#people',
  'land-right': '#item-land-contract',
  'start-permit': '#item-construction-permit',
  acceptance: '#item-completion',
};

interface Block {
  readonly key: string;
  readonly text: string;
  readonly link: ReactNode;
}

function useBlocks(): readonly Block[] {
  const { say } = useLanguage();
  const { card, actions: possible, late, gaps } = useProject();
  const today = todayHere();
  const problems = useProblems(card.id).data?.entries.filter(({ lamp }) => lamp !== 'done') ?? [];
  const promises = useOperation(promiseOperations['promises.list'], { projectId: card.id }).data?.promises ?? [];
  const jump = (to: string) => <a href={to}>{say(words.fill)}</a>;
  const next = nextOf(card.stage);
  const lacks = possible.find(({ id }) => id === next)?.lacks.filter((fact) => !givenWithAction.includes(fact)) ?? [];
  const itemName = (id: string) => say(items.find((item) => item.id === id)?.label ?? { zh: id, en: id });
  return [
    ...lacks.map((fact) => ({
      key: fact,
      text: say(words.lack, { action: next === null ? '' : say(actions[next].label), fact: say(facts[fact]) }),
      link: placeOf[fact] ? (
        jump(placeOf[fact])
      ) : (
        <PageLink to="/projects" search={{ record: card.id }}>
          {say(words.fill)}
        </PageLink>
      ),
    })),
    ...late.map(({ item, paper, dueOn }) => ({
      key: `${item} ${paper}`,
      text: say(paper === null ? words.lateItem : words.latePaper, {
        item: itemName(item),
        paper: paper ?? '',
        days: daysBetween(dueOn, today),
      }),
      link: jump(`#item-${item}`),
    })),
    ...gaps.map(({ id, message }) => ({ key: id, text: say(message), link: jump('#people') })),
    ...problems.map(({ entryId, name }) => ({
      key: entryId,
      text: say(words.problem, { name }),
      link: jump('#problems'),
    })),
    ...promises
      .filter(({ status }) => status === 'breached')
      .map(({ id, said }) => ({ key: id, text: say(words.breach, { said: say(said) }), link: jump('#promises') })),
    ...(
      [
        ['unproven', words.unproven],
        ['plan-over', words.planOver],
      ] as const
    ).flatMap(([wanted, words]) => {
      const count = promises.filter(({ status }) => status === wanted).length;
      return count === 0 ? [] : [{ key: wanted, text: say(words, { count }), link: jump('#promises') }];
    }),
  ];
}

const first: readonly PostRole[] = [
  'lead-unit',
  'task-force-head',
  'express-officer',
  'service-officer',
  'leader-county',
];

function NextPeople() {
  const { say } = useLanguage();
  const { card, posts } = useProject();
  const unitName = useUnitName();
  const open = posts.filter((post) => first.includes(post.role) && isOpenPost(post, todayHere()));
  const called = useProblems(card.id).data?.entries.filter(({ lamp, calledPath }) => lamp !== 'done' && calledPath);
  return (
    <ul className="people">
      {open.length === 0 && <li className="quiet">{say(words.nobody)}</li>}
      {open.map(({ postId, role, person, personUnit }) => (
        <li key={postId}>
          <span className="quiet">{say(postRoles[role])}</span>
          <span>
            <b>{person}</b> {personUnit}
          </span>
        </li>
      ))}
      {called?.map(({ entryId, calledPath, name }) => (
        <li key={entryId}>
          <span className="quiet">{say(words.called)}</span>
          <span>
            <b>{unitName(calledPath ?? '')}</b> {name}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What keeps the project where it is, and who has to do something about it. */
export function BlockPanel() {
  const { say } = useLanguage();
  const blocks = useBlocks();
  return (
    <>
      <Panel title={say(words.title)}>
        {blocks.length === 0 && <p className="quiet">{say(words.clear)}</p>}
        <ul className="blocks">
          {blocks.map(({ key, text, link }) => (
            <li key={key}>
              <span>{text}</span> {link}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={say(words.next)}>
        <NextPeople />
      </Panel>
    </>
  );
}
