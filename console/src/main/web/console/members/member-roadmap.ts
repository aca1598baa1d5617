import { html } from 'lit';
import type { RoadmapView } from '../../shared/api/schema';
import { units } from '../../shared/page/format';
import { t } from '../i18n/texts';

/** Every level, and how much growth a member lacks for it. */
export function memberRoadmap(roadmap: RoadmapView) {
  return html`<section class="panel" aria-labelledby="roadmap-title"><h2 id="roadmap-title">${t('roadmap.title')}</h2>
    <p class="muted">${t('roadmap.what', { growth: units(roadmap.growth) })}</p>
    <ol class="ladder">${roadmap.levels.map(level => html`<li aria-current=${level.level === roadmap.level ? 'step' : 'false'}>
      <strong>${level.name}</strong> <span class="muted">${units(level.threshold)}</span>
      <progress max=${Math.max(level.threshold, 1)} value=${level.reached ? Math.max(level.threshold, 1) : roadmap.growth} aria-label=${level.name}></progress>
      <span>${level.reached ? t('roadmap.reached') : t('roadmap.left', { remaining: units(level.remaining) })}</span></li>`)}</ol>
  </section>`;
}
