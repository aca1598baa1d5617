package dev.lodestone.gateway.rates;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The number of tokens that a request costs: more for expensive requests. */
final class RequestCosts {
    static final long ORDINARY = 1;
    /** Parameters of a path segment, which a service may ignore. */
    private static final String PARAMETERS = "(?:;[^/]*)?";

    private static final String ONE_SEGMENT = "*";

    private final List<Entry> entries;

    private RequestCosts(List<Entry> entries) {
        this.entries = entries;
    }

    static RequestCosts of(Collection<RatesConfig.Cost> costs) {
        return new RequestCosts(costs.stream()
                .flatMap(cost ->
                        cost.paths().stream().map(path -> new Entry(cost.method(), pattern(path), cost.tokens())))
                .toList());
    }

    /** The highest cost of all rules that match the request. */
    long of(String method, String path) {
        return entries.stream()
                .filter(entry -> entry.meets(method, path))
                .mapToLong(Entry::tokens)
                .max()
                .orElse(ORDINARY);
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Arrays.stream(path.split("/", -1))
                .map(segment -> (segment.equals(ONE_SEGMENT) ? "[^/]+" : Pattern.quote(segment)) + PARAMETERS)
                .collect(Collectors.joining("/", "", "/?")));
    }

    private record Entry(Optional<String> method, Pattern path, long tokens) {
        boolean meets(String requestMethod, String requestPath) {
            // HEAD costs a service the same work as GET.
            String worksAs = requestMethod.equals("HEAD") ? "GET" : requestMethod;
            return method.map(worksAs::equals).orElse(true)
                    && path.matcher(requestPath).matches();
        }
    }
}
