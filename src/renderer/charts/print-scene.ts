import { sceneToSvg, type Scene } from '@shared/figures';
import styles from './print-scene.module.css';

/** Pixels of a scene are 96 to the inch. */
const SCENE_DPI = 96;

/**
 * Puts a scene alone on the printed page while `print` runs. `print` gets the size of the figure in inches, rounded up
 * so that a fraction of a pixel does not begin a second page.
 */
export async function withSceneOnPaper<T>(
  scene: Scene,
  print: (size: { readonly width: number; readonly height: number }) => Promise<T>,
): Promise<T> {
  const svg = sceneToSvg(scene, { fontFamily: "'Inter Variable', Inter, system-ui", idPrefix: 'printed' });
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const paper = document.createElement('div');
  paper.className = styles['paper'] ?? '';
  paper.setAttribute('aria-hidden', 'true');
  paper.append(document.importNode(drawn, true));
  document.body.append(paper);
  try {
    return await print({
      width: Math.ceil(scene.width + 1) / SCENE_DPI,
      height: Math.ceil(scene.height + 1) / SCENE_DPI,
    });
  } finally {
    paper.remove();
  }
}
