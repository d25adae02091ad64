import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results/playwright',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Each test has a program, a folder and a port of its own, and waits more than it works.
  workers: 2,
  // A machine that stalls can break the pace of a key press. `npm test` names how many needed the second try.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testMatch: '**/*.spec.ts' },
    // Through a real sync service: `npm run test:syncthing`.
    { name: 'syncthing', testDir: 'test/syncthing', testMatch: '**/*.spec.ts' },
    { name: 'web', testDir: 'test/web', testMatch: '**/*.spec.ts' },
  ],
});
