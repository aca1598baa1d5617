package dev.lodestone.gateway.rates;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often one client may ask. */
@ConfigMapping(prefix = "lodestone.gateway.limits.rate")
interface RatesConfig {
    /** Tokens in a full bucket; an ordinary request costs one. */
    long burst();

    /** Tokens added to a bucket each second. */
    long perSecond();

    /** The largest number of buckets in memory. */
    int clientsMax();

    /** Requests that cost more than one token; the name is free. */
    Map<String, Cost> costs();

    /** Where all replicas share their buckets. */
    Redis redis();

    interface Cost {
        /** The method; by default any. */
        Optional<String> method();

        /** Whole paths, in which {@code *} stands for one segment. */
        List<String> paths();

        /** Tokens that such a request costs. */
        @WithDefault("1")
        int tokens();
    }

    interface Redis {
        /** Redis or Valkey, such as {@code redis://host:6379}; by default each replica limits by itself. */
        Optional<String> address();

        /** How long a request waits for it before the replica decides by itself. */
        Duration patience();

        /** How long it is left alone after it has failed several times in a row. */
        Duration pause();
    }
}
