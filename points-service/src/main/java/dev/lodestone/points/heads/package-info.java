/**
 * Heads of the sealed chains as they are kept outside the database, in topics and in files: what a truncated or re-sealed chain is compared
 * with. Its entry point is {@link dev.lodestone.points.heads.HeadsService}. It calls no other package and trusts nothing that it reads.
 */
@NullMarked
package dev.lodestone.points.heads;

import org.jspecify.annotations.NullMarked;
