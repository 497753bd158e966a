/** An entry review of the demo, from its facts to the decision with its conditions, each on its day. */
import { dayAfter } from '../../core/workday.ts';
import type { ReviewDetail } from '../../modules/promotion/review.ts';
import { evidenceOf } from './evidence.ts';
import { dayOf, demoOffice } from './office.ts';
import type { Told } from './story-steps.ts';

export async function reviewEntry({ door, project: { id: projectId }, story, actor }: Told): Promise<void> {
  if (story.review === undefined) return;
  const { on, ruleId, edition, answers, facts, agree, against, owner, conditions } = story.review;
  const { mark } = demoOffice();
  const which = { ruleId, edition };
  for (const [question, answer] of Object.entries(answers))
    await door.call('rules.decide', { ...which, question, answer, reason: mark }, actor);
  const begun = dayOf(on, door.today);
  const met = dayAfter(begun, 7);
  const given = Object.entries(facts).map(([fact, value]) => ({ id: fact, value, source: mark }));
  const opened = { projectId, ...which, on: begun, facts: given };
  let { id, revision } = (await door.on(begun)('reviews.open', opened, actor)) as ReviewDetail;
  const members = Array.from({ length: agree + against }, (_, i) => ({
    name: `演示·委员${i + 1}`,
    vote: i < agree ? 'agree' : 'against',
  }));
  const call = door.on(met);
  const seen = (await call('reviews.meet', { id, revision, on: met, members }, actor)) as ReviewDetail;
  ({ id, revision } = seen);
  // What the edition asks for stands in its own words; the owner says that it is made up.
  const asked = seen.suggestedConditions.map(({ zh }) => ({ text: zh, owner, dueOn: dayAfter(door.today, 180) }));
  const further = Object.entries(conditions).map(([text, day]) => ({
    text: `${text}（${mark}）`,
    owner,
    dueOn: dayOf(day, door.today),
  }));
  const wanted = [...asked, ...further];
  const evidence = [await evidenceOf(door, actor, '评审纪要')];
  const decided = { id, revision, decision: 'conditional', on: met, number: mark, conditions: wanted, evidence };
  await call('reviews.decide', decided, actor);
}
