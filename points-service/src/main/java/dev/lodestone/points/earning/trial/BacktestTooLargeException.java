package dev.lodestone.points.earning.trial;

/** The facts concern more members than a backtest may keep counts for; trying again would not help. */
final class BacktestTooLargeException extends RuntimeException {
    BacktestTooLargeException(int countsMax) {
        super("the facts need more than %d counts of members: take fewer days".formatted(countsMax));
    }
}
