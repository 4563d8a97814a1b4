import actionEvidenceJson from './action-evidence.json' with { type: 'json' }
import actionStagesJson from './action-stages.json' with { type: 'json' }
import activityStatesJson from './activity-states.json' with { type: 'json' }
import activityTypesJson from './activity-types.json' with { type: 'json' }
import agencyTypesJson from './agency-types.json' with { type: 'json' }
import auditGradesJson from './audit-grades.json' with { type: 'json' }
import checkLooksJson from './check-looks.json' with { type: 'json' }
import checkResultsJson from './check-results.json' with { type: 'json' }
import confidentialityReasonsJson from './confidentiality-reasons.json' with { type: 'json' }
import diversionDestinationsJson from './diversion-destinations.json' with { type: 'json' }
import feedbackModesJson from './feedback-modes.json' with { type: 'json' }
import itemStatesJson from './item-states.json' with { type: 'json' }
import observationKindsJson from './observation-kinds.json' with { type: 'json' }
import observationQuestionsJson from './observation-questions.json' with { type: 'json' }
import outcomeAssociationJson from './outcome-association.json' with { type: 'json' }
import reporterRelationsJson from './reporter-relations.json' with { type: 'json' }
import reportingModesJson from './reporting-modes.json' with { type: 'json' }
import statutoryProfilesJson from './statutory-profiles.json' with { type: 'json' }
import trainingEvidenceJson from './training-evidence.json' with { type: 'json' }
import triageOutcomesJson from './triage-outcomes.json' with { type: 'json' }
import type {
  AgencyType,
  DiversionDestination,
  FeedbackMode,
  Item,
  List,
  ObservationKind,
  Question,
  QuestionSet,
  StatutoryProfile,
  TriageOutcome,
} from './types.ts'
import worryScaleJson from './worry-scale.json' with { type: 'json' }

export const KIND_CODES = [
  'goodPractice',
  'goodOutcome',
  'typicalCase',
  'nearMiss',
  'disquiet',
  'practiceConcern',
  'riskAhead',
  'poorOutcome',
] as const
export type KindCode = (typeof KIND_CODES)[number]

export const OUTCOME_CODES = [
  'answerAndClose',
  'localLearning',
  'supervision',
  'auditTheme',
  'afterActionReview',
  'multiAgencyReview',
  'considerStatutoryReview',
  'referElsewhere',
  'linkToExisting',
] as const
export type OutcomeCode = (typeof OUTCOME_CODES)[number]

export const FEEDBACK_MODE_CODES = [
  'bounceBack',
  'rapidResponse',
  'raiseAwareness',
  'tellWhatWasDone',
  'improveSystems',
] as const
export type FeedbackModeCode = (typeof FEEDBACK_MODE_CODES)[number]

export const ACTIVITY_TYPE_CODES = [
  'supervision',
  'reflection',
  'discussion',
  'teamMeeting',
  'huddle',
  'afterActionReview',
  'training',
  'singleAgencyAudit',
  'multiAgencyAudit',
] as const
export type ActivityTypeCode = (typeof ACTIVITY_TYPE_CODES)[number]

export const AUDIT_GRADE_CODES = ['met', 'mostlyMet', 'partlyMet', 'notMet', 'cannotTell'] as const
export type AuditGradeCode = (typeof AUDIT_GRADE_CODES)[number]

export const TRAINING_EVIDENCE_CODES = [
  'attendanceOnly',
  'saidUseful',
  'knowledgeTested',
  'practiceSeen',
  'outcomeMeasured',
] as const
export type TrainingEvidenceCode = (typeof TRAINING_EVIDENCE_CODES)[number]

export const CHECK_RESULT_CODES = ['asAsked', 'alternate', 'notAccepted'] as const
export type CheckResultCode = (typeof CHECK_RESULT_CODES)[number]

