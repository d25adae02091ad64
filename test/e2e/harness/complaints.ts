import type { Page } from '@playwright/test';

/**
 * Listens for everything that went wrong in a page: console errors, uncaught errors, violations of the security policy.
 * The page is loaded once more, because what it complained about while it first loaded was said before anybody listened.
 */
export async function listenForComplaints(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`Security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  await page.reload();
  return complaints;
}
