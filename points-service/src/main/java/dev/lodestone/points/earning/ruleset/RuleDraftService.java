package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.definitions.DifferenceView;
import dev.lodestone.platform.definitions.Lifecycle;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.earning.rules.RuleText;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drafts and compares versions of rules. Each call is idempotent, since the caller names the version. */
@ApplicationScoped
public class RuleDraftService {
    private final RuleRepository repository;
    private final RuleDocuments documents;
    private final Clock clock;

    RuleDraftService(RuleRepository repository, RuleDocuments documents, Clock clock) {
        this.repository = repository;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Writes draft {@code version}: an existing draft or the next number. A proposed version becomes a draft again.
     *
     * @throws ProblemException 400 if the definition is invalid, 409 if a number would be skipped, or if the version is published and
     *     differs
     */
    @WithTransaction
    public Uni<RuleView> draft(String code, int version, RuleDefinition definition, String operator) {
        documents.check(code, version, definition);
        return repository.lockVersions(code).chain(versions -> {
            RuleEntity known = known(versions, code, version);
            if (known == null) {
                return create(code, version, documents.write(definition), operator)
                        .map(documents::view);
            }
            if (documents.read(known).equals(definition)) {
                return Uni.createFrom().item(documents.view(known));
            }
            if (known.status() == DefinitionStatus.PUBLISHED) {
                throw new ProblemException(RuleSetProblems.RULE_PUBLISHED, "Draft a new version of " + code);
            }
            known.definition = documents.write(definition);
            known.life = Lifecycle.drafted(operator, clock.instant());
            return Uni.createFrom().item(documents.view(known));
        });
    }

    /**
     * Drafts {@code version}, the next number, with the definition of {@code old}. In the caller's transaction.
     *
     * @throws ProblemException 409 if a number would be skipped, or if {@code version} exists with another definition
     */
    Uni<RuleEntity> copy(RuleEntity old, int version, String operator) {
        String code = old.key.code();
        return repository.lockVersions(code).chain(versions -> {
            RuleEntity known = known(versions, code, version);
            if (known == null) {
                return create(code, version, documents.write(documents.read(old)), operator);
            }
            if (!documents.read(known).equals(documents.read(old))) {
                throw new ProblemException(
                        RuleSetProblems.RULE_VERSION_TAKEN, "Use the next version number of " + code);
            }
            return Uni.createFrom().item(known);
        });
    }

    /**
     * Checks a definition as a draft would be, and saves nothing.
     *
     * @return the description of its award
     * @throws ProblemException 400 if the definition is invalid
     */
    public LocalText validate(RuleDefinition definition) {
        documents.check("validation", 1, definition);
        return RuleText.of(definition);
    }

    /** All versions of a rule, newest first. */
    @WithSession
    public Uni<List<RuleView>> versions(String code) {
        return repository
                .versions(code)
                .map(rules -> rules.stream().map(documents::view).toList());
    }

    /**
     * The differences of version {@code to} from version {@code from}.
     *
     * @throws ProblemException 404 if one of them does not exist
     */
    @WithSession
    public Uni<List<DifferenceView>> differences(String code, int from, int to) {
        return repository
                .version(code, from)
                .chain(one -> repository.version(code, to).map(other -> documents.differences(one, other)));
    }

    private static @Nullable RuleEntity known(List<RuleEntity> newestFirst, String code, int version) {
        int newest = newestFirst.isEmpty() ? 0 : newestFirst.getFirst().key.version();
        if (version > newest + 1) {
            throw new ProblemException(
                    RuleSetProblems.RULE_VERSION_SKIPPED, "The next version of " + code + " is " + (newest + 1));
        }
        return version == newest + 1 ? null : newestFirst.get(newest - version);
    }

    private Uni<RuleEntity> create(String code, int version, String definition, String operator) {
        RuleEntity rule = new RuleEntity();
        rule.key = new RuleEntity.Key(code, version);
        rule.definition = definition;
        rule.life = Lifecycle.drafted(operator, clock.instant());
        return repository.persist(rule);
    }
}
