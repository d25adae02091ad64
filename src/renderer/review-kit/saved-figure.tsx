import { sceneToSvg, type Scene } from '@shared/figures';
import { Button } from '../ui-kit';
import { useApp, useTexts } from '../app/app-context';
import { saveBytes, saveText } from '../app/save-file';
import { useDark } from '../app/use-dark';
import { pngOfScene } from '../charts/png-of-scene';
import { withSceneOnPaper } from '../charts/print-scene';
import { SceneView } from '../charts/scene-view';
import styles from './saved-figure.module.css';

/** As PDF through the desktop; in a plain browser through its print dialog, which can save one. */
const savePdf = (scene: Scene, name: string): ReturnType<typeof saveText> =>
  withSceneOnPaper(scene, async (size) => {
    const { concord } = window;
    if (!concord) {
      window.print();
      return { ok: true, value: false };
    }
    const pdf = await concord.pageAsPdf(size);
    return pdf.ok ? saveBytes(name, 'application/pdf', pdf.value) : pdf;
  });

/** A figure with the ways to save it; a wide or high one scrolls by itself, so it can be reached by key. */
export function SavedFigure({
  scene,
  fileName,
  onMark,
}: {
  readonly scene: Scene;
  /** Without an ending. */
  readonly fileName: string;
  readonly onMark?: (mark: string) => void;
}) {
  const { results: words } = useTexts();
  const { say } = useApp();
  const dark = useDark();
  const save = async (ending: string, run: () => ReturnType<typeof saveText>): Promise<void> => {
    const name = `${fileName}.${ending}`;
    try {
      const saved = await run();
      if (!saved.ok) say({ text: words.saveFailed(name), tone: 'error' });
      else if (saved.value) say({ text: words.saved(name) });
    } catch {
      say({ text: words.saveFailed(name), tone: 'error' });
    }
  };
  const kinds = [
    {
      name: 'SVG',
      run: () => saveText(`${fileName}.svg`, 'image/svg+xml', sceneToSvg(scene)),
    },
    {
      name: 'PNG',
      run: async () => saveBytes(`${fileName}.png`, 'image/png', await pngOfScene(scene)),
    },
    { name: 'PDF', run: () => savePdf(scene, `${fileName}.pdf`) },
  ];
  return (
    <figure className={styles['figure']}>
      <div className={styles['paper']} tabIndex={0} role="region" aria-label={scene.title}>
        <SceneView scene={scene} dark={dark} {...(onMark ? { onMark } : {})} />
      </div>
      <div className={styles['saving']} role="group" aria-label={words.saveFigure}>
        <span className={styles['hint']}>{words.saveFigure}</span>
        {kinds.map(({ name, run }) => (
          <Button
            key={name}
            small
            label={words.saveFigureAs(name)}
            onPress={() => void save(name.toLowerCase(), run)}
          >
            {name}
          </Button>
        ))}
      </div>
    </figure>
  );
}
