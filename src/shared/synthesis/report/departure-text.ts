import { poolErrorText } from '../../pooling';
import type { Departure } from '../results';
import type { ReportTexts } from './printed';

/** A departure from the plan as a sentence. */
export function departureText(
  departure: Departure,
  { synthesis: words, pooling }: Pick<ReportTexts, 'synthesis' | 'pooling'>,
): string {
  const { departures } = words;
  const at = ({ label, window }: { readonly label: string; readonly window: string }): string =>
    window === '' ? label : `${label}, ${window}`;
  switch (departure.code) {
    case 'method':
    case 'test':
    case 'dependence':
    case 'assumedCorrelation':
    case 'minimumTrials':
    case 'sharedControls':
      return departures.changed(departures.names[departure.code], departure.planned, departure.used);
    case 'no-plan':
      return departures.noPlan;
    case 'not-in-plan':
      return departures.notInPlan(departure.rows, departure.outcomes.join('; '));
    case 'no-rows':
      return departures.noRows(departure.label, departure.window);
    case 'too-few':
      return `${at(departure)}: ${words.tooFew(departure.trials, departure.minimum)}.`;
    case 'failed':
      return `${at(departure)}: ${poolErrorText(departure.error, pooling.errors)}`;
    case 'field-empty':
      return departures.fieldEmpty(departure.label, departure.field);
    case 'without-measure':
      return departures.withoutMeasure(departure.label, departure.rows, departure.measure);
    case 'not-poolable':
      return departures.notPoolable(
        departure.studies.length,
        departure.studies
          .map(({ study, reason }) => `${study} (${departures.notPoolableReasons[reason]})`)
          .join('; '),
      );
    case 'corrected':
      return departures.corrected(departure.rows);
  }
}
