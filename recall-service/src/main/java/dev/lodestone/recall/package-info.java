/**
 * Brings back members who drift away. Orders enter here, since they concern two rooms in one transaction: they change the profile and may
 * be the return that an offer waits for. Rooms never call this package.
 */
@NullMarked
package dev.lodestone.recall;

import org.jspecify.annotations.NullMarked;
