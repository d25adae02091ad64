/** Whether the window runs on the runtime for tests and trials (see README, "Limits"). */
export const trialRuntime = (): boolean => window.concord?.trialRuntime === true;
