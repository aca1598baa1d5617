import { html, type TemplateResult } from 'lit';
import type { RoadmapView } from '../../shared/api/schema';
import { units } from '../../shared/page/format';
import { t } from '../i18n/texts';

/** Where the member stands, and what is left to the next level. */
export function progress(roadmap: RoadmapView): TemplateResult {
  const now = roadmap.levels.find(level => level.level === roadmap.level);
  const next = roadmap.next ? roadmap.levels.find(level => level.level === roadmap.next?.level) : undefined;
  const from = now?.threshold ?? 0;
  const to = roadmap.next?.threshold ?? roadmap.growth;
  const left = roadmap.next
    ? t('level.left', { units: units(roadmap.next.remaining), level: next?.name ?? roadmap.next.level })
    : t('level.top');
  return html`<p class="level-now">${now?.name ?? t('level.none')} <span class="small">${t('level.growth', { units: units(roadmap.growth) })}</span></p>
    <progress aria-label=${t('level.progress')} aria-valuetext=${left} max=${Math.max(1, to - from)} value=${Math.max(0, roadmap.growth - from)}></progress>
    <p class="small">${left}</p>`;
}
