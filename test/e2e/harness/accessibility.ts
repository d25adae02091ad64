import { expect, type Page } from '@playwright/test';
import axeCore from 'axe-core';

/**
 * Fails with a readable list when axe finds anything on what the page shows now (WCAG 2.2 A and AA, and axe's own best
 * practices). The script is put in from outside, so the page's security policy stays as strict as it is.
 */
export async function expectNoAxeViolations(page: Page, where = 'the screen'): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  // Colours in the middle of a transition are nobody's design.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
    return {
      checked: passes.length,
      violations: violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html}\n    ${failureSummary ?? ''}`).join('\n')}`,
      ),
    };
  });
  expect(found.checked, 'axe looked at nothing').toBeGreaterThan(0);
  expect(found.violations.join('\n\n'), `axe on ${where}`).toBe('');
}
