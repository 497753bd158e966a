import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useRef, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { perform, Refusal } from '../../../../web/client.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { keyOf } from '../../../../web/use-operation.ts';
import { planOperations } from '../../operations.ts';
import type { FactContent, FactState, PlanDetail, PlanFact, PlanFinding } from '../../plan.ts';

const words = {
  accepted: { zh: '采纳', en: 'Accept' },
  rejected: { zh: '否决', en: 'Reject' },
  corrected: { zh: '更正', en: 'Correct' },
  proposed: { zh: '恢复为未核', en: 'Back to unreviewed' },
  added: { zh: '补充', en: 'Add' },
  dismissed: { zh: '不再提示', en: 'Dismiss' },
  restored: { zh: '恢复提示', en: 'Restore' },
  undone: { zh: '已撤销：{what}', en: 'Undone: {what}' },
  nothing: { zh: '没有可撤销的操作', en: 'Nothing to undo' },
} satisfies Record<string, Label>;

interface Step {
  readonly label: Label;
  readonly undo: () => Promise<unknown>;
}

export const contentOf = (fact: PlanFact): FactContent => ({ kind: fact.kind, data: fact.data }) as FactContent;

const countsOf = (facts: readonly PlanFact[], findings: readonly PlanFinding[]): PlanDetail['counts'] => {
  const live = facts.filter(({ state }) => state !== 'rejected');
  const of = (kind: PlanFact['kind']) => live.filter((fact) => fact.kind === kind).length;
  const open = findings.filter(({ dismissed }) => dismissed === null);
  const at = (severity: PlanFinding['severity']) => open.filter((finding) => finding.severity === severity).length;
  return {
    indicators: of('indicator'),
    projects: of('project'),
    tasks: of('task'),
    parks: of('park'),
    enterprises: of('enterprise'),
    proposed: facts.filter(({ state }) => state === 'proposed').length,
    errors: at('error'),
    warnings: at('warning'),
    advice: at('advice'),
  };
};

