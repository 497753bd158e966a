import { Problem } from '../../core/problem.ts';
import { checkSize, defaultLimits } from './limits.ts';
import { relationsOf, targetOf } from './relations.ts';
import { decodeText } from './text.ts';
import { formatsOf, readSheet, sharedStringsOf } from './xlsx-sheet.ts';
import { openPackage } from './zip.ts';
