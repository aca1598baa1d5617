/**
 * Statements of the reactive SQL client: columns in ({@link dev.lodestone.platform.sql.Columns}), rows out
 * ({@link dev.lodestone.platform.sql.Rows}), several at a time ({@link dev.lodestone.platform.sql.Pipeline}), work in batches
 * ({@link dev.lodestone.platform.sql.Batches}), and the register of advisory locks ({@link dev.lodestone.platform.sql.AdvisoryLock}). It
 * calls no other package.
 */
@NullMarked
package dev.lodestone.platform.sql;

import org.jspecify.annotations.NullMarked;
