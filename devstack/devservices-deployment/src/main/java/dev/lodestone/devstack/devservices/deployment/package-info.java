/**
 * The build-time half of the Dev Services extension: in development and test mode it leases the shared PostgreSQL and
 * Kafka and configures their addresses in the application. Nothing of it reaches a packaged service.
 */
@NullMarked
package dev.lodestone.devstack.devservices.deployment;

import org.jspecify.annotations.NullMarked;
