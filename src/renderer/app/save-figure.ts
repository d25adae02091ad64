import { err, ok, type Result } from '@shared/kernel';
import { lightTheme, sceneToSvg, type Scene } from '@shared/figures';
import { saveBytes, saveText } from './save-file';

/** Sharp enough for print at the width of a page. */
const PIXELS_PER_UNIT = 3;

export const saveSvg = (name: string, scene: Scene): Promise<Result<boolean, { code: string }>> =>
  saveText(`${name}.svg`, 'image/svg+xml', sceneToSvg(scene));

/** The same figure on white paper as a picture of points. */
export async function savePng(name: string, scene: Scene): Promise<Result<boolean, { code: string }>> {
  const url = URL.createObjectURL(
    new Blob([sceneToSvg(scene, { theme: lightTheme })], { type: 'image/svg+xml' }),
  );
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(scene.width * PIXELS_PER_UNIT);
    canvas.height = Math.ceil(scene.height * PIXELS_PER_UNIT);
    const context = canvas.getContext('2d');
    if (!context) return err({ code: 'no-canvas' });
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (!blob) return err({ code: 'no-picture' });
    const saved = await saveBytes(`${name}.png`, 'image/png', new Uint8Array(await blob.arrayBuffer()));
    return saved.ok ? ok(saved.value) : saved;
  } catch {
    return err({ code: 'no-picture' });
  } finally {
    URL.revokeObjectURL(url);
  }
}