// The compiler reads every code in a JSON file as `string`, so the narrower types are asserted
// here. They are true: the tests of this file check each closed set against the data.
export const observationKinds = observationKindsJson as List<ObservationKind>
export const questionSets = observationQuestionsJson as readonly QuestionSet[]
export const worryScale: List<Item> = worryScaleJson
export const reportingModes: List<Item> = reportingModesJson
export const reporterRelations: List<Item> = reporterRelationsJson
export const confidentialityReasons: List<Item> = confidentialityReasonsJson
export const outcomeAssociation: List<Item> = outcomeAssociationJson
export const triageOutcomes = triageOutcomesJson as List<TriageOutcome>
export const itemStates: List<Item> = itemStatesJson
export const diversionDestinations = diversionDestinationsJson as List<DiversionDestination>
export const agencyTypes = agencyTypesJson as List<AgencyType>
export const feedbackModes = feedbackModesJson as List<FeedbackMode>
export const activityTypes: List<Item> = activityTypesJson
export const activityStates: List<Item> = activityStatesJson
export const auditGrades: List<Item> = auditGradesJson
export const trainingEvidence: List<Item> = trainingEvidenceJson
export const actionStages: List<Item> = actionStagesJson
export const actionEvidence: List<Item> = actionEvidenceJson
export const checkLooks: List<Item> = checkLooksJson
export const checkResults: List<Item> = checkResultsJson
export const statutoryProfiles = statutoryProfilesJson as readonly StatutoryProfile[]

/** The kind with this code, retired or not: old observations carry its code. */
export const kindOf = (code: string): ObservationKind | undefined => itemOf(observationKinds, code)

/** The triage outcome with this code, retired or not. */
export const outcomeOf = (code: string): TriageOutcome | undefined => itemOf(triageOutcomes, code)

/** Items that can be chosen now. A retired one stays in the list for old records. */
export const offered = <I extends Item>({ items }: List<I>): readonly I[] =>
  items.filter(({ retired }) => !retired)

/** The label of an item. A code is never shown, even one the list does not know. */
export const labelOf = (list: List<Item>, code: string): string =>
  itemOf(list, code)?.label ?? (code === '' ? '' : 'No longer on the list')

/**
 * The questions for a kind in the order asked. First the required ones: danger, the opening
 * question, the others; for praise danger comes last of these. Then the optional ones. Each group
 * keeps the order of the data. A question that two sets share stands once, at its first place, and
 * is required if either requires it.
 */
export function questionsFor(kindCode: KindCode): readonly Question[] {
  const kind = kindOf(kindCode)
  const known = QUESTIONS.get(kind?.code) ?? questionsOf(kind)
  QUESTIONS.set(kind?.code, known)
  return known
}

/**
 * Kept, since the lists do not change while the program runs. An unknown code counts as no kind.
 */
const QUESTIONS = new Map<string | undefined, readonly Question[]>()

function questionsOf(kind: ReturnType<typeof kindOf>): readonly Question[] {
  const asked = [questionsIn('common'), ...(kind?.questionSets ?? []).map(questionsIn)]
    .flat()
    .filter(({ off, onlyFor }) => off === undefined && (!onlyFor || onlyFor === kind?.group))
  const opening = asked.find(({ replaces }) => replaces === 'story')
  const once = new Map<string, Question>()
  for (const question of asked) {
    if (question === opening) continue
    const placed = question.code === 'story' && opening ? opening : question
    const earlier = once.get(placed.code)
    const required = placed.required || earlier?.required === true
    once.set(placed.code, { ...(earlier ?? placed), required })
  }
  const merged = [...once.values()]
  const isLast = ({ lastFor }: Question) => lastFor !== undefined && lastFor === kind?.group
  const required = merged.filter((q) => q.required)
  return [
    ...required.filter((q) => !isLast(q)),
    ...required.filter(isLast),
    ...merged.filter((q) => !q.required),
  ]
}

const questionsIn = (code: string): readonly Question[] =>
  questionSets.find((set) => set.code === code)?.questions ?? []

const itemOf = <I extends Item>(list: List<I>, code: string): I | undefined =>
  list.items.find((item) => item.code === code)
