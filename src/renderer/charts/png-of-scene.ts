import { pngWithDensity, sceneToSvg, type Scene } from '@shared/figures';

/** Pixels of a scene are 96 to the inch. */
const SCENE_DPI = 96;
/** Browsers refuse canvases beyond about this many pixels to a side or in all. */
const LONGEST_SIDE = 16_000;
const MOST_PIXELS = 120_000_000;

/**
 * A scene drawn on white at `dpi` dots per inch (journals ask for 300 and more); very large figures get as many as a
 * canvas can hold, and the file says how many.
 */
export async function pngOfScene(scene: Scene, dpi = 400): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sceneToSvg(scene))}`;
  await image.decode();
  const scale = Math.min(
    dpi / SCENE_DPI,
    LONGEST_SIDE / Math.max(scene.width, scene.height),
    Math.sqrt(MOST_PIXELS / (scene.width * scene.height)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(scene.width * scale);
  canvas.height = Math.round(scene.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This window has no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new Error('The canvas gave no picture');
  return pngWithDensity(new Uint8Array(await blob.arrayBuffer()), scale * SCENE_DPI);
}
