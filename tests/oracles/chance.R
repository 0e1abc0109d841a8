# How often votes at random agree so well: P(r_WG >= observed), counted in two ways.

most_histograms <- 60000
skewed_shares <- c(0.05, 0.15, 0.20, 0.35, 0.25)

chance_figures <- function(votes) {
  do.call(rbind, lapply(split(votes, votes$levels), function(votes) {
    levels <- votes$levels[1]
    counts <- tapply(!is.na(votes$vote), votes$case, sum)
    counts <- counts[counts > 1]
    uniform <- rep(1 / levels, levels)
    observed <- rwg(votes$vote, votes$case, ranvar = (levels^2 - 1) / 12)
    observed <- setNames(observed$rwg, observed$grpid)[names(counts)]
    listed <- choose(counts + levels - 1, levels - 1) <= most_histograms
    rbind(
      figures("p_uniform", "every histogram", names(counts)[listed],
              by_histograms(observed[listed], counts[listed], uniform)),
      figures("p_uniform", "sums added vote by vote", names(counts),
              by_sums(observed, counts, levels)),
      if (levels == 5) skewed_figures(votes, counts)
    )
  }))
}

skewed_figures <- function(votes, counts) {
  observed <- rwg(votes$vote, votes$case, ranvar = skewed_null[["5"]])
  observed <- setNames(observed$rwg, observed$grpid)[names(counts)]
  figures("p_slight_skew", "every histogram", names(counts),
          by_histograms(observed, counts, skewed_shares))
}

# Every histogram of n votes (bars between n stars), with its r_WG and its multinomial weight.
by_histograms <- function(observed, counts, shares) {
  levels <- seq_along(shares)
  null <- sum(shares * levels^2) - sum(shares * levels)^2
  chance <- observed
  for (n in unique(counts)) {
    bars <- rbind(0, combn(n + length(levels) - 1, length(levels) - 1), n + length(levels))
    votes <- diff(bars) - 1
    weight <- exp(lfactorial(n) - colSums(lfactorial(votes)) + colSums(votes * log(shares)))
    mean <- colSums(votes * levels) / n
    variance <- (colSums(votes * levels^2) - n * mean^2) / (n - 1)
    rwg <- pmax(0, 1 - variance / null)
    chance[counts == n] <- tail_of(rwg, weight, observed[counts == n])
  }
  chance
}

# The joint chances of a sum and a sum of squares, one vote more at a time.
by_sums <- function(observed, counts, levels) {
  null <- (levels^2 - 1) / 12
  chance <- observed
  joint <- matrix(1)
  for (n in seq_len(max(counts))) {
    wider <- matrix(0, nrow(joint) + levels - 1, ncol(joint) + (levels - 1)^2)
    for (level in 0:(levels - 1)) {
      rows <- level + seq_len(nrow(joint))
      columns <- level^2 + seq_len(ncol(joint))
      wider[rows, columns] <- wider[rows, columns] + joint / levels
    }
    joint <- wider
    if (!any(counts == n)) next
    reached <- which(joint > 0, arr.ind = TRUE) - 1
    weight <- joint[joint > 0]
    rwg <- pmax(0, 1 - (reached[, 2] - reached[, 1]^2 / n) / (n - 1) / null)
    chance[counts == n] <- tail_of(rwg, weight, observed[counts == n])
  }
  chance
}

tail_of <- function(rwg, weight, bounds) {
  vapply(bounds, function(bound) sum(weight[rwg >= bound - 1e-9]), 0)
}
