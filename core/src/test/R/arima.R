# Reference figures of ArimaErrorsTest and StlTest: R 4.2.2, forecast 8.20.
# Rscript arima.R
# Data are made by a rule that is the same to the last bit in every language: u = (16807 u) mod (2^31 - 1), and the sum of twelve
# such numbers over 2^31 - 1, less 6.
noise <- function(n, seed) {
  u <- seed; out <- numeric(n)
  for (t in 1:n) { s <- 0; for (i in 1:12) { u <- (16807 * u) %% 2147483647; s <- s + u / 2147483647 }; out[t] <- s - 6 }
  out
}
show <- function(name, m, from = NULL) {
  cat("\n##", name, "\n"); se <- sqrt(diag(m$var.coef))
  for (k in names(m$coef)) cat(sprintf("%s %.12g (%.12g)\n", k, m$coef[k], se[k]))
  cat(sprintf("sigma2 %.14g loglik %.14g aic %.12g n %d\n", m$sigma2, m$loglik, m$aic, m$nobs))
}
ctl <- list(reltol = 1e-15, maxit = 5000)
# an AR(1) with a step and missing values, and the same in R's state space: nothing diffuse, so R's figures are exact
e <- noise(90, 12345); x <- numeric(90); for (t in 1:90) x[t] <- (if (t > 1) 0.6 * x[t - 1] else 0) + e[t]
y <- ts(20 + x + 1.5 * (1:90 >= 61), start = c(2010, 1), frequency = 12); gaps <- c(7, 30, 31, 32, 75); yg <- y; yg[gaps] <- NA
step <- as.numeric(1:90 >= 61)
m <- arima(yg, order = c(1, 0, 1), xreg = cbind(level = step), method = "ML", optim.control = ctl); show("arma11 with gaps", m)
cat("residuals 8..12, 33..36:", sprintf("%.12g", residuals(m)[c(8:12, 33:36)]), "\n")
cat("Ljung-Box:", sprintf("%.12g", unlist(Box.test(na.omit(residuals(arima(y, order = c(1, 0, 1), xreg = cbind(level = step), method = "ML", optim.control = ctl))), lag = 12, type = "Ljung-Box", fitdf = 2)[c("statistic", "p.value")])), "\n")
m <- arima(y, order = c(2, 0, 0), seasonal = c(1, 0, 0), xreg = cbind(level = step), method = "ML", optim.control = ctl); show("ar2 sar1", m)
m <- arima(y, order = c(3, 0, 2), xreg = cbind(level = step), method = "ML", optim.control = ctl); show("arma32", m)
# differences: R's diffuse start has the variance 1e6 (kappa); on the differences themselves nothing is diffuse
d <- read.csv("../../../../../shared/oracles/arima_seatbelts.csv")
ex <- function(y, lag, dif, order, seasonal, xreg) {
  w <- diff(y, lag = 12); X <- if (is.null(xreg)) NULL else apply(xreg, 2, diff, lag = 12)
  if (dif) { w <- diff(w); if (!is.null(X)) X <- apply(X, 2, diff) }
  arima(ts(w, frequency = 12), order = order, seasonal = list(order = seasonal, period = 12), xreg = X, include.mean = FALSE, method = "ML", optim.control = ctl)
}
show("airline_no_intervention_pre", ex(d$log10_drivers[1:169], 12, FALSE, c(1, 0, 0), c(2, 0, 0), NULL))
show("ar1_sar2_law", ex(d$log10_drivers, 12, FALSE, c(1, 0, 0), c(2, 0, 0), cbind(law = d$law)))
show("airline_law", ex(log(d$drivers), 12, TRUE, c(0, 0, 1), c(0, 0, 1), cbind(law = d$law)))
show("arma11_law_regressors", ex(log(d$drivers), 12, FALSE, c(1, 0, 1), c(0, 0, 1), cbind(law = d$law, lp = d$log_petrol, lk = d$log_kms)))
# a missing value and differences: kappa as large as the arithmetic bears
yl <- ts(log(d$drivers), frequency = 12); yl[c(50, 51, 120)] <- NA
for (k in c(1e6, 1e8, 1e9)) show(paste("airline with gaps, kappa", k), arima(yl, order = c(0, 1, 1), seasonal = c(0, 1, 1), xreg = cbind(law = d$law), method = "ML", optim.control = ctl, kappa = k))
# automatic orders
suppressMessages(library(forecast))
series <- list()
mk <- function(seed, n, ar, ma, D, d1, s = 0) { e <- noise(n + 60, seed); w <- numeric(n + 60)
  for (t in 1:(n + 60)) { w[t] <- e[t] + (if (t > 1) ar * w[t - 1] + ma * e[t - 1] else 0) + (if (t > 12) s * e[t - 12] else 0) }
  w <- w[61:(n + 60)]; if (d1) w <- cumsum(w); if (D) for (t in 13:n) w[t] <- w[t] + w[t - 12]; ts(50 + w, frequency = 12) }
cases <- list(c(1, 120, .5, 0, 0, 0, 0), c(2, 120, 0, -.6, 1, 1, 0), c(3, 120, .7, .3, 0, 0, 0), c(4, 96, 0, 0, 0, 1, 0), c(5, 120, 0, .5, 1, 0, -.5), c(6, 84, .3, 0, 0, 0, .6), c(7, 120, -.4, 0, 0, 1, 0), c(8, 144, .8, -.4, 1, 0, -.7))
for (k in cases) { y <- mk(1000 + k[1], k[2], k[3], k[4], k[5], k[6], k[7]); tm <- system.time(m <- auto.arima(y, approximation = FALSE))[3]
  cat("auto", k, ":", arimaorder(m)[1:6], names(m$coef), sprintf("aicc %.8f loglik %.8f time %.1f", m$aicc, m$loglik, tm), "\n") }
