import type { Service } from '../core/implement.ts';
import type { Operations } from '../core/operation.ts';
import type { AuditKeeper } from '../modules/audits/audit.ts';
import { auditOperations } from '../modules/audits/operations.ts';
import { auditService } from '../modules/audits/service.ts';
import type { BackupFolder } from '../modules/backups/backup.ts';
import { backupOperations } from '../modules/backups/operations.ts';
import { backupService } from '../modules/backups/service.ts';
import { bulletinOperations } from '../modules/bulletins/operations.ts';
import { bulletinOriginService } from '../modules/bulletins/origin.service.ts';
import { bulletinOriginOperations } from '../modules/bulletins/origin-operations.ts';
import { bulletinService } from '../modules/bulletins/service.ts';
import { evidenceService } from '../modules/documents/evidence.service.ts';
import type { EvidenceKind } from '../modules/documents/evidence-kinds.ts';
import { evidenceOperations } from '../modules/documents/evidence-operations.ts';
import { documentOperations } from '../modules/documents/operations.ts';
import { documentService } from '../modules/documents/service.ts';
import { elementOperations } from '../modules/elements/operations.ts';
import { elementService } from '../modules/elements/service.ts';
import { enterpriseOperations } from '../modules/enterprises/operations.ts';
import { enterpriseService } from '../modules/enterprises/service.ts';
import { judgementService } from '../modules/evaluation/judgement.service.ts';
import { ruleOperations } from '../modules/evaluation/operations.ts';
import { ruleService } from '../modules/evaluation/service.ts';
import { knownFigureService } from '../modules/indicators/known.service.ts';
import { indicatorOperations } from '../modules/indicators/operations.ts';
import { originService } from '../modules/indicators/origin.service.ts';
import { originOperations } from '../modules/indicators/origin-operations.ts';
import { indicatorService } from '../modules/indicators/service.ts';
import { figureSheetService } from '../modules/indicators/sheet.service.ts';
import { figureSheetOperations } from '../modules/indicators/sheet-operations.ts';
import { submissionService as figureSubmissionService } from '../modules/indicators/submission.service.ts';
import { ledgers } from '../modules/ledgers/catalog/index.ts';
import { drawService } from '../modules/ledgers/draw.service.ts';
import { drawOperations } from '../modules/ledgers/draw-operations.ts';
import { ledgerOperations } from '../modules/ledgers/operations.ts';
import { ledgerService } from '../modules/ledgers/service.ts';
import { sessionService } from '../modules/ledgers/session.service.ts';
import { sessionOperations } from '../modules/ledgers/session-operations.ts';
import { overviewOperations } from '../modules/overview/operations.ts';
import { searchService } from '../modules/overview/search.service.ts';
import { searchOperations } from '../modules/overview/search-operations.ts';
import { overviewService } from '../modules/overview/service.ts';
import { parkOperations } from '../modules/parks/operations.ts';
import { parkService } from '../modules/parks/service.ts';
import { peopleOperations } from '../modules/people/operations.ts';
import { peopleService } from '../modules/people/service.ts';
import type { Secrets } from '../modules/people/tools.ts';
import type { Engine } from '../modules/plans/engine.ts';
import { planOperations } from '../modules/plans/operations.ts';
import { planService } from '../modules/plans/service.ts';
import { pastService } from '../modules/projects/backtest.service.ts';
import { deliveryService } from '../modules/projects/delivery.service.ts';
import { deliveryOperations } from '../modules/projects/delivery-operations.ts';
import { kinService } from '../modules/projects/kin.service.ts';
import { nodesService } from '../modules/projects/nodes.service.ts';
import { nodeOperations } from '../modules/projects/nodes-operations.ts';
import { projectOperations } from '../modules/projects/operations.ts';
import { owedService } from '../modules/projects/owed.service.ts';
import { portfolioService } from '../modules/projects/portfolio.service.ts';
import { scheduleService } from '../modules/projects/schedule.service.ts';
import { scheduleOperations } from '../modules/projects/schedule-operations.ts';
import { projectService } from '../modules/projects/service.ts';
import { siteService } from '../modules/projects/site.service.ts';
import { promotionOperations } from '../modules/promotion/operations.ts';
import { promotionServices } from '../modules/promotion/service.ts';
import { regionOperations } from '../modules/regions/operations.ts';
import { regionService } from '../modules/regions/service.ts';
import { reportOperations } from '../modules/reports/operations.ts';
import { reportServices } from '../modules/reports/service.ts';
import { submissionOperations } from '../modules/reports/submission-operations.ts';
import { sha256 } from '../platform/audit/digest.ts';
import { lookInside } from '../platform/files/look.ts';
import { readRows } from '../platform/files/rows.ts';
import { scanBy } from '../platform/files/scan.ts';
import { sheets } from '../platform/files/sheets.ts';
import { publishing } from '../platform/publication/publish.ts';
import { forms, workbooks } from './forms.ts';
import { ruleEditions } from './rule-editions.ts';

