# The panels of SyntheticDidRaces in R, from the folder that it wrote:
#   Rscript benchmarks/peers/synthdid.R /tmp/races
# synthdid, where it is installed: the estimate and 20 placebo draws. quadprog: the same weights as exact quadratic programmes, and every placebo.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "races"
suppressMessages(library(quadprog))

panel <- function(name) {
  d <- read.csv(file.path(folder, name))
  t(matrix(d$value, nrow = max(d$period), dimnames = list(NULL, unique(d$unit))))
}

simplex <- function(a, b, ridge) {
  a <- scale(a, scale = FALSE)
  b <- b - mean(b)
  n <- ncol(a)
  d <- crossprod(a) + ridge * diag(n)
  s <- mean(diag(d))
  w <- solve.QP(d / s + 1e-11 * diag(n), drop(crossprod(a, b)) / s, cbind(1, diag(n)), c(1, rep(0, n)), meq = 1)$solution
  pmax(w, 0) / sum(pmax(w, 0))
}

sdid <- function(donors, target, before) {
  after <- ncol(donors) - before
  past <- donors[, seq_len(before)]
  sigma <- sd(apply(past, 1, diff))
  units <- simplex(t(past), target[seq_len(before)], sqrt(after) * sigma^2 * before)
  times <- simplex(past, rowMeans(donors[, -seq_len(before)]), (1e-6 * sigma)^2 * nrow(donors))
  gap <- target - drop(units %*% donors)
  mean(gap[-seq_len(before)]) - sum(times * gap[seq_len(before)])
}

for (case in list(list("sdid_38x31.csv", 19), list("sdid_199x60.csv", 45))) {
  y <- panel(case[[1]])
  before <- case[[2]]
  one <- system.time(e <- sdid(y[-1, ], y[1, ], before))[["elapsed"]]
  donors <- y[-1, ]
  all <- system.time(p <- sapply(seq_len(nrow(donors)), function(i) sdid(donors[-i, ], donors[i, ], before)))[["elapsed"]]
  cat(sprintf("%s, quadprog: effect %.8f, error %.6f, %.3f s; every placebo %.2f s\n", case[[1]], e, sqrt(mean((p - mean(p))^2)), one, all))
  if (requireNamespace("synthdid", quietly = TRUE)) {
    ordered <- y[c(2:nrow(y), 1), ]
    one <- system.time(e <- synthdid::synthdid_estimate(ordered, nrow(y) - 1, before))[["elapsed"]]
    some <- system.time(vcov(e, method = "placebo", replications = 20))[["elapsed"]]
    cat(sprintf("%s, synthdid: effect %.8f, %.3f s; 20 placebo draws %.2f s\n", case[[1]], as.numeric(e), one, some))
  }
}
