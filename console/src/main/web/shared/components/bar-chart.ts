import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ECharts } from 'echarts/core';
import { View } from '../page/view';
import { THEME_CHANGED } from '../page/theme';
import { units } from '../page/format';
import { dataTable } from './data-table';

export interface Bar {
  label: string;
  value: number;
  /** Beside the first, for a comparison. */
  other?: number;
}

/** Bars with a table of the same figures, which says the same without colours or sight. The library is loaded when the first chart is. */
@customElement('bar-chart')
export class BarChart extends View {
  @property() name = '';
  @property() category = '';
  @property() unit = '';
  /** What the second figures are; none without it. */
  @property() otherUnit = '';
  @property() file = 'chart';
  @property({ attribute: false }) bars: Bar[] = [];
  @property({ attribute: false }) format: (value: number) => string = units;

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
      const names = this.otherUnit ? [this.unit, this.otherUnit] : [this.unit];
      this.chart = draw(this.chart, place, { bars: this.bars, names, format: this.format, colour: getComputedStyle(this).color });
      this.size.observe(place);
    }
  }

  override render() {
    const columns = [
      { name: this.category, value: (bar: Bar) => bar.label },
      { name: this.unit, number: true, value: (bar: Bar) => bar.value, show: (bar: Bar) => this.format(bar.value) },
      { name: this.otherUnit, number: true, value: (bar: Bar) => bar.other, show: (bar: Bar) => this.format(bar.other ?? 0) },
    ];
    return html`<div class="chart" aria-hidden="true"></div>
      ${this.bars.length > 0 ? dataTable(this.name, this.file, this.otherUnit ? columns : columns.slice(0, 2), this.bars) : nothing}`;
  }
}
