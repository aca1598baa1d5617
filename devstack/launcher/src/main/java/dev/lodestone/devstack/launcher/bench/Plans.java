package dev.lodestone.devstack.launcher.bench;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plans of the slowest statements of the service, as the database server logs them. */
final class Plans {
    private static final List<String> LOG_PLANS = List.of(
            "alter system set log_destination = 'jsonlog'",
            "select pg_reload_conf()",
            "alter database points set session_preload_libraries = 'auto_explain'",
            "alter database points set auto_explain.log_min_duration = 0",
            "alter database points set auto_explain.log_analyze = on",
            "alter database points set auto_explain.log_timing = off",
            "alter database points set auto_explain.log_parameter_max_length = 0");
    private static final String LOGGED_PLANS = """
            select line::json ->> 'message'
            from regexp_split_to_table(pg_read_file(pg_current_logfile('jsonlog')), '\\n') as line
            where line is json and line::json ->> 'dbname' = 'points' and line::json ->> 'message' like 'duration: % plan:%'
            """;
    private static final String QUERY = "Query Text: ";
    private static final int QUERY_LENGTH_MAX = 150;

    private static final Pattern DURATION = Pattern.compile("duration: ([0-9.]+) ms");
    private static final int HOT = 15;

    private record Plan(int times, double millis, String text) {
        static Plan of(String message) {
            Matcher duration = DURATION.matcher(message);
            return new Plan(1, duration.find() ? Double.parseDouble(duration.group(1)) : 0, plan(message));
        }

        /** One more run; the latest plan is that of tables with the most rows. */
        private Plan again(Plan later) {
            return new Plan(times + later.times(), millis + later.millis(), later.text());
        }
    }

    private Plans() {}

    /** Starts the service again, lets {@code load} work, and prints their plans; the figures of such a run are no measure. */
    static void show(BenchEnvironment bench, Runnable load) throws SQLException {
        for (String setting : LOG_PLANS) {
            bench.execute(setting);
        }
        bench.stopService();
        bench.startService();
        load.run();
        Map<String, Plan> plans = new HashMap<>();
        bench.query(LOGGED_PLANS).forEach(message -> plans.merge(query(message), Plan.of(message), Plan::again));
        bench.say("the plans of the slowest statements of the service:");
        plans.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().millis()))
                .limit(HOT)
                .forEach(entry -> print(bench, entry.getKey(), entry.getValue()));
    }

    private static void print(BenchEnvironment bench, String query, Plan plan) {
        bench.say("%d runs, %.1f ms in all: %s", plan.times(), plan.millis(), query);
        plan.text().lines().forEach(line -> bench.say("    %s", line));
    }

    private static String query(String message) {
        String query = message.substring(message.indexOf(QUERY) + QUERY.length(), startOfPlan(message))
                .replaceAll("\\s+", " ")
                .strip();
        return query.length() > QUERY_LENGTH_MAX ? query.substring(0, QUERY_LENGTH_MAX) + "…" : query;
    }

    private static String plan(String message) {
        return message.substring(startOfPlan(message)).replaceAll("\\(cost=[^)]*\\) ?", "");
    }

    /** The first line that has a cost. */
    private static int startOfPlan(String message) {
        return message.lastIndexOf('\n', message.indexOf("(cost=")) + 1;
    }
}
