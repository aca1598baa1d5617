package dev.lodestone.points.ledger.heads;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.lodestone.points.ledger.hashing.Chain;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The published end of a chain at some time: one line of JSON.
 *
 * {@snippet lang=json :
 * {
 *   "chain": "POSTINGS", "kind": "RESUMED", "number": 812, "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
 *   "keyId": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "publicKey": "MCowBQYDK2VwAyEAGb9E",
 *   "sealedAt": "2026-03-01T04:31:07.000000Z", "content": "the declaration", "signature": "MEQCIDv1"
 * }
 * }
 *
 * @param number of the last block
 * @param hash of that block
 * @param keyId SHA-256 of {@code publicKey}
 * @param publicKey X.509 SubjectPublicKeyInfo in base64, so that a line can be checked even if the database has lost its keys
 * @param content the signed text: the header of the block, or the declaration of the operator who resumed the chain
 * @param signature Ed25519 over {@code content}, in base64
 */
@RegisterForReflection
@JsonPropertyOrder(alphabetic = true)
public record PublishedHead(
        @JsonProperty(required = true) Chain chain,
        @JsonProperty(required = true) Kind kind,
        @JsonProperty(required = true) long number,
        @JsonProperty(required = true) String hash,
        @JsonProperty(required = true) String keyId,
        @JsonProperty(required = true) String publicKey,
        @JsonProperty(required = true) String sealedAt,
        @JsonProperty(required = true) String content,
        @JsonProperty(required = true) String signature) {
    /** Why a head is published. */
    public enum Kind {
        /** A block was sealed. */
        SEALED,
        /** The chain continues from here after a restore; blocks after this one are abandoned. */
        RESUMED
    }
}
