# Writes areas.csv beside applicants.csv: Rscript areas.R (made with pROC 1.18.0, in the folder of both).
suppressPackageStartupMessages(library(pROC))
applicants <- read.csv("applicants.csv")
scores <- c("pd", "pd_new", "points")
roc_of <- function(score) roc(applicants$bad, applicants[[score]], levels = c(0, 1), direction = "<", quiet = TRUE)
out <- file("areas.csv", "w")
write_line <- function(first, second, figure, value) cat(sprintf("%s,%s,%s,%.17g\n", first, second, figure, value), file = out)
cat("first,second,figure,value\n", file = out)
for (score in scores) {
    area <- roc_of(score)
    interval <- ci.auc(area, method = "delong")
    write_line(score, "", "auc", as.numeric(auc(area)))
    write_line(score, "", "variance", var(area, method = "delong"))
    write_line(score, "", "low", interval[1])
    write_line(score, "", "high", interval[3])
}
for (pair in combn(scores, 2, simplify = FALSE)) {
    # roc.test takes the second from the first; ours takes the first from the second.
    test <- roc.test(roc_of(pair[2]), roc_of(pair[1]), method = "delong", paired = TRUE)
    write_line(pair[1], pair[2], "covariance", cov(roc_of(pair[1]), roc_of(pair[2]), method = "delong"))
    write_line(pair[1], pair[2], "z", unname(test$statistic))
    write_line(pair[1], pair[2], "p", test$p.value)
    write_line(pair[1], pair[2], "low", test$conf.int[1])
    write_line(pair[1], pair[2], "high", test$conf.int[2])
}
close(out)
