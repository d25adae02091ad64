import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type LaunchOptions, type RunningConcord } from '../harness';
import { ConcordWindow } from '../pages/concord-window';

export type Machine = RunningConcord & { readonly concord: ConcordWindow };

export const newTeamFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'concord-team-'));

/** A machine whose folder dialogs are answered with the folder of the team. */
export async function machineOn(
  launch: (options?: LaunchOptions) => Promise<RunningConcord>,
  teamFolder: string,
  userData?: string,
): Promise<Machine> {
  const running = await launch({
    ...(userData === undefined ? {} : { userData }),
    env: { CONCORD_TEST_TEAM_FOLDER: teamFolder },
  });
  return { ...running, concord: new ConcordWindow(running.page) };
}

/** Puts the sheet that is asked for in its safe place. */
export async function keepRecoverySheet({ page }: Machine): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Keep your recovery sheet' });
  await expect(dialog).toBeVisible();
  const code = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByLabel('I have put it in a safe place').check();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  return code;
}

export async function share(machine: Machine): Promise<void> {
  const { page } = machine;
  await page.getByRole('button', { name: 'Share…' }).click();
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await keepRecoverySheet(machine);
}

export async function lookForFolder({ page }: Machine): Promise<void> {
  await page.getByRole('button', { name: 'Join a review' }).click();
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
}

export async function join(machine: Machine, name: string, role = 'Coder'): Promise<void> {
  const { page } = machine;
  await lookForFolder(machine);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Role').selectOption({ label: role });
  await dialog.getByRole('button', { name: 'Join', exact: true }).click();
  await keepRecoverySheet(machine);
}
