import { _electron, expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { newUserData } from './harness/launch';
import { ConcordWindow } from './pages/concord-window';
import { ReviewOnDisk } from './support/review-on-disk';

test('the packed folder runs away from the checkout, without Node.js, and keeps what is done in it', async () => {
  const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'concord packed '));
  try {
    const printed = execFileSync(process.execPath, ['scripts/package.mjs', '--to', elsewhere], {
      encoding: 'utf8',
    });
    const opened = printed.trim().split('\n').at(-1) ?? '';
    const executablePath = opened.endsWith('.app') ? path.join(opened, 'Contents/MacOS/Electron') : opened;
    expect(existsSync(executablePath)).toBe(true);
    const userData = newUserData();
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await _electron.launch({
      executablePath,
      args: [...asRoot, `--user-data-dir=${userData}`, '--lang=en-GB'],
      // Nothing of the checkout may be needed, and nothing for tests may work in a packed program.
      env: { DISPLAY: process.env['DISPLAY'] ?? '', HOME: userData, CONCORD_TEST: '1' },
      cwd: elsewhere,
    });
    expect(await app.evaluate(({ app: program }) => program.isPackaged)).toBe(true);
    const concord = new ConcordWindow(await app.firstWindow());
    await concord.startInEnglish();
    await concord.newReview('From a folder', 'Lena Lead');
    await concord.saved();
    await app.close();
    expect(new ReviewOnDisk(userData).events().map(({ body }) => body.kind)).toContain('reviewCreated');
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
