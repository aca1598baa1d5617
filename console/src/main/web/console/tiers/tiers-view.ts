import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { LevelView, SummaryView } from '../../shared/api/schema';
import { percent, units } from '../../shared/page/format';
import { asked } from '../../shared/page/levels';
import { href } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { dataTable } from '../../shared/components/data-table';
import { cannot, shown } from '../../shared/components/states';
import '../../shared/components/bar-chart';
import { local } from '../../shared/i18n/i18n';
import { t } from '../i18n/texts';

interface Ladder {
  levels: LevelView[];
  summary: SummaryView;
}

/** The levels, what each needs, and how many members stand on it. */
@customElement('tiers-view')
export class TiersView extends View {
  private readonly ladder = new Loading<Ladder>(this, async () => {
    const [levels, summary] = await Promise.all([call('GET /api/tier/v1/levels'), call('GET /api/tier/v1/summary')]);
    return { levels, summary };
  });

  override connectedCallback() {
    super.connectedCallback();
    if (may('members-read')) {
      void this.ladder.load();
    }
  }

  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">${t('tiers.title')}</h1>
      ${may('members-read') ? shown(this.ladder, found => this.show(found)) : cannot('members-read')}
    </div>`;
  }

  private show({ levels, summary }: Ladder) {
    const count = (level: LevelView) => summary.byLevel[level.code] ?? 0;
    return html`<section class="panel" aria-labelledby="ladder-title"><h2 id="ladder-title">${t('tiers.ladder')}</h2>
        <p class="muted">${t('tiers.growth')}</p>
        ${dataTable<LevelView>(t('tiers.ladder'), 'tiers', [
          { name: t('home.level'), value: level => local(level.names), show: level => html`${local(level.names)} <code>${level.code}</code>` },
          { name: t('tiers.entry'), value: level => asked(level.entry, level.matchAll) || t('tiers.nothing') },
          { name: t('tiers.keep'), value: level => asked(level.keep, level.matchAll) || t('tiers.nothing') },
          { name: t('home.members'), number: true, value: count, show: level => units(count(level)) },
          {
            name: t('tiers.share'), number: true, value: level => share(count(level), summary.members),
            show: level => percent(share(count(level), summary.members) * 1_000_000),
          },
        ], levels)}
      </section>
      <section class="panel" aria-labelledby="standing-title"><h2 id="standing-title">${t('home.levels')}</h2>
        ${summary.members === 0
          ? html`<p class="empty">${t('tiers.first')}</p>`
          : html`<bar-chart .name=${t('home.levels')} .category=${t('home.level')} .unit=${t('home.count')} file="members-by-level"
              .bars=${levels.map(level => ({ label: local(level.names), value: count(level) }))}></bar-chart>`}
      </section>
      <p><a href=${href('/members')}>${t('tiers.roadmap')}</a></p>`;
  }
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}
