import { html } from 'lit';
import type { RoadmapView } from '../../shared/api/schema';
import { local } from '../../shared/i18n/i18n';
import { time, units } from '../../shared/page/format';
import { levelName, measured, missing } from '../../shared/page/levels';
import { t } from '../i18n/texts';

/** Every level, how much growth a member lacks for it, and the loss that is foreseen. */
export function memberRoadmap(roadmap: RoadmapView) {
  return html`<section class="panel" aria-labelledby="roadmap-title"><h2 id="roadmap-title">${t('roadmap.title')}</h2>
    <p class="muted">${t('roadmap.what', { growth: units(roadmap.growth) })}</p>
    ${risk(roadmap)}
    <ol class="ladder">${roadmap.levels.map(level => html`<li aria-current=${level.level === roadmap.level ? 'step' : 'false'}>
      <strong>${local(level.names)}</strong> <span class="muted">${units(level.threshold)}</span>
      <progress max=${Math.max(level.threshold, 1)} value=${level.reached ? Math.max(level.threshold, 1) : roadmap.growth} aria-label=${local(level.names)}></progress>
      <span>${level.reached ? t('roadmap.reached') : t('roadmap.left', { remaining: left(roadmap, level) })}</span></li>`)}</ol>
  </section>`;
}

function risk(roadmap: RoadmapView) {
  const found = roadmap.risk;
  return found === null
    ? html`<p class="muted">${t('roadmap.safe')}</p>`
    : html`<div class="notice"><p><strong>${t('roadmap.risk', {
        missing: missing(found.measures, found.any), at: time(found.at), to: levelName(roadmap.levels, found.to), lostAt: time(found.lostAt),
      })}</strong></p><p class="muted">${t('roadmap.risk.def', { measures: measured(found.measures).join(' · ') })}</p></div>`;
}

/** The next level may ask for several kinds of growth; of the others the first one is shown. */
function left(roadmap: RoadmapView, level: RoadmapView['levels'][number]): string {
  const next = roadmap.next;
  return next?.level === level.level ? missing(next.measures, next.any) : units(level.remaining);
}
