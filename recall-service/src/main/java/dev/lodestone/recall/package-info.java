/**
 * Wins back members who stop buying. Orders enter here because they concern two packages in one transaction: they change the profile, and
 * they may be the return that an offer waits for. The packages below never call this one.
 */
@NullMarked
package dev.lodestone.recall;

import org.jspecify.annotations.NullMarked;
