import { auditsPage } from '../modules/audits/pages/audits.page.tsx';
import { backupsPage } from '../modules/backups/pages/backups.page.tsx';
import { bulletinPage, bulletinsPage } from '../modules/bulletins/pages/bulletins.page.tsx';
import { vocabularyPage } from '../modules/documents/pages/vocabulary.page.tsx';
import { elementPage, elementsPage } from '../modules/elements/pages/elements.page.tsx';
import { enterprisesPage } from '../modules/enterprises/pages/enterprises.page.tsx';
import { rulePage, rulesPage } from '../modules/evaluation/pages/rules.page.tsx';
import { figuresPage } from '../modules/indicators/pages/figures.page.tsx';
import { indicatorsPage } from '../modules/indicators/pages/indicators.page.tsx';
import { ledgerPage, ledgersPage } from '../modules/ledgers/pages/ledgers.page.tsx';
import { overviewPage } from '../modules/overview/pages/overview.page.tsx';
import { parksPage } from '../modules/parks/pages/parks.page.tsx';
import { accountsPage } from '../modules/people/pages/accounts.page.tsx';
import { myAccountPage } from '../modules/people/pages/my-account.page.tsx';
import { signInsPage } from '../modules/people/pages/sign-ins.page.tsx';
import { unitsPage } from '../modules/people/pages/units.page.tsx';
import { comparePage } from '../modules/plans/pages/compare.page.tsx';
import { plansPage } from '../modules/plans/pages/plans.page.tsx';
import { workbenchPage } from '../modules/plans/pages/workbench.page.tsx';
import { ganttPage, nodesPage } from '../modules/projects/pages/gantt/gantt.page.tsx';
import { projectsPage } from '../modules/projects/pages/projects.page.tsx';
import { templatePage, templatesPage } from '../modules/projects/pages/templates/templates.page.tsx';
import {
  boardPage,
  myWorkPage,
  projectPage,
  promisesPage,
  sitePage,
  workloadPage,
} from '../modules/promotion/pages/delivery.page.tsx';
import { backtestPage, lampsPage } from '../modules/promotion/pages/lamps/lamps.page.tsx';
import { regionsPage } from '../modules/regions/pages/regions.page.tsx';
import {
  fillPage,
  reportsPage,
  reviewPage,
  reviewSheetPage,
  shownSheetPage,
} from '../modules/reports/pages/reports.page.tsx';
import type { Page } from '../web/page.ts';
import { OriginOfFigure } from './overview-slots.ts';
import { projectSlots } from './project-slots.ts';
import { startPage } from './start.page.tsx';

/** The screens, in the order of the menu. */
export const pages: readonly Page[] = [
  startPage,
  myWorkPage,
  overviewPage(OriginOfFigure),
  reportsPage,
  boardPage,
  workloadPage,
  promisesPage,
  projectPage(projectSlots),
  sitePage,
  lampsPage(projectSlots),
  backtestPage(projectSlots),
  plansPage,
  workbenchPage,
  comparePage,
  bulletinsPage,
  bulletinPage,
  vocabularyPage,
  regionsPage,
  parksPage,
  enterprisesPage,
  projectsPage,
  nodesPage,
  elementsPage,
  elementPage,
  ganttPage,
  templatesPage,
  templatePage,
  ledgersPage,
  ledgerPage,
  fillPage,
  reviewPage,
  reviewSheetPage,
  shownSheetPage,
  figuresPage,
  indicatorsPage,
  rulesPage,
  rulePage,
  unitsPage,
  accountsPage,
  signInsPage,
  auditsPage,
  backupsPage,
  myAccountPage,
];
