# Kendall's W from two Friedman tests, and Krippendorff's alpha from its definition.

reliability_figures <- function(votes) {
  do.call(rbind, lapply(split(votes, votes$workshop), function(votes) {
    rbind(concordance_figures(votes), alpha_figures(votes))
  }))
}

# Friedman's statistic is m(n-1)W for m people who vote on n practices.
concordance_figures <- function(votes) {
  people <- tapply(votes$vote, list(votes$person, votes$practice), sum)
  people <- people[complete.cases(people), , drop = FALSE]
  m <- nrow(people)
  n <- ncol(people)
  defined <- m > 1 && n > 1
  tied <- defined && all(people == people[, 1])
  w <- w_coin <- NA
  if (defined && !tied) {
    long <- data.frame(vote = c(people), practice = factor(c(col(people))),
                       person = factor(c(row(people))))
    w <- friedman.test(people)$statistic / (m * (n - 1))
    w_coin <- statistic(friedman_test(vote ~ practice | person, data = long)) / (m * (n - 1))
  }
  note <- if (!defined) "fewer than two people or practices" else ""
  if (tied) note <- "all votes of each person tied"
  rbind(
    figures("kendalls_w", "stats::friedman.test", votes$workshop[1], w, note),
    figures("kendalls_w", "coin::friedman_test", votes$workshop[1], w_coin, note)
  )
}

alpha_figures <- function(votes) {
  votes <- votes[!is.na(votes$vote), ]
  counts <- table(votes$practice)
  votes <- votes[votes$practice %in% names(counts)[counts > 1], ]
  workshop <- votes$workshop[1]
  if (nrow(votes) == 0) return(NULL)
  equal <- length(unique(votes$vote)) == 1
  note <- if (equal) "all votes equal" else ""
  distances <- distances_between(votes$vote, votes$levels[1])
  pairs <- lapply(names(distances), function(metric) {
    figures(paste0("alpha_", metric), "every pair of votes", workshop,
            if (equal) NA else alpha_of_pairs(votes, distances[[metric]]), note)
  })
  rbind(
    do.call(rbind, pairs),
    figures("alpha_interval", "variances", workshop,
            if (equal) NA else alpha_of_variances(votes$vote, votes$practice), note),
    figures("alpha_ordinal", "variances of midranks", workshop,
            if (equal) NA else alpha_of_variances(rank(votes$vote), votes$practice), note)
  )
}

# Squared differences of all levels (Krippendorff 2004, pp. 223-236).
distances_between <- function(vote, levels) {
  level <- seq_len(levels)
  counts <- tabulate(vote, levels)
  between <- Vectorize(function(c, k) sum(counts[c:k]) - (counts[c] + counts[k]) / 2)
  list(
    nominal = outer(level, level, "!=") * 1,
    ordinal = outer(level, level, between)^2,
    interval = outer(level, level, "-")^2,
    ratio = (outer(level, level, "-") / outer(level, level, "+"))^2
  )
}

# 1 - D_o/D_e, each a mean over ordered pairs of two different votes.
alpha_of_pairs <- function(votes, distance) {
  observed <- vapply(split(votes$vote, votes$practice), function(vote) {
    sum(distance[vote, vote]) / (length(vote) - 1)
  }, 0)
  n <- nrow(votes)
  1 - (sum(observed) / n) / (sum(distance[votes$vote, votes$vote]) / (n * (n - 1)))
}

# In the interval metric a mean squared difference is twice a variance.
alpha_of_variances <- function(value, practice) {
  within <- tapply(value, practice, function(own) length(own) * var(own))
  1 - sum(within) / (length(value) * var(value))
}
