/**
 * Canonical JSON, SHA-256 and the Merkle tree over the entries of a block; pure. Proofs are checked outside by the same forms:
 * docs/verify-a-statement.md. Its entry points are {@link dev.lodestone.points.ledger.hashing.CanonicalJson} and {@link
 * dev.lodestone.points.ledger.hashing.MerkleTree}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.points.ledger.hashing;

import org.jspecify.annotations.NullMarked;
