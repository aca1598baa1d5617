/**
 * Members download their statement with its proof, which they can check without us: docs/verify-a-statement.md says how. It may call {@code
 * account} and {@code sealing}.
 */
@NullMarked
package dev.lodestone.points.proof;

import org.jspecify.annotations.NullMarked;
