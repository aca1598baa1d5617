package dev.lodestone.points.sealing;

import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Shows how far the book is sealed. */
@Path("/api/points/v1/ledger/seal")
public class SealResource {
    private final Transactions transactions;
    private final BlockService blocks;
    private final SealingState state;

    SealResource(Transactions transactions, BlockService blocks, SealingState state) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.state = state;
    }

    @GET
    @RolesAllowed({Role.MEMBER, Role.LEDGER_AUDIT})
    public Uni<SealView> seal() {
        return transactions.read(connection -> blocks.last(connection)
                .chain(last -> blocks.keys(connection)
                        .map(keys -> SealView.of(last.orElse(null), keys, state.lag(), state.trouble()))));
    }
}
