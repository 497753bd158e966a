/** How many things a list names. */
export interface Count {
  /** Items separated by 、 and by conjunctions that can only separate. */
  readonly least: number;
  /** And every 和, 与, 及 counted as well. */
  readonly most: number;
}

/** “以及” and a conjunction before a figure always separate; 和 within a name may not. */
export function countItems(text: string): Count {
  const items = text.split(/、|以及|和(?=\s?\d)|及(?=\s?\d)/).filter((item) => item.trim() !== '');
  const joints = items.map((item) => item.match(/(?<=.{2})[和与及](?=.{2})/g)?.length ?? 0);
  const most = items.length + joints.reduce((sum, each) => sum + each, 0);
  return { least: items.length, most };
}
