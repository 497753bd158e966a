import type { Ledger } from '../../../core/ledger/ledger.ts';
import { acceptances } from './acceptances.ts';
import { accountabilityCases } from './accountability-cases.ts';
import { alliances } from './alliances.ts';
import { annualLists } from './annual-lists.ts';
import { bankMatches } from './bank-matches.ts';
import { biosafety } from './biosafety.ts';
import { blacklist } from './blacklist.ts';
import { brands } from './brands.ts';
import { certificates } from './certificates.ts';
import { cloudFirms } from './cloud-firms.ts';
import { commendations } from './commendations.ts';
import { competitiveReviews } from './competitive-reviews.ts';
import { complaints } from './complaints.ts';
import { consultations } from './consultations.ts';
import { contractDuties } from './contract-duties.ts';
import { cooperations } from './cooperations.ts';
import { creditCommitments } from './credit-commitments.ts';
import { departmentRatings } from './department-ratings.ts';
import { dualConfirmations } from './dual-confirmations.ts';
import { emissionCuts } from './emission-cuts.ts';
import { enclaveShares } from './enclave-shares.ts';
import { enforcementCases } from './enforcement-cases.ts';
import { enterpriseLadder } from './enterprise-ladder.ts';
import { envDisclosures } from './env-disclosures.ts';
import { envRisks } from './env-risks.ts';
import { envViolations } from './env-violations.ts';
import { financings } from './financings.ts';
import { flexibleTalents } from './flexible-talents.ts';
import { fundAudits } from './fund-audits.ts';
import { fundBids } from './fund-bids.ts';
import { fundInvestments } from './fund-investments.ts';
import { geographicProducts } from './geographic-products.ts';
import { greenCredits } from './green-credits.ts';
import { greenFactories } from './green-factories.ts';
import { hazardousWastes } from './hazardous-wastes.ts';
import { idleAssets } from './idle-assets.ts';
import { incubations } from './incubations.ts';
import { infrastructureFinancings } from './infrastructure-financings.ts';
import { infringements } from './infringements.ts';
import { innovationPlatforms } from './innovation-platforms.ts';
import { inspections } from './inspections.ts';
import { investorCare } from './investor-care.ts';
import { jointMeetings } from './joint-meetings.ts';
import { landExits } from './land-exits.ts';
import { landLeases } from './land-leases.ts';
import { landPatrols } from './land-patrols.ts';
import { landRequests } from './land-requests.ts';
import { leadingEnterprises } from './leading-enterprises.ts';
import { licences } from './licences.ts';
import { listings } from './listings.ts';
import { localPurchases } from './local-purchases.ts';
import { logisticsNodes } from './logistics-nodes.ts';
import { majorReports } from './major-reports.ts';
import { manureUses } from './manure-uses.ts';
import { matchingAwards } from './matching-awards.ts';
import { materialLinks } from './material-links.ts';
import { mergers } from './mergers.ts';
import { observedItems } from './observed-items.ts';
import { oldFactories } from './old-factories.ts';
import { outsourcings } from './outsourcings.ts';
import { overseasProjects } from './overseas-projects.ts';
import { parkUpgrades } from './park-upgrades.ts';
import { patentFirsts } from './patent-firsts.ts';
import { periodicDuties } from './periodic-duties.ts';
import { phaseOuts } from './phase-outs.ts';
import { planAdjustments } from './plan-adjustments.ts';
import { planAssessments } from './plan-assessments.ts';
import { planFilings } from './plan-filings.ts';
import { planReviews } from './plan-reviews.ts';
import { platformAssets } from './platform-assets.ts';
import { policies } from './policies.ts';
import { posts } from './posts.ts';
import { powerUsers } from './power-users.ts';
import { problems } from './problems.ts';
import { projectExits } from './project-exits.ts';
import { projectIdeas } from './project-ideas.ts';
import { projectPackages } from './project-packages.ts';
import { projectSchemes } from './project-schemes.ts';
import { promotionEvents } from './promotion-events.ts';
import { promotionLeads } from './promotion-leads.ts';
import { publicServices } from './public-services.ts';
import { publicationEvents } from './publication-events.ts';
import { qualityWarnings } from './quality-warnings.ts';
import { quotaSwaps } from './quota-swaps.ts';
import { randomChecks } from './random-checks.ts';
import { randomVisits } from './random-visits.ts';
import { recyclingDuties } from './recycling-duties.ts';
import { redevelopments } from './redevelopments.ts';
import { researchTasks } from './research-tasks.ts';
import { resourceNeeds } from './resource-needs.ts';
import { responsibilityLetters } from './responsibility-letters.ts';
import { riskChains } from './risk-chains.ts';
import { riskShares } from './risk-shares.ts';
import { safetyHazards } from './safety-hazards.ts';
import { satisfactionSurveys } from './satisfaction-surveys.ts';
import { serviceDuties } from './service-duties.ts';
import { serviceItems } from './service-items.ts';
import { serviceRequests } from './service-requests.ts';
import { sessions } from './sessions.ts';
import { siteServices } from './site-services.ts';
import { skilledTalents } from './skilled-talents.ts';
import { specialFunds } from './special-funds.ts';
import { specialTasks } from './special-tasks.ts';
import { standardLand } from './standard-land.ts';
import { standardPlants } from './standard-plants.ts';
import { supplyLinks } from './supply-links.ts';
import { talentLoans } from './talent-loans.ts';
import { talentSupports } from './talent-supports.ts';
import { targetCompanies } from './target-companies.ts';
import { taskForces } from './task-forces.ts';
import { technologyNeeds } from './technology-needs.ts';
import { tolerantFilings } from './tolerant-filings.ts';
import { trackings } from './trackings.ts';
import { trainingAgreements } from './training-agreements.ts';
import { transferFreezes } from './transfer-freezes.ts';
import { unifiedFunctions } from './unified-functions.ts';
import { whistles } from './whistles.ts';
import { zoneDuties } from './zone-duties.ts';

