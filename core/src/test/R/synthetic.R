# Reference values of SyntheticDifferenceInDifferencesTest, AugmentedSyntheticControlTest, MatrixCompletionTest and InteractiveFixedEffectsTest:
# the formulas of the papers with quadprog and base R, written apart from the Java. R 4.2.2, quadprog 1.5.
# Rscript synthetic.R FOLDER, the folder of the tables of California and the Basque Country
library(quadprog)
options(digits = 17)
folder <- commandArgs(TRUE)[1]

simplex <- function(A, b, ridge, intercept) {           # min |Aw - b|^2 + ridge |w|^2, w >= 0, sum 1
  if (intercept) { A <- scale(A, scale = FALSE); b <- b - mean(b) }
  n <- ncol(A); D <- crossprod(A) + ridge * diag(n); s <- mean(diag(D))
  D <- D + 1e-11 * s * diag(n)
  w <- solve.QP(D / s, crossprod(A, b) / s, cbind(1, diag(n)), c(1, rep(0, n)), meq = 1)$solution
  pmax(w, 0) / sum(pmax(w, 0))
}
weights <- function(Y0, y1, T0, N1) {
  T1 <- ncol(Y0) - T0; N0 <- nrow(Y0)
  sigma <- sd(apply(Y0[, 1:T0], 1, diff))
  omega <- simplex(t(Y0[, 1:T0]), y1[1:T0], (N1 * T1)^.5 * sigma^2 * T0, TRUE)
  lambda <- simplex(Y0[, 1:T0], rowMeans(Y0[, -(1:T0), drop = FALSE]), (1e-6 * sigma)^2 * N0, TRUE)
  list(omega = omega, lambda = lambda)
}
tau <- function(Y0, y1, T0, w) {
  gap <- y1 - as.vector(w$omega %*% Y0)
  mean(gap[-(1:T0)]) - sum(w$lambda * gap[1:T0])
}
sdid <- function(Y, start) {                            # start > ncol(Y): never treated
  never <- start > ncol(Y); Y0 <- Y[never, , drop = FALSE]; num <- 0; den <- 0
  for (s in sort(unique(start[!never]))) {
    i <- which(start == s); y1 <- colMeans(Y[i, , drop = FALSE])
    n <- length(i) * (ncol(Y) - s + 1)
    num <- num + n * tau(Y0, y1, s - 1, weights(Y0, y1, s - 1, length(i))); den <- den + n
  }
  num / den
}
jackknife <- function(Y, start) {
  never <- start > ncol(Y); cohorts <- sort(unique(start[!never])); Y0 <- Y[never, ]
  w <- lapply(cohorts, function(s) { i <- which(start == s); weights(Y0, colMeans(Y[i, , drop = FALSE]), s - 1, length(i)) })
  u <- sapply(1:nrow(Y), function(out) {
    num <- 0; den <- 0
    for (k in seq_along(cohorts)) {
      s <- cohorts[k]; i <- setdiff(which(start == s), out); keep <- which(never) != out
      om <- w[[k]]$omega[keep]; n <- length(i) * (ncol(Y) - s + 1)
      num <- num + n * tau(Y0[keep, ], colMeans(Y[i, , drop = FALSE]), s - 1, list(omega = om / sum(om), lambda = w[[k]]$lambda)); den <- den + n
    }
    num / den
  })
  n <- nrow(Y); sqrt((n - 1) / n * sum((u - mean(u))^2))
}
formula <- function(n, p) outer(1:n, 1:p, function(i, t) 10 + 3 * sin(7 * i) + 2 * sin(1.3 * i + 0.4 * t) + cos(2.1 * i * t / 5) + 0.1 * t)

d <- read.csv(file.path(folder, "sc_prop99.csv"))
Y <- xtabs(PacksPerCapita ~ State + Year, d); class(Y) <- "matrix"
start <- ifelse(rownames(Y) == "California", 20, 99)
cat("california", sdid(Y, start), "\n")
b <- read.csv(file.path(folder, "sc_basque.csv")); b <- b[b$regionno != 1, ]
B <- xtabs(gdpcap ~ regionno + year, b); class(B) <- "matrix"
cat("basque", sdid(B, ifelse(rownames(B) == "17", 16, 99)), "\n")

Y <- formula(20, 16); block <- ifelse(1:20 <= 3, 11, 99); stag <- c(9, 9, 12, 12, 12, rep(99, 15))
cat("block", sdid(Y, block), jackknife(Y, block), "\n")
cat("staggered", sdid(Y, stag), jackknife(Y, stag), "\n")
X <- outer(1:20, 1:16, function(i, t) sin(i * t)); never <- block > 16
demean <- function(M) M - rowMeans(M) - rep(colMeans(M), each = nrow(M)) + mean(M)
beta <- sum(demean(X[never, ]) * demean(Y[never, ])) / sum(demean(X[never, ])^2)
cat("covariate", beta, sdid(Y - beta * X, block), "\n")

# matrix completion: soft-impute with all singular values, no momentum, until nothing moves
complete <- function(Y, seen, lambda) {
  tau <- lambda * sum(seen) / 2; X <- matrix(mean(Y[seen]), nrow(Y), ncol(Y))
  for (k in 1:200000) {
    Z <- ifelse(seen, Y, X); M <- demean(Z); s <- svd(M)
    N <- Z - M + s$u %*% (pmax(s$d - tau, 0) * t(s$v))
    if (max(abs(N - X)) < 1e-13) break
    X <- N
  }
  list(X = X, rank = sum(s$d > tau))
}
Y <- formula(20, 16); first <- c(9, 9, 12, rep(99, 17)); seen <- outer(1:20, 1:16, function(i, t) t < first[i])
seen[5, 7] <- FALSE; seen[6, 1] <- FALSE; seen[1, 3] <- FALSE
m <- complete(Y, seen, 0.02); hit <- outer(1:20, 1:16, function(i, t) t >= first[i])
cat("completion", mean((Y - m$X)[hit]), m$rank, "\n")

# interactive fixed effects: controls by singular vectors, treated by least squares on their periods before
ife <- function(Y, first, r) {
  never <- first > ncol(Y); C <- Y[never, ]; M <- demean(C); xi <- colMeans(C)
  F <- cbind(rep(1, ncol(Y)), if (r > 0) svd(M)$v[, 1:r, drop = FALSE]); gap <- c()
  for (i in which(!never)) { b <- 1:(first[i] - 1); F <- as.matrix(F); y <- Y[i, ] - xi; gap <- c(gap, (y - F %*% qr.coef(qr(F[b, , drop = FALSE]), y[b]))[-b]) }
  mean(gap)
}
loo <- function(Y, first, r) {
  never <- first > ncol(Y); C <- Y[never, ]; xi <- colMeans(C); F <- cbind(rep(1, ncol(Y)), if (r > 0) svd(demean(C))$v[, 1:r, drop = FALSE]); e <- c()
  for (i in which(!never)) { b <- 1:(first[i] - 1); y <- (Y[i, ] - xi)[b]; l <- lm.fit(F[b, , drop = FALSE], y); h <- hat(F[b, , drop = FALSE], intercept = FALSE); e <- c(e, l$residuals / (1 - h)) }
  mean(e^2)
}
for (r in 0:3) cat("factors", r, ife(Y, first, r), loo(Y, first, r), "\n")
Z <- xtabs(PacksPerCapita ~ State + Year, d); class(Z) <- "matrix"; f <- ifelse(rownames(Z) == "California", 20, 99)
for (r in 0:3) cat("california, factors", r, ife(Z, f, r), loo(Z, f, r), "\n")
