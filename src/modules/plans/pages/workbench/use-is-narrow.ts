import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 760px)');
const watch = (onChange: () => void) => {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
};

/** On a phone the document stands above its facts rather than beside them. */
export const useIsNarrow = (): boolean => useSyncExternalStore(watch, () => narrow.matches);
