# The panels of SyntheticRaces in R, from the folder that it wrote:
#   Rscript benchmarks/peers/synth.R /tmp/races
# quadprog: the weights by the outcomes before, one exact quadratic programme a target, for the treated unit, every donor in its place and
# the treated unit without each donor. Synth, where it is installed: one fit by thirteen predictors, without any placebo.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "races"
suppressMessages(library(quadprog))

panel <- function(name) {
  d <- read.csv(file.path(folder, name))
  matrix(d$value, nrow = max(d$period), dimnames = list(NULL, unique(d$unit)))
}

weights <- function(donors, target) {
  j <- ncol(donors)
  products <- crossprod(donors)
  ridge <- 1e-8 * mean(diag(products))
  s <- mean(diag(products))
  solve.QP((products + ridge * diag(j)) / s, drop(crossprod(donors, target)) / s,
           cbind(1, diag(j)), c(1, rep(0, j)), meq = 1)$solution
}

all_weights <- function(y, before) {
  b <- y[seq_len(before), ]
  b <- b - rowMeans(b)
  n <- ncol(b)
  weights(b[, -1], b[, 1])
  for (j in 2:n) weights(b[, -c(1, j)], b[, j])
  for (j in 2:n) weights(b[, -c(1, j)], b[, 1])
}

race <- function(name, before, runs) {
  y <- panel(name)
  time <- min(replicate(runs, system.time(all_weights(y, before))[["elapsed"]]))
  cat(sprintf("quadprog %s, %s: fit, every placebo, every donor left out: %.3f s\n",
              as.character(packageVersion("quadprog")), name, time))
}

race("panel_38x31.csv", 19, 5)
race("panel_16x43.csv", 15, 5)
race("panel_400x120.csv", 96, 1)

if (requireNamespace("Synth", quietly = TRUE)) {
  y <- panel("panel_16x43.csv")
  x <- as.matrix(read.csv(file.path(folder, "predictors_16x13.csv"), row.names = 1))
  time <- system.time(invisible(capture.output(Synth::synth(
    X1 = t(x[1, , drop = FALSE]), X0 = t(x[-1, ]), Z1 = y[1:15, 1, drop = FALSE], Z0 = y[1:15, -1]
  ))))[["elapsed"]]
  cat(sprintf("Synth %s, 16 donors, 13 predictors, one fit: %.3f s\n",
              as.character(packageVersion("Synth")), time))
}