/** Everything that can be done to the plan on the page; each step can be undone, each refusal is told. */
export function usePlanActions(planId: string) {
  const queries = useQueryClient();
  const { notification, message } = App.useApp();
  const { say } = useLanguage();
  const [steps, setSteps] = useState<readonly Step[]>([]);

  const current = useCallback(
    () => queries.getQueryData<PlanDetail>(keyOf(planOperations['plans.show'], { planId })),
    [queries, planId],
  );
  const change = useCallback(
    (next: (plan: PlanDetail) => Partial<PlanDetail>) =>
      queries.setQueryData<PlanDetail>(keyOf(planOperations['plans.show'], { planId }), (plan) => {
        if (plan === undefined) return plan;
        const changed = { ...plan, ...next(plan) };
        return { ...changed, counts: countsOf(changed.facts, changed.findings) };
      }),
    [queries, planId],
  );
  const refresh = useCallback(() => queries.invalidateQueries(), [queries]);

  const putFacts = useCallback(
    (fresh: readonly PlanFact[]) =>
      change(({ facts }) => {
        const byId = new Map(fresh.map((fact) => [fact.id, fact]));
        const kept = facts.map((fact) => byId.get(fact.id) ?? fact);
        const known = new Set(facts.map(({ id }) => id));
        const more = fresh.filter(({ id }) => !known.has(id));
        return { facts: more.length === 0 ? kept : [...kept, ...more] };
      }),
    [change],
  );
  const dropFact = useCallback(
    (gone: string) => change(({ facts }) => ({ facts: facts.filter(({ id }) => id !== gone) })),
    [change],
  );
  const asked = useRef(0);
  /** The server has checked the document as corrected: its findings come in without holding the reader up. */
  const recheck = useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    perform(planOperations['plans.findings'], { planId })
      .then((fresh) => mine === asked.current && change(() => fresh))
      .catch(() => undefined);
  }, [planId, change]);
  const factNow = useCallback((id: string) => current()?.facts.find((fact) => fact.id === id), [current]);
  const push = useCallback((step: Step) => setSteps((all) => [...all.slice(-99), step]), []);

  /** Tells a refusal; a change by somebody else is also fetched, so that the next try stands on it. */
  const tell = useCallback(
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'changed-meanwhile') void refresh();
      const text = error instanceof Refusal ? say(error.label) : String(error);
      notification.warning({ title: text, placement: 'bottomLeft', duration: 8 });
    },
    [notification, refresh, say],
  );

  const revise = useCallback(
    async (fact: PlanFact, state: FactState, content?: FactContent) => {
      const { id: factId, revision } = fact;
      const input = { planId, factId, revision, state, ...(content && { fact: content }) };
      const fresh = await perform(planOperations['plans.revise-fact'], input);
      putFacts([fresh]);
      recheck();
      const before = { state: fact.state, content: contentOf(fact) };
      const undo = async () => {
        const now = factNow(factId) ?? fresh;
        const back = { planId, factId, revision: now.revision, state: before.state, fact: before.content };
        putFacts([await perform(planOperations['plans.revise-fact'], back)]);
        recheck();
      };
      push({ label: words[state], undo });
      return fresh;
    },
    [planId, putFacts, factNow, recheck, push],
  );

  const reviewMany = useCallback(
    async (facts: readonly PlanFact[], state: 'accepted' | 'rejected') => {
      const pick = (list: readonly PlanFact[]) => list.map(({ id, revision }) => ({ factId: id, revision }));
      const { facts: fresh } = await perform(planOperations['plans.review-facts'], {
        planId,
        facts: pick(facts),
        state,
      });
      putFacts(fresh);
      recheck();
      const undo = async () => {
        const now = fresh.map(({ id }) => factNow(id)).filter((fact): fact is PlanFact => fact !== undefined);
        const back = await perform(planOperations['plans.review-facts'], {
          planId,
          facts: pick(now),
          state: 'proposed',
        });
        putFacts(back.facts);
        recheck();
      };
      push({ label: words[state], undo });
    },
    [planId, putFacts, factNow, recheck, push],
  );

  const add = useCallback(
    async (content: FactContent) => {
      const fresh = await perform(planOperations['plans.add-fact'], { planId, fact: content });
      putFacts([fresh]);
      recheck();
      const undo = async () => {
        const { revision } = factNow(fresh.id) ?? fresh;
        await perform(planOperations['plans.remove-fact'], { planId, factId: fresh.id, revision });
        dropFact(fresh.id);
        recheck();
      };
      push({ label: words.added, undo });
      return fresh;
    },
    [planId, putFacts, factNow, dropFact, recheck, push],
  );

  const takeBack = useCallback(
    async (fact: PlanFact) => {
      await perform(planOperations['plans.remove-fact'], { planId, factId: fact.id, revision: fact.revision });
      dropFact(fact.id);
      recheck();
      const undo = async () =>
        putFacts([await perform(planOperations['plans.add-fact'], { planId, fact: contentOf(fact) })]);
      push({ label: words.rejected, undo });
    },
    [planId, dropFact, putFacts, recheck, push],
  );

  const dismiss = useCallback(
    async (fingerprint: string, reason: string) => {
      change(
        await perform(planOperations['plans.dismiss-finding'], { planId, fingerprint, reason }).then((to) => () => to),
      );
      const undo = async () => {
        const to = await perform(planOperations['plans.restore-finding'], { planId, fingerprint });
        change(() => to);
      };
      push({ label: words.dismissed, undo });
    },
    [planId, change, push],
  );

  const restore = useCallback(
    async ({ fingerprint, dismissed }: PlanFinding) => {
      const to = await perform(planOperations['plans.restore-finding'], { planId, fingerprint });
      change(() => to);
      const reason = dismissed?.reason ?? '—';
      const undo = async () => {
        const back = await perform(planOperations['plans.dismiss-finding'], { planId, fingerprint, reason });
        change(() => back);
      };
      push({ label: words.restored, undo });
    },
    [planId, change, push],
  );

  const undo = useCallback(async () => {
    const last = steps.at(-1);
    if (last === undefined) {
      message.info(say(words.nothing));
      return;
    }
    setSteps((all) => all.slice(0, -1));
    await last.undo();
    message.success(say(words.undone, { what: say(last.label) }));
  }, [steps, message, say]);

  /** Runs an action and tells its refusal; says whether it went well. */
  const attempt = useCallback(
    async (work: () => Promise<unknown>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        tell(error);
        return false;
      }
    },
    [tell],
  );

  return { revise, reviewMany, add, takeBack, dismiss, restore, undo, attempt, refresh, steps: steps.length };
}

export type PlanActions = ReturnType<typeof usePlanActions>;
