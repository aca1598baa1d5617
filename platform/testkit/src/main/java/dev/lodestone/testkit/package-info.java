/** What the tests of several services share: signed tokens, records of Kafka, refusals of every endpoint, the architecture rules. */
@NullMarked
package dev.lodestone.testkit;

import org.jspecify.annotations.NullMarked;
