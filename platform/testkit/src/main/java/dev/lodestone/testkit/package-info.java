/** What the tests of several services share: signed tokens, a look into Kafka, refusals of every endpoint, the rules of the house. */
@NullMarked
package dev.lodestone.testkit;

import org.jspecify.annotations.NullMarked;
