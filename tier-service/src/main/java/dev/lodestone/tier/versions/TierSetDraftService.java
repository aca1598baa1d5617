package dev.lodestone.tier.versions;

import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.definitions.DifferenceView;
import dev.lodestone.platform.definitions.Lifecycle;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.tier.tiersets.TierSet;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Drafts and compares versions of tier sets. Each call is idempotent, since the caller names the version. */
@ApplicationScoped
public class TierSetDraftService {
    private final TierSetRepository repository;
    private final TierSetDocuments documents;
    private final Clock clock;

    TierSetDraftService(TierSetRepository repository, TierSetDocuments documents, Clock clock) {
        this.repository = repository;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Writes draft {@code version}: an existing draft or the next number. A proposed version becomes a draft again.
     *
     * @throws ProblemException 400 if the definition is invalid, 404 for an unknown set, 409 if a number would be skipped, or if the version is
     *     published and differs
     */
    Uni<TierSetView> draft(SqlConnection tx, String code, int version, TierSet definition, String operator) {
        documents.check(definition);
        return write(tx, code, version, documents.write(definition), operator, false)
                .map(documents::view);
    }

    /**
     * Drafts {@code version}, the next number, with the document of {@code old}.
     *
     * @throws ProblemException 409 if a number would be skipped, or if {@code version} exists with another definition
     */
    Uni<TierSetVersion> copy(SqlConnection tx, TierSetVersion old, int version, String operator) {
        return write(tx, old.code(), version, old.document(), operator, true);
    }

    /** All versions of a set, newest first. */
    Uni<List<TierSetView>> versions(SqlConnection connection, String code) {
        return repository
                .versions(connection, code)
                .map(found -> known(code, found).stream().map(documents::view).toList());
    }

    /** The version that is in force now; empty if there is none. */
    Uni<List<TierSetView>> inForce(SqlConnection connection) {
        Instant now = clock.instant();
        return repository
                .published(connection, TierSetService.MAIN)
                .map(found -> found.stream()
                        .filter(version -> documents.faults(version).isEmpty())
                        .filter(version -> !from(version).isAfter(now))
                        .reduce((one, other) -> from(other).isBefore(from(one)) ? one : other)
                        .map(documents::view)
                        .stream()
                        .toList());
    }

    /**
     * The differences of version {@code to} from version {@code from}.
     *
     * @throws ProblemException 404 if one of them does not exist
     */
    Uni<List<DifferenceView>> differences(SqlConnection connection, String code, int from, int to) {
        return repository
                .versions(connection, code)
                .map(found -> documents.differences(version(code, found, from), version(code, found, to)));
    }

    /**
     * One version of a set, locked.
     *
     * @throws ProblemException 404 if it does not exist
     */
    Uni<TierSetVersion> lock(SqlConnection tx, String code, int version) {
        return repository.lockVersions(tx, code).map(found -> version(code, found, version));
    }

    /** One version of a set. */
    Uni<TierSetVersion> find(SqlConnection connection, String code, int version) {
        return repository.versions(connection, code).map(found -> version(code, found, version));
    }

    private Uni<TierSetVersion> write(
            SqlConnection tx, String code, int number, String document, String operator, boolean copy) {
        return repository.lockVersions(tx, code).chain(found -> {
            Optional<TierSetVersion> known = existing(code, known(code, found), number);
            if (known.isPresent() && documents.isSame(known.get(), document)) {
                return Uni.createFrom().item(known.get());
            }
            Lifecycle drafted = Lifecycle.drafted(operator, clock.instant());
            TierSetVersion draft = new TierSetVersion(code, number, document, drafted);
            if (known.isEmpty()) {
                return repository.insert(tx, draft).replaceWith(draft);
            }
            checkChangeable(known.get(), copy);
            return repository.update(tx, draft).replaceWith(draft);
        });
    }

    private static void checkChangeable(TierSetVersion known, boolean copy) {
        if (copy) {
            throw new ProblemException(
                    TierSetProblems.TIER_SET_VERSION_TAKEN, "Use the next version number of " + known.code());
        }
        if (known.status() == DefinitionStatus.PUBLISHED) {
            throw new ProblemException(TierSetProblems.TIER_SET_PUBLISHED, "Draft a new version of " + known.code());
        }
    }

    private static Optional<TierSetVersion> existing(String code, List<TierSetVersion> newestFirst, int number) {
        int next = newestFirst.getFirst().version() + 1;
        if (number > next) {
            throw new ProblemException(
                    TierSetProblems.TIER_SET_VERSION_SKIPPED, "The next version of " + code + " is " + next);
        }
        return newestFirst.stream().filter(one -> one.version() == number).findFirst();
    }

    private static List<TierSetVersion> known(String code, List<TierSetVersion> found) {
        if (found.isEmpty()) {
            throw new ProblemException(
                    TierSetProblems.TIER_SET_UNKNOWN,
                    "There is one tier set, " + TierSetService.MAIN + ", but the path names " + code);
        }
        return found;
    }

    private static TierSetVersion version(String code, List<TierSetVersion> found, int number) {
        return known(code, found).stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        TierSetProblems.TIER_SET_VERSION_UNKNOWN,
                        "Draft version " + number + " of " + code + " first"));
    }

    private static Instant from(TierSetVersion version) {
        return Objects.requireNonNull(version.life().effectiveFrom(), "a published version has a time");
    }
}
