export { expectNoAxeViolations } from './accessibility';
export { openInBrowser, serveWindow, type BrowserConcord } from './browser';
export {
  electronCommand,
  launchConcord,
  newUserData,
  type LaunchOptions,
  type RunningConcord,
} from './launch';
export { takeScreenshot } from './screenshot';
export { expect, test } from './test';
