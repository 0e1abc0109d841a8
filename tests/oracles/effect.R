# How far two groups of votes lie apart: each workshop of an even number against the one after it.

most_deals <- 20000

effect_figures <- function(votes) {
  votes <- votes[!is.na(votes$vote), ]
  earlier <- votes[votes$workshop %% 2 == 0, ]
  later <- votes[votes$workshop %% 2 == 1, ]
  earlier <- split(earlier$vote, earlier$case)
  later <- split(later$vote, paste(later$workshop - 1, later$practice, sep = "/"))
  cases <- intersect(names(earlier), names(later))
  found <- do.call(rbind, lapply(cases, function(case) {
    rbind(
      delta_figures(case, earlier[[case]], later[[case]]),
      p_figures(case, earlier[[case]], later[[case]])
    )
  }))
  rbind(found, holm_of_a_workshop(found[found$oracle == "coin::wilcox_test", ]))
}

# The published formulas on the dominance matrix: Cliff 1993, 1996; Feng & Cliff 2004.
delta_figures <- function(case, earlier, later) {
  n <- length(earlier)
  m <- length(later)
  dominance <- sign(outer(later, earlier, "-"))
  delta <- mean(dominance)
  mann_whitney <- suppressWarnings(wilcox.test(later, earlier, exact = FALSE)$statistic)
  found <- rbind(
    figures("delta", "dominance matrix", case, delta),
    figures("delta", "stats::wilcox.test, 2W/nm - 1", case, 2 * mann_whitney / (n * m) - 1)
  )
  if (n < 2 || m < 2) return(found)
  rows <- n^2 * sum((rowMeans(dominance) - delta)^2)
  columns <- m^2 * sum((colMeans(dominance) - delta)^2)
  estimate <- (rows + columns - sum((dominance - delta)^2)) / (n * m * (n - 1) * (m - 1))
  least <- (1 - delta^2) / (n * m - 1)
  t <- qt(0.975, n + m - 2)
  variance <- max(estimate, least)
  published <- if (abs(delta) < 1) interval(delta, variance, t) else apart(delta, min(n, m), t)
  plain <- as_effsize(dominance, estimate, t)
  note <- if (abs(delta) == 1) {
    "wholly apart: effsize uses delta * (nm-1)/nm"
  } else if (estimate < least - 1e-12) {
    "variance below its least value: effsize leaves it there"
  } else {
    ""
  }
  rbind(
    found,
    figures(c("variance", "low", "high"), "formulas of Feng & Cliff 2004", case, c(variance, published)),
    figures(c("variance", "low", "high"), "formulas of effsize", case, plain, note)
  )
}

interval <- function(delta, variance, t) {
  off <- c(-1, 1) * t * sqrt(variance) * sqrt((1 - delta^2)^2 + t^2 * variance)
  (delta - delta^3 + off) / (1 - delta^2 + t^2 * variance)
}

# Feng & Cliff 2004, eq. 8: one end is delta, the other depends on the smaller group.
apart <- function(delta, n, t) sort(delta * c(1, max(-1, (n - t^2) / (n + t^2))))

# What the package effsize does otherwise: no least variance, and a delta of 1 drawn in a little.
as_effsize <- function(dominance, estimate, t) {
  delta <- mean(dominance)
  if (abs(delta) < 1) {
    return(c(estimate, if (estimate < 0) c(NA, NA) else interval(delta, estimate, t)))
  }
  n <- ncol(dominance)
  m <- nrow(dominance)
  drawn_in <- delta * (n * m - 1) / (n * m)
  off <- (delta - drawn_in)^2
  estimate <- (n^2 * m * off + m^2 * n * off - n * m * off) / (n * m * (n - 1) * (m - 1))
  ends <- interval(drawn_in, estimate, t)
  c(estimate, if (delta > 0) c(ends[1], 1) else c(-1, ends[2]))
}

# The two-sided exact p of the rank sum, with midranks.
p_figures <- function(case, earlier, later) {
  group <- factor(rep(1:2, c(length(earlier), length(later))))
  both <- data.frame(vote = c(earlier, later), group)
  tied <- length(unique(both$vote)) == 1
  exact <- if (tied) 1 else pvalue(wilcox_test(vote ~ group, data = both, distribution = "exact"))
  one_way <- wilcox.exact(earlier, later, exact = TRUE)$p.value
  other_way <- wilcox.exact(later, earlier, exact = TRUE)$p.value
  turned <- abs(one_way - other_way) > 1e-9
  rbind(
    figures("permutation_p", "coin::wilcox_test", case, exact),
    figures("permutation_p", "exactRankTests::wilcox.exact", case, one_way,
            if (turned) "exactRankTests gives another p for the groups swapped" else ""),
    if (choose(nrow(both), length(earlier)) <= most_deals) {
      figures("permutation_p", "every deal, by combn", case, by_deals(rank(both$vote), length(earlier)))
    }
  )
}

by_deals <- function(ranks, n) {
  off <- abs(combn(length(ranks), n, function(dealt) sum(ranks[dealt])) - n * mean(ranks))
  mean(off >= abs(sum(ranks[seq_len(n)]) - n * mean(ranks)) - 1e-9)
}

# The step in which twice a rank sum can change: with few levels it is wide.
step_of <- function(votes) {
  apart <- diff(sort(unique(2 * rank(votes))))
  Reduce(function(a, b) { while (b > 0) { rest <- a %% b; a <- b; b <- rest }; a }, apart)
}

crowd_figures <- function(crowds) {
  do.call(rbind, lapply(split(crowds, crowds$crowd), function(votes) {
    test <- wilcox.test(vote ~ group, data = votes, exact = FALSE, correct = TRUE)
    note <- if (step_of(votes$vote) > 2) "wide steps: wilcox.test corrects by half a rank all the same" else ""
    figures("permutation_p_of_crowds", "stats::wilcox.test, normal", votes$crowd[1], test$p.value, note)
  }))
}

holm_figures <- function(chances) {
  adjusted <- ave(chances$p, chances$row, FUN = function(p) p.adjust(p, "holm"))
  figures("holm", "stats::p.adjust", paste(chances$row, chances$place, sep = "/"), adjusted)
}

holm_of_a_workshop <- function(found) {
  adjusted <- ave(found$value, sub("/.*", "", found$case), FUN = function(p) p.adjust(p, "holm"))
  figures("holm_of_a_workshop", "stats::p.adjust of coin", found$case, adjusted)
}
