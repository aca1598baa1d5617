package dev.lodestone.platform.retention;

import java.util.List;

/** The tables of a service that grow and whose rows serve their time. */
public interface RetainedTables {
    List<Retained> retained();
}
