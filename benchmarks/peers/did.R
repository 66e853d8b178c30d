# How long R's did takes for the data of GroupTimeRaces, which writes them to /tmp:
#   Rscript benchmarks/peers/did.R /tmp/staggered_20000x20.csv
# The quickest of three runs: doubly robust with one covariate, errors by formula and by 1,000 multiplier draws.
if (!requireNamespace("did", quietly = TRUE)) {
  cat("did is not installed; nothing was timed\n")
  quit(status = 0)
}
suppressMessages(library(did))
arguments <- commandArgs(trailingOnly = TRUE)
file <- if (length(arguments) > 0) arguments[1] else "/tmp/staggered_20000x20.csv"
if (!file.exists(file)) {
  cat("there is no", file, "- run GroupTimeRaces first\n")
  quit(status = 1)
}
d <- read.csv(file)
run <- function(control, drawn) {
  seconds <- min(replicate(3, system.time(
    r <<- att_gt("y", "t", "id", "g", xformla = ~x, data = d, est_method = "dr", control_group = control,
                 base_period = "universal", bstrap = drawn, biters = 1000, cband = drawn)
  )[["elapsed"]]))
  a <- aggte(r, "simple", bstrap = FALSE, cband = FALSE)
  cat(sprintf("did %s, %s, %s: %.2f s, simple effect %.10f (%.10f)\n", as.character(packageVersion("did")), control,
              if (drawn) "1,000 draws" else "by formula", seconds, a$overall.att, a$overall.se))
}
run("nevertreated", FALSE)
run("notyettreated", FALSE)
run("nevertreated", TRUE)
