/**
 * What a rule says, checked when it is drafted: when it may pay, for whom, how much, how often, and how long that lasts. Values only; it
 * calls the account room for the terms of what is earned.
 */
@NullMarked
package dev.lodestone.points.rules;

import org.jspecify.annotations.NullMarked;
