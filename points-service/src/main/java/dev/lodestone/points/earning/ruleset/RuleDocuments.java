package dev.lodestone.points.earning.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.definitions.DifferenceView;
import dev.lodestone.platform.json.Json;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.evaluation.SampleEvaluation;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.earning.rules.RuleText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads, writes and checks the definition in a version of a rule. */
@ApplicationScoped
class RuleDocuments {
    private final Json json;
    private final RuleSetConfig config;

    /** The state of a version in an audit entry. */
    record State(
            DefinitionStatus status,
            JsonNode definition,
            @Nullable Instant effectiveFrom) {}

    RuleDocuments(Json json, RuleSetConfig config) {
        this.json = json;
        this.config = config;
    }

    /** Checks a definition and evaluates it for sample events. */
    void check(String code, int version, RuleDefinition definition) {
        definition.check();
        SampleEvaluation.check(Rule.of(code, version, definition, Instant.EPOCH, config.zone()));
    }

    RuleView view(RuleEntity rule) {
        RuleDefinition definition = read(rule);
        return new RuleView(
                rule.key.code(),
                rule.key.version(),
                rule.status(),
                RuleText.of(definition),
                definition,
                rule.life.effectiveFrom(),
                rule.publication(config.proposalLifetime()));
    }

    State state(RuleEntity rule) {
        return new State(rule.status(), json.tree(rule.definition), rule.life.effectiveFrom());
    }

    List<DifferenceView> differences(RuleEntity from, RuleEntity to) {
        return DifferenceView.between(json.treeOf(read(from)), json.treeOf(read(to)));
    }

    RuleDefinition read(RuleEntity rule) {
        return json.read(rule.definition, RuleDefinition.class);
    }

    String write(RuleDefinition definition) {
        return json.write(definition);
    }
}
