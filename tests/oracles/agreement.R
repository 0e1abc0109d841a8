# How far the votes for one practice agree, by the package multilevel (Bliese).

skewed_null <- c("5" = 1.34, "6" = 1.85, "7" = 2.90, "8" = 3.47, "9" = 5.66, "10" = 6.30)

agreement_figures <- function(votes) {
  rbind(
    do.call(rbind, lapply(split(votes, votes$levels), figures_on_one_scale)),
    do.call(rbind, lapply(split(votes, votes$workshop), figures_of_a_workshop))
  )
}

# What the package says of each case; NA of a case in which nobody voted, which it leaves out.
in_order <- function(answer, cases) answer[[2]][match(cases, answer$grpid)]

figures_on_one_scale <- function(votes) {
  levels <- votes$levels[1]
  uniform <- (levels^2 - 1) / 12
  vote <- votes$vote
  case <- votes$case
  cases <- unique(case)
  counts <- tapply(!is.na(vote), case, sum)[cases]
  alone <- ifelse(counts == 1, "one vote", ifelse(counts == 0, "nobody voted", ""))
  no_ad <- ifelse(counts == 1, "one vote: multilevel gives no AD", alone)
  from_package <- function(figure, name, answer, note = alone) {
    figures(figure, paste0("multilevel::", name), cases, in_order(answer, cases), note)
  }
  rbind(
    from_package("rwg", "rwg", rwg(vote, case, ranvar = uniform)),
    from_package("rwg_star", "rwg.j.lindell, practice twice",
                 rwg.j.lindell(data.frame(vote, vote), case, ranvar = uniform)),
    if (levels >= 5) {
      from_package("rwg_slight_skew", "rwg",
                   rwg(vote, case, ranvar = skewed_null[[as.character(levels)]]))
    },
    from_package("ad_mean", "ad.m", ad.m(vote, case, type = "mean"), no_ad),
    from_package("ad_median", "ad.m", ad.m(vote, case, type = "median"), no_ad),
    from_package("awg", "awg", awg(vote, case, range = c(1, levels)),
                 ifelse(alone == "", beyond_awg(votes, cases), alone)),
    figures("consensus", "formula, vote by vote", cases,
            tapply(vote, case, consensus, levels = levels)[cases], ifelse(counts == 0, alone, ""))
  )
}

# Means too near an end of the scale for a_WG's maximum variance to be reached.
beyond_awg <- function(votes, cases) {
  levels <- votes$levels[1]
  mean <- tapply(votes$vote, votes$case, mean, na.rm = TRUE)[cases]
  n <- tapply(!is.na(votes$vote), votes$case, sum)[cases]
  off <- pmax(((n - 1) + levels) / n - mean, mean - (levels * (n - 1) + 1) / n)
  ifelse(off > 1e-9 & !mean %in% c(1, levels), "mean beyond the range that a_WG is defined for", "")
}

# Tastle & Wierman 2007 as a mean over votes instead of a sum over levels.
consensus <- function(vote, levels) {
  vote <- vote[!is.na(vote)]
  1 + mean(log2(1 - abs(vote - mean(vote)) / (levels - 1)))
}

figures_of_a_workshop <- function(votes) {
  uniform <- (votes$levels[1]^2 - 1) / 12
  people <- as.data.frame(tapply(votes$vote, list(votes$person, votes$practice), sum))
  pairable <- people[, colSums(!is.na(people)) > 1, drop = FALSE]
  one_by_one <- vapply(pairable, function(vote) {
    rwg.j.lindell(data.frame(vote, vote), rep(1, length(vote)), ranvar = uniform)[[2]]
  }, 0)
  rbind(
    figures("rwg_star_j", "multilevel::rwg.j.lindell, mean of practices", votes$workshop[1],
            if (length(one_by_one)) mean(one_by_one) else NA),
    if (ncol(people) > 1 && !anyNA(people)) {
      figures("rwg_star_j", "multilevel::rwg.j.lindell", votes$workshop[1],
              rwg.j.lindell(people, rep(1, nrow(people)), ranvar = uniform)[[2]])
    }
  )
}
