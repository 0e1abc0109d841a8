# R's figures for what draw.py has drawn: Rscript oracle.R FOLDER writes FOLDER/figures.csv.
#
# A row is one figure of one case by one oracle. A note says why it is not defined or, if agree.py
# waives it, why R differs: such rows are counted by their note and shown with the largest difference.

suppressMessages({
  library(multilevel)
  library(coin)
})
suppressWarnings(suppressMessages(library(exactRankTests)))

folder <- commandArgs(trailingOnly = TRUE)[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))

figures <- function(figure, oracle, case, value, note = "") {
  data.frame(figure, oracle, case = as.character(case), value = as.numeric(value), note,
             row.names = NULL)
}

drawn <- function(name, ...) read.csv(file.path(folder, paste0(name, ".csv")), ...)

for (part in c("agreement", "chance", "reliability", "effect")) {
  source(file.path(here, paste0(part, ".R")))
}

votes <- drawn("votes")
votes$case <- paste(votes$workshop, votes$practice, sep = "/")
quantiles <- drawn("quantiles", colClasses = "character")

found <- rbind(
  agreement_figures(votes),
  chance_figures(votes),
  reliability_figures(votes),
  effect_figures(votes),
  crowd_figures(drawn("crowds")),
  holm_figures(drawn("chances")),
  figures("t_quantile", "stats::qt", paste(quantiles$probability, quantiles$degrees, sep = "/"),
          qt(as.numeric(quantiles$probability), as.numeric(quantiles$degrees)))
)
found$value <- ifelse(is.na(found$value), "", sprintf("%.17g", found$value))
write.csv(found, file.path(folder, "figures.csv"), row.names = FALSE)

cat(R.version.string, "\n")
for (package in c("multilevel", "coin", "exactRankTests")) {
  cat(package, as.character(packageVersion(package)), "\n")
}
