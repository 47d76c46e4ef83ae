import { lazy } from 'react';

/** The five kinds of chart; the library that draws them comes with the first of them on a page. */
export const Bars = lazy(() => import('./bars-chart.js'));
export const Steps = lazy(() => import('./step-chart.js'));
export const Sparkline = lazy(() => import('./sparkline-chart.js'));
export const Bullet = lazy(() => import('./bullet-chart.js'));
