package dev.lodestone.points.ledger.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a proof may be. */
@ConfigMapping(prefix = "lodestone.points.proof")
interface ProofConfig {
    /** Blocks in one document: each has to be read and hashed whole for the paths of the member's few postings in it. */
    @WithDefault("100")
    int blocksMax();
}
