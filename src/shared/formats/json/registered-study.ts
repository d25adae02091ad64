import type { ObjectReader } from './object-reader';
import { isObject, joined, leavesOf, listAt, namesSet, textAt, textsAt, valueAt } from './values';

/** A study of a register, whichever answer it was taken from. */
type Registration = {
  readonly nctId: string | undefined;
  readonly brief: string | undefined;
  readonly official: string | undefined;
  readonly secondaryIds: readonly (string | undefined)[];
  readonly conditions: readonly string[];
  readonly keywords: readonly string[];
  readonly interventions: readonly string[];
  readonly design: readonly (string | undefined)[];
  readonly outcomes: readonly (string | undefined)[];
  readonly eligibility: string | undefined;
  readonly summary: string | undefined;
  readonly posted: string | undefined;
  readonly started: string | undefined;
  readonly type: string | undefined;
  readonly officials: readonly (string | undefined)[];
  /** What screening does not read, by its own name. */
  readonly rest: readonly (readonly [name: string, value: string | undefined])[];
};

/**
 * The brief summary comes first in the abstract, then what is screened: conditions, interventions, design, main outcomes.
 */
function fieldsOf(study: Registration): ReturnType<ObjectReader> {
  const { nctId, brief, official, posted, conditions } = study;
  const labelled: readonly (readonly [string, string | undefined])[] = [
    ['CONDITION', joined(conditions)],
    ['INTERVENTION', joined(study.interventions)],
    ['DESIGN', joined(study.design)],
    ['PRIMARY OUTCOME', joined(study.outcomes)],
    ['ELIGIBILITY', study.eligibility],
  ];
  const abstract = [
    study.summary,
    ...labelled.map(([label, text]) => (text === undefined ? undefined : `${label}: ${text}`)),
  ];
  return {
    single: {
      title: brief ?? official,
      year: posted ?? study.started,
      date: posted,
      journal: 'ClinicalTrials.gov',
      accession: nctId,
      registration: joined([nctId, ...study.secondaryIds]),
      abstract: abstract.filter((part) => part !== undefined).join(' '),
      type: study.type,
      url: nctId === undefined ? undefined : `https://clinicaltrials.gov/study/${nctId}`,
    },
    authors: study.officials.filter((name) => name !== undefined),
    keywords: [...conditions, ...study.keywords],
    other: [
      ['officialTitle', brief === undefined ? undefined : official] as const,
      ['secondaryId', joined(study.secondaryIds)] as const,
      ...study.rest,
    ].flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
  };
}

const interventionOf = (type: string | undefined, name: string | undefined): string =>
  [type, name].filter(Boolean).join(': ');

/** Modules that fields take, or of which only the members named in `rest` are kept under their short names. */
const takenOfStudy = namesSet(
  'identificationModule.nctId identificationModule.briefTitle identificationModule.officialTitle identificationModule.acronym ' +
    'identificationModule.secondaryIdInfos.id statusModule.overallStatus statusModule.startDateStruct.date statusModule.completionDateStruct.date ' +
    'statusModule.studyFirstPostDateStruct.date sponsorCollaboratorsModule.leadSponsor.name designModule.phases designModule.enrollmentInfo.count ' +
    'descriptionModule.briefSummary descriptionModule.detailedDescription conditionsModule.conditions conditionsModule.keywords ' +
    'armsInterventionsModule.interventions.type armsInterventionsModule.interventions.name outcomesModule.primaryOutcomes.measure ' +
    'eligibilityModule.eligibilityCriteria contactsLocationsModule.overallOfficials.name designModule.studyType ' +
    'designModule.designInfo.allocation designModule.designInfo.interventionModel',
);

