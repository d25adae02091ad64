/**
 * Instruments of the field whose direction is known, by a piece of their name. For checks only: a direction found here
 * never turns a sign by itself. From the instruments' own manuals.
 */
const lowerIsBetter: readonly RegExp[] = [
  /\bBPRS\b|brief psychiatric rating/iu,
  /\bBSI\b|brief symptom inventory/iu,
  /\bEPDS\b|edinburgh postnatal/iu,
  /\bCES-?D\b/iu,
  /\bPHQ\b|patient health questionnaire/iu,
  /\bHSCL\b|hopkins symptom/iu,
  /\bSCL-?90\b/iu,
  /\bBASIS\b/iu,
  /\bPANSS\b/iu,
  /\bCAPE\b/iu,
  /\bBDI\b|beck depression/iu,
  /beck scale for suicid/iu,
  /\bCGI\b|clinical global impression/iu,
  /UCLA loneliness|loneliness scale/iu,
  /\bISMI\b|internali[sz]ed stigma/iu,
  /psychological distress/iu,
];

const higherIsBetter: readonly RegExp[] = [
  /\bGAF\b|global assessment of functioning/iu,
  /\bRAS\b|recovery assessment scale/iu,
  /\bMHRM\b|mental health recovery measure/iu,
  /WHOQOL/iu,
  /\bMANSA\b|manchester short assessment/iu,
  /lancashire quality/iu,
  /lehman/iu,
  /empowerment scale|\bBUES\b/iu,
  /herth|hope scale/iu,
  /self-?esteem/iu,
  /self-?efficacy/iu,
  /\bEQ-?5D\b|EUROHIS|\bSF-?36\b/iu,
  /process of recovery/iu,
  /confidence scale/iu,
  /well-?being/iu,
];

/** True where a higher score is better, false where worse, undefined where the instrument is not known. */
export function directionOfInstrument(name: string): boolean | undefined {
  if (lowerIsBetter.some((pattern) => pattern.test(name))) return false;
  return higherIsBetter.some((pattern) => pattern.test(name)) ? true : undefined;
}
