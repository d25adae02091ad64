/** What the script needs to know: the planned model, what the columns of the data mean, and the data as CSV. */
export type ScriptParts = {
  readonly title: string;
  readonly settings: { readonly [name: string]: string | number | boolean };
  readonly columns: readonly { readonly part: string; readonly column: string; readonly label: string }[];
  readonly analyses: string;
  readonly rows: string;
};

/** The script. Likelihoods are iterated further than metafor does by itself, because the window does so too. */
export const analysesInR = ({ title, settings, columns, analyses, rows }: ScriptParts): string => `# ${title}
# Written by Concord. Needs R 4 with the package metafor; clubSandwich for robust standard errors.

suppressPackageStartupMessages(library(metafor))
has_sandwich <- requireNamespace("clubSandwich", quietly = TRUE)

plan <- list(
${Object.entries(settings)
  .map(([name, value]) => `  ${name} = ${inR(value)}`)
  .join(',\n')}
)
columns <- read.csv(text = ${rawText(csvOf(columns))}, colClasses = "character")
analyses <- read.csv(text = ${rawText(analyses)}, colClasses = c(analysis = "integer"), na.strings = "NA")
sheet <- read.csv(text = ${rawText(rows)}, na.strings = "NA", colClasses = c(trial = "character", effect = "character"))

exact <- list(threshold = 1e-10, maxiter = 10000)
exact_mv <- list(rel.tol = 1e-10, iter.max = 1000, eval.max = 1000)

trials_in <- function(d) length(unique(d$trial))

one_effect <- function(d, method = plan$method, test = plan$test) {
  if (nrow(d) == 1) test <- "z"
  rma(yi, vi, data = d, method = method, test = test, control = exact)
}

averaged <- function(d) {
  effects <- escalc(measure = "GEN", yi = yi, vi = vi, data = d[, c("study", "trial", "year", "yi", "vi")])
  a <- aggregate(effects, cluster = trial, rho = plan$rho, weighted = FALSE)
  a <- as.data.frame(a)[match(unique(d$trial), a$trial), ]
  a$year <- d$year[match(a$trial, d$trial)]
  a
}

# The pooled effect, several rows of one trial handled as planned (or as a sensitivity analysis says).
pooled <- function(d, method = plan$method, test = plan$test, dependence = plan$dependence) {
  if (trials_in(d) == nrow(d) || dependence == "independent") return(one_effect(d, method, test))
  if (dependence == "aggregate") return(one_effect(averaged(d), method, test))
  if (dependence == "three-level")
    return(rma.mv(yi, vi, random = ~ 1 | trial/effect, data = d, test = plan$multilevelTest, control = exact_mv))
  V <- vcalc(vi, cluster = trial, obs = effect, rho = plan$rho, data = d)
  fit <- rma.mv(yi, V, random = ~ 1 | trial/effect, data = d, control = exact_mv)
  if (!has_sandwich) cat("clubSandwich is missing: CR1 errors instead of CR2\\n")
  robust(fit, cluster = d$trial, clubSandwich = has_sandwich)
}

between_trials <- function(fit) if (inherits(fit, "rma.mv")) sum(fit$sigma2) else fit$tau2

results <- data.frame()
note <- function(part, item, estimate = NA, se = NA, low = NA, high = NA, p = NA, tau2 = NA, statistic = NA, df = NA, k = NA) {
  results <<- rbind(results, data.frame(
    analysis = current$analysis, outcome = current$outcome, window = current$window, measure = current$measure,
    sheet = current$sheet, part = part, item = item, k = k, estimate = estimate, se = se, ci_low = low,
    ci_high = high, p = p, tau2 = tau2, statistic = statistic, df = df
  ))
  shown <- c(estimate = estimate, low = low, high = high, p = p, tau2 = tau2, statistic = statistic, df = df)
  shown <- shown[!is.na(shown)]
  cat(sprintf("  %-13s %s: %s\\n", part, item, paste(names(shown), formatC(shown, digits = 4, format = "g"), collapse = ", ")))
}
note_fit <- function(part, item, fit, rows) note(
  part, item, fit$beta[1], fit$se[1], fit$ci.lb[1], fit$ci.ub[1], fit$pval[1], between_trials(fit), k = rows
)
quietly <- function(expression) tryCatch(suppressWarnings(expression), error = function(e) {
  cat("  not analysed:", conditionMessage(e), "\\n")
  NULL
})

for (i in analyses$analysis) {
  current <- analyses[analyses$analysis == i, ]
  d <- sheet[sheet$analysis == i, ]
  cat(sprintf("%s, %s (%s, %s sheet): %d rows, %d trials\\n", current$outcome, current$window, current$measure,
    current$sheet, nrow(d), trials_in(d)))
  fit <- quietly(pooled(d))
  if (is.null(fit)) next
  note_fit("pooled", "all", fit, nrow(d))
  common <- one_effect(d, "EE", "z")
  note("heterogeneity", "Q", statistic = common$QE, df = nrow(d) - 1, p = common$QEp)

  for (j in which(columns$part == "subgroup")) {
    label <- columns$label[j]
    level <- as.character(d[[columns$column[j]]])
    levels <- unique(level[!is.na(level)])
    levels <- levels[vapply(levels, function(l) trials_in(d[which(level == l), ]), 0L) >= plan$minimumTrials]
    if (length(levels) == 0) next
    if (plan$commonVariance && length(levels) > 1) {
      own <- d[level %in% levels, ]
      own$level <- factor(level[level %in% levels], levels = levels)
      each <- quietly(rma(yi, vi, mods = ~ 0 + level, data = own, method = plan$method, test = plan$regressionTest, control = exact))
      apart <- quietly(rma(yi, vi, mods = ~ level, data = own, method = plan$method, test = plan$regressionTest, control = exact))
      if (is.null(each) || is.null(apart)) next
      for (l in seq_along(levels)) note("subgroup", paste0(label, ": ", levels[l]), each$beta[l], each$se[l],
        each$ci.lb[l], each$ci.ub[l], each$pval[l], each$tau2, k = sum(own$level == levels[l]))
      note("between", label, statistic = apart$QM, df = length(levels) - 1, p = apart$QMp)
    } else {
      fits <- lapply(levels, function(l) quietly(pooled(d[which(level == l), ])))
      kept <- !vapply(fits, is.null, TRUE)
      for (l in which(kept)) note_fit("subgroup", paste0(label, ": ", levels[l]), fits[[l]], sum(level == levels[l], na.rm = TRUE))
      if (sum(kept) > 1) {
        estimates <- vapply(fits[kept], function(f) f$beta[1], 0)
        errors <- vapply(fits[kept], function(f) f$se[1], 0)
        difference <- quietly(rma(estimates, sei = errors, method = "EE"))
        if (!is.null(difference)) note("between", label, statistic = difference$QE, df = sum(kept) - 1, p = difference$QEp)
      }
    }
  }

  for (j in which(columns$part == "moderator")) {
    d$moderator <- d[[columns$column[j]]]
    own <- d[!is.na(d$moderator), ]
    if (is.character(own$moderator)) own$moderator <- factor(own$moderator, levels = sort(unique(own$moderator), method = "radix"))
    terms <- if (is.factor(own$moderator)) nlevels(own$moderator) else 2
    if (nrow(own) <= terms || length(unique(own$moderator)) < 2) next
    line <- quietly(rma(yi, vi, mods = ~ moderator, data = own, method = plan$method, test = plan$regressionTest, control = exact))
    if (is.null(line)) next
    names <- c("intercept", if (is.factor(own$moderator)) levels(own$moderator)[-1] else "slope")
    for (l in seq_along(names)) note("moderator", paste0(columns$label[j], ": ", names[l]), line$beta[l], line$se[l],
      line$ci.lb[l], line$ci.ub[l], line$pval[l], line$tau2, k = nrow(own))
    note("moderators", columns$label[j], statistic = line$QM, df = length(names) - 1, p = line$QMp, k = nrow(own))
  }

  for (j in which(columns$part == "sensitivity")) {
    kind <- columns$label[j]
    several <- trials_in(d) < nrow(d)
    without <- d[d[[columns$column[j]]] == 0, ]
    other <- if (kind == "common-effect") {
      if (plan$method == "EE") NULL else quietly(pooled(d, "EE", "z", "independent"))
    } else if (kind %in% c("independent", "aggregate", "three-level", "robust")) {
      if (!several || kind == plan$dependence) NULL else quietly(pooled(d, dependence = kind))
    } else if (nrow(without) < nrow(d) && nrow(without) > 0) quietly(pooled(without))
    if (!is.null(other)) note_fit("sensitivity", kind, other, nrow(without))
  }

  one <- if (trials_in(d) == nrow(d) || plan$dependence == "independent") d else averaged(d)
  if (trials_in(d) >= plan$smallStudyMinimum) {
    base <- one_effect(one, plan$method, "z")
    egger <- quietly(regtest(base, model = "lm", predictor = "sei"))
    if (!is.null(egger)) note("small-study", "Egger", summary(egger$fit)$coefficients[2, 1],
      summary(egger$fit)$coefficients[2, 2], p = egger$pval, df = egger$ddf)
    begg <- quietly(ranktest(one$yi, one$vi))
    if (!is.null(begg)) note("small-study", "Begg", begg$tau, p = begg$pval)
    filled <- quietly(trimfill(base, estimator = "L0"))
    if (!is.null(filled)) {
      again <- rma(as.numeric(filled$yi), filled$vi, method = plan$method, control = exact)
      note("small-study", "trim and fill", again$beta[1], again$se[1], again$ci.lb[1], again$ci.ub[1], again$pval[1],
        again$tau2, filled$k0)
    }
  }

  if (trials_in(d) > 1 && trials_in(d) <= plan$leaveOneOutAtMost) for (t in unique(d$trial)) {
    rest <- d[d$trial != t, ]
    other <- quietly(pooled(rest))
    if (!is.null(other)) note_fit("without", t, other, nrow(rest))
  }
}
write.csv(results, "planned-analyses-results.csv", row.names = FALSE)
`;

const inR = (value: string | number | boolean): string =>
  typeof value === 'string'
    ? `"${value}"`
    : typeof value === 'boolean'
      ? value
        ? 'TRUE'
        : 'FALSE'
      : String(value);

const csvOf = (columns: ScriptParts['columns']): string =>
  [['part', 'column', 'label'], ...columns.map(({ part, column, label }) => [part, column, label])]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');

/** Text as an R literal: raw (R 4), with dashes enough that nothing in the text can end it. */
function rawText(text: string): string {
  const plain = text.replaceAll('\r\n', '\n').trimEnd();
  let dashes = '-';
  while (plain.includes(`]${dashes}"`)) dashes += '-';
  return `r"${dashes}[${plain}]${dashes}"`;
}
