/**
 * The facts that rules were asked about, with what was known of the member and what each rule said: the answer to every why and why not,
 * and what a draft is tried on. Its door is {@link dev.lodestone.points.facts.FactService}. It calls the evaluation room.
 */
@NullMarked
package dev.lodestone.points.facts;

import org.jspecify.annotations.NullMarked;
