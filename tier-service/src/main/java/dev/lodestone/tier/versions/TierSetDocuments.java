package dev.lodestone.tier.versions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.definitions.DifferenceView;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetCheck;
import dev.lodestone.tier.tiersets.TierSetCheck.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads, writes and checks the document in a version of a tier set. */
@ApplicationScoped
class TierSetDocuments {
    private static final int DETAIL_MAX = 5;

    private final Json json;
    private final TierSetConfig config;

    /** The state of a version in an audit entry. */
    record State(
            DefinitionStatus status,
            JsonNode definition,
            @Nullable Instant effectiveFrom) {}

    TierSetDocuments(Json json, TierSetConfig config) {
        this.json = json;
        this.config = config;
    }

    /** @throws ProblemException 400 {@code invalid-tier-set} with every fault at its place */
    void check(TierSet definition) {
        List<Fault> faults = TierSetCheck.faults(definition);
        if (!faults.isEmpty()) {
            List<Map<String, String>> errors = faults.stream()
                    .map(fault -> Map.of("field", fault.path(), "message", fault.message()))
                    .toList();
            String detail = faults.stream()
                    .limit(DETAIL_MAX)
                    .map(fault -> fault.path() + " " + fault.message())
                    .collect(Collectors.joining("; "));
            throw new ProblemException(TierSetProblems.INVALID_TIER_SET, detail, Map.of("errors", errors));
        }
    }

    /** The faults of a stored version; empty if levels can be decided by it. */
    List<Fault> faults(TierSetVersion version) {
        try {
            return TierSetCheck.faults(json.read(version.document(), TierSet.class));
        } catch (RuntimeException unreadable) {
            return List.of(new Fault("", "cannot be read as a tier set"));
        }
    }

    /** The stored document; empty if it is no tier set. */
    Optional<TierSet> read(TierSetVersion version) {
        try {
            return Optional.of(json.read(version.document(), TierSet.class));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the stored document says the same as {@code document}. */
    boolean isSame(TierSetVersion version, String document) {
        return json.tree(version.document()).equals(json.tree(document))
                || read(version).map(json::treeOf).equals(Optional.of(json.tree(document)));
    }

    TierSetView view(TierSetVersion version) {
        Optional<TierSet> definition = read(version);
        return new TierSetView(
                version.code(),
                version.version(),
                version.status(),
                definition.map(TierSetView::text).orElse(TierSetView.UNREADABLE),
                definition.orElse(null),
                version.life().effectiveFrom(),
                version.publication(config.proposalLifetime()),
                faults(version));
    }

    State state(TierSetVersion version) {
        return new State(
                version.status(), json.tree(version.document()), version.life().effectiveFrom());
    }

    List<DifferenceView> differences(TierSetVersion from, TierSetVersion to) {
        return DifferenceView.between(tree(from), tree(to));
    }

    String write(TierSet definition) {
        return json.write(definition);
    }

    /** With all members, so that one that is left out does not differ from its default. */
    private JsonNode tree(TierSetVersion version) {
        return read(version).map(json::treeOf).orElseGet(() -> json.tree(version.document()));
    }
}
