package dev.lodestone.platform.sql;

/**
 * The advisory locks of all services. PostgreSQL knows them by number, for each database; a number used twice would make two jobs wait for
 * each other. A new lock gets a new number here, also when only a script uses it.
 */
public enum AdvisoryLock {
    /** Held by the one process that relays the outbox. */
    OUTBOX_RELAY(4_206_901_000L),
    /** Held by the transaction that seals blocks of postings. */
    SEALING(4_206_901_030L),
    /** Held by the script that grants the tables to the service's role, {@code afterMigrate__grant_to_application.sql}. */
    GRANTS(4_206_901_031L);

    private final long number;

    AdvisoryLock(long number) {
        this.number = number;
    }

    /** The number for {@code pg_advisory_lock} and its kin. */
    public long number() {
        return number;
    }
}
