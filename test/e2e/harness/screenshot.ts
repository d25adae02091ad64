import type { Page } from '@playwright/test';
import path from 'node:path';

/** Keeps what the window shows as `test-results/screenshots/<name>.png`; returns the file. */
export async function takeScreenshot(page: Page, name: string): Promise<string> {
  const file = path.join('test-results', 'screenshots', `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}
