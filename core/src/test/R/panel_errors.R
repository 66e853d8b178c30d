# Reference values of PanelErrorsTest: a small unbalanced panel made by formulas, so that both sides have the same numbers.
# R 4.2.2, sandwich 3.0.2, clubSandwich 0.5.8, plm 2.6.2. Run: Rscript core/src/test/R/panel_errors.R
suppressMessages({library(sandwich); library(clubSandwich); library(plm)})
i <- 0:107
d <- data.frame(i = i, unit = i %/% 9, year = i %% 9)
d$x1 <- ((i * 7919 + 13) %% 1009) / 1009 + 0.05 * d$unit
d$x2 <- ((i * 104729 + 7) %% 997) / 997 * (1 + d$year / 5)
d$y <- 1 + 0.5 * d$x1 - 0.3 * d$x2 + 0.2 * d$unit + ((i * 31337 + 101) %% 1013) / 1013 + ((d$unit * 37) %% 11) / 11 * ((d$year * 5) %% 7) / 7
d$region <- d$unit %% 4
d$w <- 1 + d$unit %% 4
d$v <- 1 + (i * 13) %% 5
d <- d[(i * i + 3 * i) %% 11 != 0, ]
show <- function(name, value) cat(sprintf("%-34s %s\n", name, paste(format(value, digits = 15), collapse = ", ")))
se <- function(name, V, k = c("x1", "x2")) show(name, sqrt(diag(as.matrix(V))[k]))
show("rows", nrow(d))

m <- lm(y ~ x1 + x2 + factor(unit) + factor(year), d)
show("coef", coef(m)[c("x1", "x2")])
for (t in c("HC0", "HC1", "HC2", "HC3")) se(t, vcovHC(m, t))
se("vcovCL unit", vcovCL(m, cluster = ~unit, type = "HC1"))
se("vcovCL unit + year", vcovCL(m, cluster = ~unit + year, type = "HC1"))
# effects nested in the clusters are taken out first: I - H of a cluster is singular with their dummies, which CR3 refuses
within <- function(inner, other, data = d, w = rep(1, nrow(d))) {
  out <- function(z) residuals(lm(z ~ factor(data[[inner]]), weights = w))
  S <- apply(model.matrix(~ factor(data[[other]]))[, -1], 2, out)
  lm(out(data$y) ~ 0 + x1 + x2 + S, data.frame(x1 = out(data$x1), x2 = out(data$x2)), weights = w)
}
for (g in c("unit", "region", "year")) for (t in c("CR2", "CR3")) {
  f <- if (g == "year") within("year", "unit") else within("unit", "year")
  V <- vcovCR(f, cluster = d[[g]], type = t)
  se(paste(t, g), V)
  show(paste(t, g, "df"), coef_test(f, vcov = V, test = "Satterthwaite", coefs = c("x1", "x2"))$df)
}
leave <- sapply(unique(d$unit), function(u) coef(lm(y ~ x1 + x2 + factor(unit) + factor(year), d[d$unit != u, ]))[c("x1", "x2")])
away <- leave - coef(m)[c("x1", "x2")]
show("jackknife unit about the estimate", sqrt(rowSums(away^2) * 11 / 12))

w <- within("unit", "year", d, d$w) # clubSandwich divides weights by their mean, so the variances must be multiplied by it
for (t in c("CR2", "CR3")) {
  V <- vcovCR(w, cluster = d$unit, type = t, target = mean(d$w) / d$w, inverse_var = TRUE)
  se(paste("weighted", t, "unit"), V)
  show(paste("weighted", t, "unit df"), coef_test(w, vcov = V, test = "Satterthwaite", coefs = c("x1", "x2"))$df)
}
v <- lm(y ~ x1 + x2 + factor(unit) + factor(year), d, weights = v)
for (t in c("HC0", "HC1", "HC2", "HC3")) se(paste("weighted", t), vcovHC(v, t))
se("weighted vcovCL unit", vcovCL(v, cluster = ~unit, type = "HC1"))
se("weighted classical", vcov(v))

p <- plm(y ~ x1 + x2, pdata.frame(d, c("unit", "year")), model = "within", effect = "twoways")
se("plm HC0 by group", vcovHC(p, type = "HC0", cluster = "group"))
se("plm DC", vcovDC(p))
se("plm NW 2", vcovNW(p, maxlag = 2))
se("plm SCC 2", vcovSCC(p, maxlag = 2))
V <- vcovCR(p, type = "CR2", cluster = d$unit)
se("plm CR2 unit", V)
one <- plm(y ~ x1 + x2, pdata.frame(d, c("unit", "year")), model = "within", effect = "individual")
V <- vcovCR(one, type = "CR2")
se("one way CR2 unit", V)
show("one way CR2 unit df", coef_test(one, vcov = V, test = "Satterthwaite")$df)

g <- glm(round(10 * y) ~ x1 + x2 + factor(unit), d, family = poisson, control = glm.control(epsilon = 1e-14, maxit = 100))
show("poisson coef", coef(g)[c("x1", "x2")])
se("poisson HC0", sandwich(g))
se("poisson HC3", vcovHC(g, "HC3"))
se("poisson CR0 unit", vcovCL(g, cluster = ~unit, type = "HC0", cadjust = FALSE))

r <- plm(y ~ x1 + x2, pdata.frame(d, c("unit", "year")), model = "random")
show("random effects coef", coef(r))
se("random effects", vcov(r), c("(Intercept)", "x1", "x2"))
show("random effects variances", r$ercomp$sigma2)
h <- phtest(one, r)
show("hausman", c(h$statistic, h$p.value))