/** A study of ClinicalTrials.gov (API v2, https://clinicaltrials.gov/data-api/about-api/study-data-structure). */
export const registeredStudy: ObjectReader = (study) => {
  const protocol = valueAt(study, 'protocolSection');
  const identification = valueAt(protocol, 'identificationModule');
  const status = valueAt(protocol, 'statusModule');
  const design = valueAt(protocol, 'designModule');
  const hasResults = valueAt(study, 'hasResults');
  return fieldsOf({
    nctId: textAt(identification, 'nctId'),
    brief: textAt(identification, 'briefTitle'),
    official: textAt(identification, 'officialTitle'),
    secondaryIds: listAt(identification, 'secondaryIdInfos').map((one) => textAt(one, 'id')),
    conditions: textsAt(protocol, 'conditionsModule', 'conditions'),
    keywords: textsAt(protocol, 'conditionsModule', 'keywords'),
    interventions: listAt(protocol, 'armsInterventionsModule', 'interventions').map((one) =>
      interventionOf(textAt(one, 'type'), textAt(one, 'name')),
    ),
    design: [textAt(design, 'designInfo', 'allocation'), textAt(design, 'designInfo', 'interventionModel')],
    outcomes: listAt(protocol, 'outcomesModule', 'primaryOutcomes').map((one) => textAt(one, 'measure')),
    eligibility: textAt(protocol, 'eligibilityModule', 'eligibilityCriteria'),
    summary: textAt(protocol, 'descriptionModule', 'briefSummary'),
    posted: textAt(status, 'studyFirstPostDateStruct', 'date') ?? textAt(status, 'studyFirstSubmitDate'),
    started: textAt(status, 'startDateStruct', 'date'),
    type: textAt(design, 'studyType'),
    officials: listAt(protocol, 'contactsLocationsModule', 'overallOfficials').map((one) =>
      textAt(one, 'name'),
    ),
    rest: [
      ['acronym', textAt(identification, 'acronym')],
      ['overallStatus', textAt(status, 'overallStatus')],
      ['startDate', textAt(status, 'startDateStruct', 'date')],
      ['completionDate', textAt(status, 'completionDateStruct', 'date')],
      ['leadSponsor', textAt(protocol, 'sponsorCollaboratorsModule', 'leadSponsor', 'name')],
      ['phases', joined(textsAt(design, 'phases'))],
      ['enrollment', textAt(design, 'enrollmentInfo', 'count')],
      ['detailedDescription', textAt(protocol, 'descriptionModule', 'detailedDescription')],
      ['hasResults', typeof hasResults === 'boolean' ? String(hasResults) : undefined],
      ...leavesOf(protocol, takenOfStudy),
    ],
  });
};

const takenOfOldStudy = namesSet(
  'IdentificationModule.NCTId IdentificationModule.BriefTitle IdentificationModule.OfficialTitle ' +
    'IdentificationModule.SecondaryIdInfoList.SecondaryIdInfo.SecondaryId StatusModule.StudyFirstPostDateStruct.StudyFirstPostDate ' +
    'ConditionsModule.ConditionList.Condition ConditionsModule.KeywordList.Keyword DescriptionModule.BriefSummary ' +
    'ArmsInterventionsModule.InterventionList.Intervention.InterventionType ArmsInterventionsModule.InterventionList.Intervention.InterventionName ' +
    'OutcomesModule.PrimaryOutcomeList.PrimaryOutcome.PrimaryOutcomeMeasure EligibilityModule.EligibilityCriteria DesignModule.StudyType ' +
    'ContactsLocationsModule.OverallOfficialList.OverallOfficial.OverallOfficialName DesignModule.DesignInfo.DesignAllocation ' +
    'DesignModule.DesignInfo.DesignInterventionModel',
);

/**
 * A study as the first interface of ClinicalTrials.gov gave it until 2024 (`FullStudiesResponse`): the same modules, with
 * capitals, lists inside lists, and members named after the list they are in.
 */
export const studyOfOldAnswer: ObjectReader = (study) => {
  const protocol = valueAt(study, 'ProtocolSection');
  const identification = valueAt(protocol, 'IdentificationModule');
  const status = valueAt(protocol, 'StatusModule');
  const design = valueAt(protocol, 'DesignModule');
  const listed = (module: string, name: string): readonly unknown[] =>
    listAt(protocol, module, `${name}List`, name);
  return fieldsOf({
    nctId: textAt(identification, 'NCTId'),
    brief: textAt(identification, 'BriefTitle'),
    official: textAt(identification, 'OfficialTitle'),
    secondaryIds: listed('IdentificationModule', 'SecondaryIdInfo').map((one) => textAt(one, 'SecondaryId')),
    conditions: textsAt(protocol, 'ConditionsModule', 'ConditionList', 'Condition'),
    keywords: textsAt(protocol, 'ConditionsModule', 'KeywordList', 'Keyword'),
    interventions: listed('ArmsInterventionsModule', 'Intervention').map((one) =>
      interventionOf(textAt(one, 'InterventionType'), textAt(one, 'InterventionName')),
    ),
    design: [
      textAt(design, 'DesignInfo', 'DesignAllocation'),
      textAt(design, 'DesignInfo', 'DesignInterventionModel'),
    ],
    outcomes: listed('OutcomesModule', 'PrimaryOutcome').map((one) => textAt(one, 'PrimaryOutcomeMeasure')),
    eligibility: textAt(protocol, 'EligibilityModule', 'EligibilityCriteria'),
    summary: textAt(protocol, 'DescriptionModule', 'BriefSummary'),
    posted:
      textAt(status, 'StudyFirstPostDateStruct', 'StudyFirstPostDate') ??
      textAt(status, 'StudyFirstSubmitDate'),
    started: textAt(status, 'StartDateStruct', 'StartDate'),
    type: textAt(design, 'StudyType'),
    officials: listed('ContactsLocationsModule', 'OverallOfficial').map((one) =>
      textAt(one, 'OverallOfficialName'),
    ),
    rest: isObject(protocol) ? leavesOf(protocol, takenOfOldStudy) : [],
  });
};
