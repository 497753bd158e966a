import type { Actor } from '../../core/implement.ts';
import { demoOffice } from './office.ts';
import type { Door } from './unit-steps.ts';

/** A file that stands where evidence is asked for, and says in its first words that it is none. */
export async function evidenceOf({ call }: Door, actor: Actor, name: string) {
  const { mark } = demoOffice();
  const text = `${mark}\n本文件由演示数据生成，不是真实材料。\n${name} ${actor.unitPath}\n`;
  const file = { name: `${mark}-${name}.txt`, bytes: new TextEncoder().encode(text), unitPath: actor.unitPath };
  const { fileId, name: kept } = (await call('files.attach', file, actor)) as { fileId: string; name: string };
  return { fileId, name: kept };
}
