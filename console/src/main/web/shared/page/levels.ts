import type { MeasureView, RoadmapView, StepView } from '../api/schema';
import { local, t, tOf, type SharedKey } from '../i18n/i18n';
import { units } from './format';

type Milestones = RoadmapView['levels'];

/** The name of a level; its code if the tier set has no such level any more. */
export function levelName(levels: Milestones, code: string): string {
  const found = levels.find(level => level.level === code);
  return found ? local(found.names) : code;
}

/** What a level asks for, such as "growth 1,000". */
export function asked(thresholds: Record<string, number>, all: boolean): string {
  return Object.entries(thresholds)
    .map(([criterion, threshold]) => t('measure.from', { criterion: tOf('criterion', criterion), threshold: units(threshold) }))
    .join(t(all ? 'measure.all' : 'measure.any'));
}

/** Growth beside what it was compared with. */
export function measured(measures: readonly MeasureView[]): string[] {
  return measures.map(one =>
    t('measure.of', { criterion: tOf('criterion', one.criterion), growth: units(one.growth), threshold: units(one.threshold) }));
}

/** What growth lacks. */
export function missing(measures: readonly MeasureView[], any: boolean): string {
  return measures
    .filter(one => one.missing > 0)
    .map(one => t('measure.missing', { criterion: tOf('criterion', one.criterion), missing: units(one.missing) }))
    .join(t(any ? 'measure.any' : 'measure.all'));
}

/** What happened to a level, in words. */
export function stepText(step: StepView, levels: Milestones): string {
  return t(`step.${step.reason}` as SharedKey, { from: levelName(levels, step.from), to: levelName(levels, step.to) });
}
