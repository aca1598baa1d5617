import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Bar } from './bar-chart';

echarts.use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

interface Drawing {
  bars: Bar[];
  /** Of the one or two figures of each bar. */
  names: string[];
  format: (value: number) => string;
  colour: string;
}

/** Draws into `place`, or draws again. */
export function draw(drawn: echarts.ECharts | undefined, place: HTMLElement, what: Drawing): echarts.ECharts {
  const chart = drawn ?? echarts.init(place);
  const axis = { axisLabel: { color: what.colour }, axisLine: { lineStyle: { color: what.colour } } };
  const compares = what.names.length > 1;
  chart.setOption({
    animation: false,
    color: ['#3d7fe0', '#e0983d'],
    grid: { left: 8, right: 8, top: compares ? 40 : 16, bottom: 8, containLabel: true },
    legend: { show: compares, top: 0, textStyle: { color: what.colour } },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => what.format(Number(value)) },
    xAxis: { type: 'category', data: what.bars.map(bar => bar.label), ...axis },
    // Whole counts have no halves; shares have.
    yAxis: { type: 'value', minInterval: what.bars.some(bar => bar.value > 1) ? 1 : 0, ...axis, axisLabel: { color: what.colour, formatter: (value: number) => what.format(value) }, splitLine: { lineStyle: { opacity: 0.3 } } },
    series: what.names.map((name, index) => ({
      name, type: 'bar', barMaxWidth: 48, data: what.bars.map(bar => (index === 0 ? bar.value : bar.other)),
    })),
  }, { notMerge: true });
  return chart;
}
