import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ECharts } from 'echarts/core';
import { View } from '../page/view';
import { THEME_CHANGED } from '../page/theme';
import { units } from '../page/format';

export interface Bar {
  label: string;
  value: number;
}

/** Bars with a table of the same figures, which says the same without colours or sight. The library is loaded when the first chart is. */
@customElement('bar-chart')
export class BarChart extends View {
  @property() name = '';
  @property() category = '';
  @property() unit = '';
  @property({ attribute: false }) bars: Bar[] = [];

  private chart?: ECharts;
  private readonly size = new ResizeObserver(() => this.chart?.resize());
  private readonly recolour = () => void this.draw();

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(THEME_CHANGED, this.recolour);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(THEME_CHANGED, this.recolour);
    this.size.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  override updated(_changed: PropertyValues) {
    void this.draw();
  }

  private async draw(): Promise<void> {
    const { draw } = await import('./echarts');
    const place = this.querySelector<HTMLElement>('.chart');
    if (place && this.isConnected) {
      this.chart = draw(this.chart, place, this.bars, getComputedStyle(this).color);
      this.size.observe(place);
    }
  }

  override render() {
    return html`<div class="chart" aria-hidden="true"></div>
      <div class="table"><table>
        <caption class="muted">${this.name}</caption>
        <thead><tr><th scope="col">${this.category}</th><th scope="col" class="number">${this.unit}</th></tr></thead>
        <tbody>${this.bars.map(bar => html`<tr><td>${bar.label}</td><td class="number">${units(bar.value)}</td></tr>`)}</tbody>
      </table></div>`;
  }
}
