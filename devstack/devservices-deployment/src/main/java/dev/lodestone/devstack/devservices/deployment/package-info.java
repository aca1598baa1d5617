/**
 * The build-time half of the Dev Services extension: in development and test mode it leases the shared PostgreSQL and
 * Kafka and tells the application where they are. Nothing of it reaches a packaged service.
 */
@NullMarked
package dev.lodestone.devstack.devservices.deployment;

import org.jspecify.annotations.NullMarked;
