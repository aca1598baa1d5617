import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { HistoryView, RoadmapView } from '../../shared/api/schema';
import { local } from '../../shared/i18n/i18n';
import { day, units } from '../../shared/page/format';
import { measured, stepText } from '../../shared/page/levels';
import { Loading } from '../../shared/page/view';
import { icon } from '../components/icons';
import { part } from '../components/parts';
import { t } from '../i18n/texts';
import { elder } from '../page/elder';
import { MemberView } from '../page/member-view';
import { progress } from './progress';

/** The way through the levels: what is ahead, and what happened so far. */
@customElement('level-view')
export class LevelView extends MemberView {
  private readonly roadmap = new Loading(this, () => call('GET /api/tier/v1/me/roadmap'));
  private readonly history = new Loading(this, () => call('GET /api/tier/v1/me/level-history'));

  override connectedCallback() {
    super.connectedCallback();
    void this.roadmap.load();
    void this.history.load();
  }

  override render() {
    return html`<div class="page narrow">
      <h1 tabindex="-1">${t('level.title')}</h1>
      ${part('tier', this.roadmap, roadmap => html`
        <section class="panel" aria-labelledby="now-title"><h2 id="now-title">${t('level.now')}</h2>${progress(roadmap)}
          <p class="small">${t('level.def')}</p></section>
        <section class="panel" aria-labelledby="ladder-title"><h2 id="ladder-title">${t('level.ladder')}</h2>
          <ol class="plain ladder">${roadmap.levels.map(level => this.step(level, roadmap))}</ol></section>
        ${elder() ? nothing : this.past(roadmap)}`)}
    </div>`;
  }

  private past(roadmap: RoadmapView) {
    return html`<section class="panel" aria-labelledby="past-title"><h2 id="past-title">${t('level.past')}</h2>
      ${part('tier', this.history, history => html`<ol class="plain past">${[...history.steps].reverse().map(step => this.event(step, roadmap))}</ol>`)}</section>`;
  }

  private event(step: HistoryView['steps'][number], roadmap: RoadmapView) {
    return html`<li><span class="what"><strong>${stepText(step, roadmap.levels)}</strong>
        <span class="small">${measured(step.measures).join(' · ')}</span></span>
      <span class="small">${day(step.at)}</span></li>`;
  }

  private step(level: RoadmapView['levels'][number], roadmap: RoadmapView) {
    const current = level.level === roadmap.level;
    const state = current ? t('level.here') : level.reached ? t('level.reached') : t('level.remaining', { units: units(level.remaining) });
    return html`<li class=${level.reached ? 'reached' : ''} aria-current=${current ? 'step' : 'false'}>
      <span class="mark">${level.reached ? icon('check') : ''}</span>
      <span class="what"><strong>${local(level.names)}</strong><span class="small">${t('level.from', { units: units(level.threshold) })}</span></span>
      <span class="small">${state}</span></li>`;
  }
}
