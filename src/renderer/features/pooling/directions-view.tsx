import type { Results } from '@shared/synthesis';
import { directionPlot } from '@shared/synthesis/figures';
import { useTexts } from '../../app/app-context';
import { SavedFigure } from '../../review-kit';
import { fileNameOf, useFigureOptions } from './figure-options';
import styles from './pooling.module.css';

/** Synthesis without meta-analysis: where the effects of each trial point. */
export function DirectionsView({
  results,
  onStudy,
}: {
  readonly results: Results;
  readonly onStudy: (studyId: string) => void;
}) {
  const { synthesis: words } = useTexts();
  const options = useFigureOptions();
  const scene = directionPlot(results.directions, options);
  return (
    <>
      <p className={styles['hint']}>{words.directionsHint}</p>
      <SavedFigure scene={scene} fileName={fileNameOf(scene.title)} onMark={onStudy} />
    </>
  );
}
