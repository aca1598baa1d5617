import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { Problem } from '../../shared/api/problem';
import type { StreakView } from '../../shared/api/schema';
import { asProblem } from '../../shared/page/view';
import { icon } from '../components/icons';
import { refusal } from '../components/parts';
import { t } from '../i18n/texts';
import { elder } from '../page/elder';
import { MemberView } from '../page/member-view';

const WEEK = 7;

/** The check-in of today. A repetition on the same day answers the first one again. */
@customElement('check-in')
export class CheckIn extends MemberView {
  @property({ attribute: false }) streak!: StreakView;
  @state() private sending = false;
  @state() private problem: Problem | undefined;
  @state() private done = false;

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('streak')) {
      this.done = this.done && this.streak.checkedInToday;
    }
  }

  private async send(): Promise<void> {
    this.sending = true;
    this.problem = undefined;
    try {
      const answer = await call('POST /api/community/v1/me/check-ins', { key: crypto.randomUUID() });
      this.streak = { ...this.streak, checkedInToday: true, streakDays: answer.streakDays };
      this.done = true;
      this.dispatchEvent(new CustomEvent('checked-in'));
    } catch (failure) {
      this.problem = asProblem(failure);
    } finally {
      this.sending = false;
    }
  }

  override render() {
    const { checkedInToday, streakDays } = this.streak;
    const inWeek = streakDays === 0 ? 0 : (streakDays - 1) % WEEK + 1;
    return html`
      <p role="status">${checkedInToday ? t('checkIn.done', { days: streakDays }) : streakDays > 0 ? t('checkIn.going', { days: streakDays }) : t('checkIn.start')}</p>
      ${elder()
        ? nothing
        : html`<ol class="week" aria-hidden="true">${Array.from({ length: WEEK }, (_, index) =>
            html`<li class=${index < inWeek ? 'reached' : ''}>${index < inWeek ? icon('check') : index + 1}</li>`)}</ol>`}
      ${checkedInToday
        ? nothing
        : html`<button type="button" class="main" ?disabled=${this.sending} @click=${this.send}>${t('checkIn.button')}</button>`}
      ${this.done ? html`<p class="small">${t('checkIn.later')}</p>` : nothing}
      ${this.problem ? refusal(this.problem) : nothing}`;
  }
}
