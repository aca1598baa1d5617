import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { units } from '../page/format';
import type { Bar } from './bar-chart';

echarts.use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** Draws into `place`, or draws again. */
export function draw(drawn: echarts.ECharts | undefined, place: HTMLElement, bars: Bar[], colour: string): echarts.ECharts {
  const chart = drawn ?? echarts.init(place);
  const axis = { axisLabel: { color: colour }, axisLine: { lineStyle: { color: colour } } };
  chart.setOption({
    animation: false,
    color: ['#3d7fe0'],
    grid: { left: 8, right: 8, top: 16, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => units(Number(value)) },
    xAxis: { type: 'category', data: bars.map(bar => bar.label), ...axis },
    yAxis: { type: 'value', minInterval: 1, ...axis, splitLine: { lineStyle: { opacity: 0.3 } } },
    series: [{ type: 'bar', data: bars.map(bar => bar.value), barMaxWidth: 48 }],
  });
  return chart;
}
