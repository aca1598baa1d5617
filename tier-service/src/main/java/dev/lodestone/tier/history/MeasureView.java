package dev.lodestone.tier.history;

import dev.lodestone.tier.history.Step.Measure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The growth of one criterion beside the threshold that it is compared with, in whole units.
 *
 * @param criterion code of the criterion
 * @param missing what the growth lacks; 0 if nothing
 */
@RegisterForReflection
public record MeasureView(String criterion, long growth, long threshold, long missing) {
    /** The views of {@code measures}, in their order. */
    public static List<MeasureView> of(List<Measure> measures) {
        return measures.stream()
                .map(one -> new MeasureView(one.criterion(), one.growth(), one.threshold(), one.missing()))
                .toList();
    }
}
