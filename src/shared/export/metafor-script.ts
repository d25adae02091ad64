import type { PoolingSheet } from './pooling-sheet';

/**
 * An R script that pools the Metapsy CSV beside it with metafor, one model per outcome domain, exactly as the window
 * does; prints them, and writes pooling-results.csv with all digits. Runs as it is: Rscript pooling.R
 */
export function metaforScript(sheet: PoolingSheet, csvName: string): string {
  const { method, test } = sheet.pooling;
  const rmaMethod = method === 'CE' ? 'EE' : method;
  const rmaTest = test === 'z' || method === 'CE' ? 'z' : test === 'hk' ? 'knha' : 'adhoc';
  return `# ${oneLine(sheet.review)}
# Pooling sheet of protocol version ${sheet.protocolVersion}: ${sheet.rows.length} rows.
# Written by Concord. Needs R with the package metafor.

suppressPackageStartupMessages(library(metafor))

sheet <- read.csv("${csvName}", na.strings = "NA", check.names = FALSE, encoding = "UTF-8")

results <- data.frame()
for (domain in unique(sheet$outcome_category)) {
  for (time in unique(sheet$time[sheet$outcome_category == domain])) {
    rows <- sheet[sheet$outcome_category == domain & sheet$time == time, ]
    if (nrow(rows) < 2) next
    fit <- rma(yi = rows$.g, sei = rows$.g_se, method = "${rmaMethod}", test = "${rmaTest}", slab = rows$study)
    common <- rma(yi = rows$.g, sei = rows$.g_se, method = "EE")
    i2q <- max(0, 100 * (common$QE - (fit$k - 1)) / common$QE)
    interval <- predict(fit)
    cat(sprintf(
      "%s, %s: k = %d, trials = %d, g = %.3f [%.3f, %.3f], tau2 = %.4f, Q = %.2f, I2 (Q-based) = %.1f%%, PI [%.3f, %.3f]\\n",
      domain, time, fit$k, length(unique(rows$study)), fit$b[1], fit$ci.lb, fit$ci.ub, fit$tau2, fit$QE, i2q,
      interval$pi.lb, interval$pi.ub
    ))
    results <- rbind(results, data.frame(
      outcome_category = domain, time = time, k = fit$k, trials = length(unique(rows$study)),
      g = fit$b[1], ci_low = fit$ci.lb, ci_high = fit$ci.ub, tau2 = fit$tau2, Q = fit$QE, i2_q = i2q,
      pi_low = interval$pi.lb, pi_high = interval$pi.ub
    ))
  }
}
write.csv(results, "pooling-results.csv", row.names = FALSE)
`;
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/gu, ' ');
