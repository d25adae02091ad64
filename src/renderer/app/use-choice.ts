import { useCallback, useMemo } from 'react';
import { useApp } from './app-context';

/** How a choice is read back; a schema of zod fits. */
type Reader<T> = { readonly safeParse: (value: unknown) => { readonly data?: T | undefined } };

/** A choice that this installation remembers under a name; the usual one where nothing fitting was kept. */
export function useChoice<T>(name: string, reader: Reader<T>, usual: T): readonly [T, (chosen: T) => void] {
  const { settings, changeSettings } = useApp();
  const kept = settings.choices?.[name];
  const choice = useMemo(() => read(kept, reader) ?? usual, [kept, reader, usual]);
  const choose = useCallback(
    (chosen: T) => changeSettings({ choices: { ...settings.choices, [name]: JSON.stringify(chosen) } }),
    [settings.choices, changeSettings, name],
  );
  return [choice, choose];
}

function read<T>(kept: string | undefined, reader: Reader<T>): T | undefined {
  if (kept === undefined) return undefined;
  try {
    return reader.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined;
  }
}
