import { implement, type Service } from '../../core/implement.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import * as allocations from './allocations.service.ts';
import * as balances from './balance.service.ts';
import * as demands from './demands.service.ts';
import { projectOf } from './desk.service.ts';
import { elementOperations } from './operations.ts';
import { order } from './order.service.ts';
import * as quotas from './quotas.service.ts';
import { transferOf } from './transfer.service.ts';

export function elementService(tools: RegisterTools): Service {
  const transfer = transferOf(tools);
  return implement(elementOperations, {
    'elements.kinds': balances.kinds,
    'elements.balance': balances.balance,
    'elements.show': balances.show,
    'elements.short': balances.short,
    'elements.order': order,
    'elements.project': balances.ofProject,

    'element-demands.list': async (context, wanted) => ({ demands: await demands.listOf(context, wanted) }),
    'element-demands.suggest': async (context, { projectId }) => ({
      suggestions: await demands.suggestFor(context, projectId),
    }),
    'element-demands.add': async (context, { projectId, lines }) => {
      const project = await projectOf(context, projectId);
      const rows = lines.map((line) => demands.rowOfDemand(context, project, line, { kind: 'typed' }));
      return { demands: await demands.addRows(context, rows) };
    },
    'element-demands.accept': async (context, input) => ({ demands: await demands.accept(context, input) }),
    'element-demands.change': demands.change,
    'element-demands.withdraw': demands.withdraw,
    'element-demands.export': transfer.giveDemands,
    'element-demands.import': transfer.takeDemands,

    'element-quotas.list': async (context, wanted) => ({ quotas: await quotas.listOf(context, wanted) }),
    'element-quotas.add': quotas.add,
    'element-quotas.change': quotas.change,
    'element-quotas.withdraw': quotas.withdraw,
    'element-quotas.export': transfer.giveQuotas,
    'element-quotas.import': transfer.takeQuotas,

    'element-allocations.list': async (context, wanted) => ({ allocations: await allocations.listOf(context, wanted) }),
    'element-allocations.show': async (context, { id }) => ({ revisions: await allocations.revisionsOf(context, id) }),
    'element-allocations.decide': (context, input) => allocations.decide(context, input, false),
    'element-allocations.overrule': (context, input) => allocations.decide(context, input, true),
    'element-allocations.correct': allocations.correct,
    'element-allocations.withdraw': allocations.withdraw,
  });
}
