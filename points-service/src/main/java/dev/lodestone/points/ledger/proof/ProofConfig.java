package dev.lodestone.points.ledger.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of a proof. */
@ConfigMapping(prefix = "lodestone.points.proof")
interface ProofConfig {
    /**
     * The maximum number of blocks in one document. Each block must be read and hashed as a whole, even for a few postings of the member.
     */
    @WithDefault("100")
    int blocksMax();
}
