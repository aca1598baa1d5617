package dev.lodestone.tier.levels;

import dev.lodestone.tier.history.Step.Measure;
import java.util.List;

/**
 * The growth of one criterion beside the threshold that it is compared with, in whole units.
 *
 * @param criterion code of the criterion
 * @param missing what the growth lacks; 0 if nothing
 */
public record MeasureView(String criterion, long growth, long threshold, long missing) {
    static List<MeasureView> of(List<Measure> measures) {
        return measures.stream()
                .map(one -> new MeasureView(one.criterion(), one.growth(), one.threshold(), one.missing()))
                .toList();
    }
}
