# How long data.table's fread takes for the file of ReadLongCsv, which is made here where it is not there yet:
#   Rscript benchmarks/peers/fread.R /tmp/long.csv 2
# Elapsed and processor time of the quickest of ten readings.
suppressMessages(library(data.table))
arguments <- commandArgs(trailingOnly = TRUE)
file <- if (length(arguments) > 0) arguments[1] else "/tmp/long.csv"
threads <- if (length(arguments) > 1) as.integer(arguments[2]) else 2L
if (!file.exists(file)) {
  set.seed(1)
  units <- 25000L
  periods <- 200L
  fwrite(data.table(
    unit = sprintf("U%05d", rep(seq_len(units), each = periods)),
    period = rep(seq_len(periods), units),
    value = round(rnorm(units * periods), 6),
    treated = rbinom(units * periods, 1, 0.1)
  ), file)
}
setDTthreads(threads)
rows <- nrow(fread(file))
times <- replicate(10, {
  time <- system.time(fread(file))
  c(time[["elapsed"]], time[["user.self"]] + time[["sys.self"]])
})
cat(sprintf("fread %s: %d rows, %.0f MB, %d threads: elapsed %.3f s, processor %.3f s\n",
            as.character(packageVersion("data.table")), rows, file.size(file) / 1e6, threads,
            min(times[1, ]), min(times[2, ])))
