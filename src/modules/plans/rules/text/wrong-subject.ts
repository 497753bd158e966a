import { defineCheck } from '../../../../core/check.ts';
import type { Reading, Section } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { subjectCore } from '../../checking/figures.ts';
import { proseOf, sectionAt, sourceAt, sourceOfPart } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const kind = /(园区?|开发区|集中区|片区|组团)$/;

/** The park that a section is about: the nearest heading that is nothing but a park’s name. */
function parkOf(section: Section | null, parks: readonly string[]): { park: string; section: Section } | null {
  for (let at = section; at !== null; at = at.parent) {
    const title = at.title.replace(/^[（(]?[\d一二三四五六七八九十]+[）)]?[、.．]?/, '').trim();
    const park = parks.find(
      (name) =>
        title === name ||
        (subjectCore(title) === subjectCore(name) && kind.test(title) && title.length <= name.length + 4),
    );
    if (park) return { park, section: at };
  }
  return null;
}

/** Headings of one level that name parks: the sections in which a subject can be mistaken. */
function parkHeadings(reading: Reading): string[] {
  return reading.sections.flatMap(({ title }) => {
    const name = title
      .replace(/^[（(]?[\d一二三四五六七八九十]+[）)]?[、.．]?/, '')
      .replace(/[—－-]+.*$/, '')
      .trim();
    return kind.test(name) && name.length <= 14 && subjectCore(name).length >= 2 ? [name] : [];
  });
}

export const wrongSubject = defineCheck<Dossier>({
  id: 'text/wrong-subject',
  title: { zh: '这一节写成了别的园区', en: 'A section that speaks of another park' },
  severity: 'warning',
  why: {
    zh: '复制上一节后忘改主语，现状、面积就张冠李戴。',
    en: 'Copied from the section before, the subject was not changed, and facts go to the wrong park.',
  },
  message: {
    zh: '“{section}”一节的句子主语是“{other}”（“{quote}”），疑似从该园区复制后未改；请核对',
    en: 'Under “{section}” a sentence has “{other}” as its subject (“{quote}”), probably copied; check it',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const parks = [...new Set(parkHeadings(reading))];
      if (parks.length < 2) continue;
      for (const passage of proseOf(reading)) {
        if (passage.kind === 'heading') continue;
        const own = parkOf(sectionAt(passage), parks);
        if (own === null) continue;
        // The subject opens the sentence, after a caption such as “现状用地情况：” at most.
        const { text } = passage.prose;
        const opening = text.match(/^(?:[\p{Script=Han}]{2,8}[：:])?/u)?.[0].length ?? 0;
        const other = parks.find(
          (name) =>
            subjectCore(name) !== subjectCore(own.park) && text.startsWith(name, opening) && !own.park.includes(name),
        );
        if (other === undefined) continue;
        const end = Math.min(text.length, opening + 24);
        const heading = reading.document.blocks[own.section.heading];
        // The section of the other park, where the sentence came from.
        const original = proseOf(reading).find(
          (each) =>
            each !== passage &&
            each.prose.text.slice(0, end).slice(0, opening + other.length + 6) ===
              text.slice(0, opening + other.length + 6),
        );
        report(
          [
            sourceOfPart(passage, 0, end),
            ...(original ? [sourceOfPart(original, 0, end)] : []),
            ...(heading ? [sourceAt(reading, heading)] : []),
          ],
          { section: own.park, other, quote: text.slice(opening, end) },
        );
      }
    }
  },
  examples: examples({
    pass: [
      '二、园区现状\n\n1、东泉工业园\n\n现状用地情况：东泉工业园以工业用地为主。\n\n2、西河化工园\n\n现状用地情况：西河化工园以农林用地为主。\n',
    ],
    fail: [
      '二、园区现状\n\n1、东泉工业园\n\n现状用地情况：东泉工业园以工业用地为主。\n\n2、西河化工园\n\n现状用地情况：东泉工业园以农林用地为主。\n',
    ],
  }),
});
