package dev.lodestone.points.earning.trial;

/** The events need more counts of members than a backtest may hold; another attempt would fail too. */
final class BacktestTooLargeException extends RuntimeException {
    BacktestTooLargeException(int countsMax) {
        super("the events need more than %d counts of members: request fewer days".formatted(countsMax));
    }
}
