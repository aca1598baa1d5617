import { html } from 'lit';
import type { DecisionView, FactView, HistoryView, RoadmapView, StayView, StepView } from '../../shared/api/schema';
import { local } from '../../shared/i18n/i18n';
import { change, time } from '../../shared/page/format';
import { levelName, measured, stepText } from '../../shared/page/levels';
import { dataTable } from '../../shared/components/data-table';
import { t, tOf } from '../i18n/texts';

type Milestones = RoadmapView['levels'];

/** Which level a member had when and why: what is true of each day, what was decided when, and the growth that counts. */
export function levelHistory(found: HistoryView, levels: Milestones) {
  return html`<section class="panel" aria-labelledby="level-history-title"><h2 id="level-history-title">${t('history.title')}</h2>
    <p class="muted">${t('history.what')}</p>
    ${staysTable(found.stays)}
    <details><summary>${t('history.steps')}</summary>${stepsTable(found.steps, levels)}</details>
    <details><summary>${t('history.decisions')}</summary><p class="muted">${t('history.decisions.def')}</p>
      ${found.decisions.length === 0 ? html`<p class="empty">${t('history.decisions.none')}</p>` : decisionsTable(found.decisions, levels)}</details>
    <details><summary>${t('history.facts')}</summary>
      ${found.facts.length === 0 ? html`<p class="empty">${t('history.facts.none')}</p>` : factsTable(found.facts)}</details>
  </section>`;
}

function staysTable(stays: StayView[]) {
  return dataTable<StayView>(t('history.stays'), 'levels', [
    { name: t('home.level'), value: stay => stay.level, show: stay => html`${local(stay.name)} <code>${stay.level}</code>` },
    { name: t('history.basis'), value: stay => tOf('basis', stay.basis) },
    { name: t('history.from'), value: stay => stay.from, show: stay => time(stay.from) },
    { name: t('history.until'), value: stay => stay.until, show: stay => (stay.until ? time(stay.until) : t('history.now')) },
  ], [...stays].reverse());
}

function stepsTable(steps: StepView[], levels: Milestones) {
  return dataTable<StepView>(t('history.steps'), 'level-steps', [
    { name: t('line.time'), value: step => step.at, show: step => time(step.at) },
    { name: t('history.happened'), value: step => stepText(step, levels) },
    { name: t('history.measures'), value: step => measured(step.measures).join(' · ') || '–' },
    { name: t('history.tierSet'), number: true, value: step => step.tierSet },
  ], [...steps].reverse());
}

function decisionsTable(decisions: DecisionView[], levels: Milestones) {
  const name = (code: string) => levelName(levels, code);
  return dataTable<DecisionView>(t('history.decisions'), 'level-decisions', [
    { name: t('history.decided'), value: one => one.changedAt, show: one => time(one.changedAt) },
    { name: t('history.at'), value: one => one.at, show: one => time(one.at) },
    { name: t('history.change'), value: one => `${name(one.from)} → ${name(one.to)}` },
    { name: t('history.reason'), value: one => tOf('decision', one.reason) },
    { name: t('history.measures'), value: one => measured(one.measures).join(' · ') || '–' },
    { name: t('history.tierSet'), number: true, value: one => one.tierSet },
    {
      name: t('history.cause'), value: one => one.cause,
      show: one => (one.cause ? html`<code class="long">${one.cause}</code>` : t('history.byTime')),
    },
  ], decisions);
}

function factsTable(facts: FactView[]) {
  return dataTable<FactView>(t('history.facts'), 'growth', [
    { name: t('history.dated'), value: fact => fact.dated, show: fact => time(fact.dated) },
    { name: t('history.criterion'), value: fact => fact.criterion, show: fact => tOf('criterion', fact.criterion) },
    { name: t('history.amount'), number: true, value: fact => fact.amount, show: fact => change(fact.amount) },
    { name: t('history.countsFrom'), value: fact => fact.countsFrom, show: fact => time(fact.countsFrom) },
    { name: t('history.cause'), value: fact => fact.cause, show: fact => html`<code class="long">${fact.cause}</code>` },
  ], facts);
}