/** Every ledger of the system, in the order of the menu: one file each. */
export const ledgers: readonly Ledger[] = [
  problems,
  sessions,
  whistles,
  inspections,
  randomChecks,
  randomVisits,
  complaints,
  jointMeetings,
  planFilings,
  planAdjustments,
  planAssessments,
  majorReports,
  landExits,
  idleAssets,
  landLeases,
  landRequests,
  contractDuties,
  responsibilityLetters,
  annualLists,
  acceptances,
  trackings,
  projectExits,
  redevelopments,
  standardLand,
  zoneDuties,
  enclaveShares,
  quotaSwaps,
  enterpriseLadder,
  listings,
  certificates,
  phaseOuts,
  patentFirsts,
  localPurchases,
  specialFunds,
  competitiveReviews,
  riskShares,
  bankMatches,
  fundAudits,
  fundBids,
  promotionLeads,
  creditCommitments,
  investorCare,
  oldFactories,
  cooperations,
  envRisks,
  envViolations,
  hazardousWastes,
  safetyHazards,
  departmentRatings,
  accountabilityCases,
  siteServices,
  blacklist,
  serviceRequests,
  tolerantFilings,
  innovationPlatforms,
  incubations,
  talentSupports,
  technologyNeeds,
  publicationEvents,
  trainingAgreements,
  consultations,
  satisfactionSurveys,
  supplyLinks,
  infringements,
  posts,
  geographicProducts,
  researchTasks,
  taskForces,
  riskChains,
  envDisclosures,
  biosafety,
  greenFactories,
  brands,
  promotionEvents,
  resourceNeeds,
  enforcementCases,
  licences,
  flexibleTalents,
  talentLoans,
  outsourcings,
  alliances,
  overseasProjects,
  projectPackages,
  targetCompanies,
  fundInvestments,
  dualConfirmations,
  standardPlants,
  serviceItems,
  serviceDuties,
  emissionCuts,
  recyclingDuties,
  parkUpgrades,
  observedItems,
  financings,
  infrastructureFinancings,
  transferFreezes,
  specialTasks,
  qualityWarnings,
  commendations,
  logisticsNodes,
  leadingEnterprises,
  planReviews,
  projectSchemes,
  periodicDuties,
  powerUsers,
  policies,
  mergers,
  projectIdeas,
  skilledTalents,
  publicServices,
  cloudFirms,
  unifiedFunctions,
  greenCredits,
  materialLinks,
  manureUses,
  landPatrols,
  platformAssets,
  matchingAwards,
];
