/**
 * Real servers without containers: PostgreSQL and a KRaft Kafka broker that run on a developer's machine, and a lease by
 * which several test modules of one build share one pair of them. Knows nothing of the suite's services. The lease needs
 * nothing but the JDK, so it may be used inside any class loader; the servers need this module's whole class path.
 */
@NullMarked
package dev.lodestone.devstack.embedded;

import org.jspecify.annotations.NullMarked;
