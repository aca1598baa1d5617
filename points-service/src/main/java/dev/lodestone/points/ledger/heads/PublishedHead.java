package dev.lodestone.points.ledger.heads;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.lodestone.points.ledger.hashing.Chain;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The end of a chain at some time, as it is published: one line of JSON.
 *
 * @param number of the block that was the last
 * @param hash of that block
 * @param keyId SHA-256 of {@code publicKey}
 * @param publicKey X.509 SubjectPublicKeyInfo in base64, so that a line can be checked when the database knows no key any more
 * @param content the text that is signed: the header of the block, or what the operator who resumed declared
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
        /** Blocks behind this one are given up: the chain goes on from here after a restore. */
        RESUMED
    }
}
