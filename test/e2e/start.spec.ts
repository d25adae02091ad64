import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { electronCommand, expect, expectNoAxeViolations, test } from './harness';

const trial = process.env['CONCORD_TRIAL_RUNTIME'] === '1';

test('the window opens on the list of reviews', async ({ launch }) => {
  const { app, page, userData } = await launch();
  await expect(page).toHaveTitle('Concord');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).toBe('app://concord/');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  const info = await page.evaluate(() => window.concord?.appInfo({}));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(info).toEqual({
    ok: true,
    value: { version, trialRuntime: trial, reviewsFolder: path.join(userData, 'reviews') },
  });
  await expectNoAxeViolations(page, 'the first screen');
});

test('the window says in plain words when it runs on the old runtime, and only then', async ({ launch }) => {
  const { page } = await launch({ env: { CONCORD_TRIAL_RUNTIME: '1' } });
  await expect(page.getByText('Use it for trials only, not for a real review.')).toBeVisible();
  const official = await launch({ env: { CONCORD_TRIAL_RUNTIME: '' } });
  await expect(official.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(official.page.getByText('Use it for trials only')).toHaveCount(0);
});

test('the first screen speaks the language of the system and follows its dark look', async ({ launch }) => {
  const { page } = await launch({ language: 'nl-NL' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await expectNoAxeViolations(page, 'the first screen in Dutch');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectNoAxeViolations(page, 'the first screen in the dark');
});

test('a second start raises the first window and leaves', async ({ launch }) => {
  const { app, userData } = await launch();
  const raised = app.evaluate(
    ({ app: electron }) =>
      new Promise((resolve) => electron.once('second-instance', () => resolve('raised'))),
  );
  const { executablePath, args } = electronCommand(userData);
  const second = spawn(executablePath, args, { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  expect(await raised).toBe('raised');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a window whose process dies comes back by itself', async ({ launch }) => {
  const { app } = await launch({ complaintsExpected: true });
  const title = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return 'no window';
    const loaded = new Promise((resolve) => window.webContents.once('did-finish-load', () => resolve(null)));
    window.webContents.forcefullyCrashRenderer();
    await loaded;
    return window.webContents.executeJavaScript('document.title');
  });
  expect(title).toBe('Concord');
});
