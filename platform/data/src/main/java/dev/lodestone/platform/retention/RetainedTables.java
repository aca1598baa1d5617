package dev.lodestone.platform.retention;

import java.util.List;

/** The tables of a service whose rows have a retention. */
public interface RetainedTables {
    List<Retained> retained();
}