/** What looks after the data from behind: past row-level security, and in the data home. */
export interface Upkeep {
  readonly keeper: AuditKeeper;
  readonly backups: BackupFolder;
  readonly secrets: Secrets;
  readonly evidence?: EvidenceRules | undefined;
}

/** What the installation says of evidence: a virus scanner, and limits by kind in megabytes. */
export interface EvidenceRules {
  readonly scanner?: string | undefined;
  readonly limits?: Partial<Record<EvidenceKind, number>> | undefined;
}

const operations = () => declaredOperations;

/** The system is this list. */
export const servicesOf = (engine: Engine, { keeper, backups, secrets, evidence = {} }: Upkeep): readonly Service[] => [
  peopleService({ secrets, readRows }),
  auditService({ keeper, operations, sha256 }),
  backupService(backups),
  indicatorService,
  figureSubmissionService,
  figureSheetService(sheets),
  knownFigureService,
  originService,
  regionService,
  parkService(sheets),
  enterpriseService(sheets),
  projectService(sheets),
  deliveryService(sheets),
  siteService(sheets),
  kinService,
  nodesService(sheets),
  scheduleService,
  portfolioService,
  owedService,
  pastService,
  ...reportServices(forms(), workbooks),
  documentService,
  evidenceService({
    look: lookInside,
    scan: evidence.scanner === undefined ? undefined : scanBy(evidence.scanner),
    limits: evidence.limits,
  }),
  planService(engine),
  ruleService(ruleEditions()),
  judgementService(ruleEditions()),
  ledgerService(ledgers, sheets),
  sessionService(ledgers, sheets, publishing()),
  drawService(ledgers, sheets, publishing().sha256),
  ...promotionServices,
  elementService(sheets),
  bulletinService(publishing()),
  bulletinOriginService,
  overviewService,
  searchService,
];

/** What is offered to the outside; inner operations serve the others only. */
const offered = (operations: Operations): Operations =>
  Object.fromEntries(Object.entries(operations).filter(([, { isInner }]) => isInner !== true));

export const operationsOf = (services: readonly Service[]): Operations =>
  offered(Object.assign({}, ...services.map(({ operations }) => operations)));

/** Every operation, without the code behind it: for commands, clients and the API reference. */
export const declaredOperations: Operations = offered({
  ...peopleOperations,
  ...auditOperations,
  ...backupOperations,
  ...indicatorOperations,
  ...originOperations,
  ...figureSheetOperations,
  ...regionOperations,
  ...parkOperations,
  ...enterpriseOperations,
  ...projectOperations,
  ...deliveryOperations,
  ...nodeOperations,
  ...scheduleOperations,
  ...reportOperations,
  ...submissionOperations,
  ...documentOperations,
  ...evidenceOperations,
  ...planOperations,
  ...ruleOperations,
  ...ledgerOperations,
  ...sessionOperations,
  ...drawOperations,
  ...promotionOperations,
  ...elementOperations,
  ...bulletinOperations,
  ...bulletinOriginOperations,
  ...overviewOperations,
  ...searchOperations,
});
