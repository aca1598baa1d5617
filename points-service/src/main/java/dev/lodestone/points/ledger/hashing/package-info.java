/**
 * Canonical JSON, SHA-256 and the Merkle tree over the rows of a block. All of it is pure. External checks of proofs use the same formats:
 * docs/verify-a-statement.md. Its entry points are {@link dev.lodestone.points.ledger.hashing.CanonicalJson} and {@link
 * dev.lodestone.points.ledger.hashing.MerkleTree}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.points.ledger.hashing;

import org.jspecify.annotations.NullMarked;
