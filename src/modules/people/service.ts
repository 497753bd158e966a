import type { Service } from '../../core/implement.ts';
import { accountService } from './accounts.service.ts';
import { noticeService } from './notices.service.ts';
import { postService } from './posts.service.ts';
import { sessionService } from './session.service.ts';
import type { PeopleTools } from './tools.ts';
import { unitService } from './units.service.ts';

/** Units, accounts, posts and one's own session, as one module. */
export function peopleService(tools: PeopleTools): Service {
  const parts = [
    sessionService(tools.secrets),
    unitService(tools.readRows),
    accountService(tools),
    postService,
    noticeService,
  ];
  return {
    operations: Object.assign({}, ...parts.map(({ operations }) => operations)),
    handlers: Object.assign({}, ...parts.map(({ handlers }) => handlers)),
  };
}
