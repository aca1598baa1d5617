/**
 * Facts become points: which rule is in force, what it pays, and what a refund takes back. Events enter by the consumers; operators draft
 * and publish rules over HTTP. It may call the ledger.
 */
@NullMarked
package dev.lodestone.points.earning;

import org.jspecify.annotations.NullMarked;
