import { useState } from 'react';
import { recall, remember } from '../../../../web/remember.ts';

/** Columns of earlier figures: shown at first where there is room for them. */
export function useBeside() {
  const [hasBeside, setHasBeside] = useState(() => {
    const known = recall('report-beside');
    return known === null ? window.innerWidth > 900 : known === 'on';
  });
  const choose = (on: boolean) => {
    setHasBeside(on);
    remember('report-beside', on ? 'on' : 'off');
  };
  return [hasBeside, choose] as const;
}
