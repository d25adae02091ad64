import type { Result } from '@shared/kernel';

/**
 * Gives a file to the person: through the desktop's save dialog, or as a download in a plain browser. False when the
 * person changed their mind; a failure is told by the caller.
 */
export async function saveBytes(
  name: string,
  type: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<boolean, { code: string }>> {
  const { concord } = window;
  if (concord) return concord.saveFile({ suggestedName: name, bytes });
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return { ok: true, value: true };
}

export const saveText = (
  name: string,
  type: string,
  text: string,
): Promise<Result<boolean, { code: string }>> => saveBytes(name, type, new TextEncoder().encode(text));
