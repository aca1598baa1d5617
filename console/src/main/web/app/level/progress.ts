import { html, nothing, type TemplateResult } from 'lit';
import type { RoadmapView } from '../../shared/api/schema';
import { day, units } from '../../shared/page/format';
import { levelName, missing } from '../../shared/page/levels';
import { t } from '../i18n/texts';
import { lastDay } from '../page/moment';

/** Where the member stands, what is left to the next level, and what it takes to keep this one. */
export function progress(roadmap: RoadmapView): TemplateResult {
  const now = roadmap.levels.find(level => level.level === roadmap.level);
  const from = now?.threshold ?? 0;
  const to = roadmap.next?.threshold ?? roadmap.growth;
  const left = roadmap.next
    ? t('level.left', { missing: missing(roadmap.next.measures, roadmap.next.any), level: levelName(roadmap.levels, roadmap.next.level) })
    : t('level.top');
  return html`<p class="level-now">${now ? levelName(roadmap.levels, now.level) : t('level.none')} <span class="small">${t('level.growth', { units: units(roadmap.growth) })}</span></p>
    <progress aria-label=${t('level.progress')} aria-valuetext=${left} max=${Math.max(1, to - from)} value=${Math.max(0, roadmap.growth - from)}></progress>
    <p class="small">${left}</p>
    ${risk(roadmap)}`;
}

function risk(roadmap: RoadmapView) {
  const found = roadmap.risk;
  return found === null
    ? nothing
    : html`<p class="notice">${t('level.risk', {
        missing: missing(found.measures, found.any), at: lastDay(found.at), to: levelName(roadmap.levels, found.to), lostAt: day(found.lostAt),
      })}</p>`;
}
