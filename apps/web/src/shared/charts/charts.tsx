import { lazy, useEffect, useState, type ComponentProps, type ComponentType } from 'react';

type Load<Chart> = () => Promise<{ default: Chart }>;

/** Drawn once the page with its numbers stands there: nobody waits for a drawing to read a number. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any props: they are those of the chart itself
function afterNumbers<Chart extends ComponentType<any>>(load: Load<Chart>) {
  const Drawn = lazy(load) as ComponentType<ComponentProps<Chart>>;
  return function AfterNumbers(props: ComponentProps<Chart>) {
    const [isThere, setThere] = useState(false);
    useEffect(() => setThere(true), []);
    return isThere && <Drawn {...props} />;
  };
}

/** Charts with axes or scales; the library that draws them comes with the first of them on a page. */
export const Bars = afterNumbers(() => import('./bars-chart.js'));
export const Steps = afterNumbers(() => import('./step-chart.js'));
export const Bullet = afterNumbers(() => import('./bullet-chart.js'));
