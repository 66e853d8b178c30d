# How long R's fixest takes for a gravity equation with origin-year, destination-year and pair effects, clustered by pair:
#   Rscript benchmarks/peers/gravity.R flows.csv 2 10
# The file has the columns o,d,y,rta,tariff,trade; PanelRaces writes one and calls this script. Prints the elapsed time of the quickest run
# and the coefficients, or says that fixest is not installed here.
arguments <- commandArgs(trailingOnly = TRUE)
if (!requireNamespace("fixest", quietly = TRUE)) {
  cat("fixest is not installed here\n")
  quit(status = 0)
}
suppressMessages(library(fixest))
file <- arguments[1]
threads <- if (length(arguments) > 1) as.integer(arguments[2]) else 2L
runs <- if (length(arguments) > 2) as.integer(arguments[3]) else 10L
setFixest_nthreads(threads)
flows <- read.csv(file)
race <- function(name, fit) {
  seconds <- min(replicate(runs, system.time(model <<- fit())[["elapsed"]]))
  cat(sprintf("%s %.4f rta %.10f (%.10f) tariff %.10f (%.10f)\n", name, seconds,
              coef(model)[1], se(model)[1], coef(model)[2], se(model)[2]))
}
race("counts", function() fepois(trade ~ rta + tariff | o^y + d^y + o^d, flows, cluster = ~o^d, notes = FALSE))
race("squares", function() feols(log(trade + 1) ~ rta + tariff | o^y + d^y + o^d, flows, cluster = ~o^d, notes = FALSE))
