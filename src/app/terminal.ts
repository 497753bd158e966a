import { createInterface } from 'node:readline/promises';
import { Problem } from '../core/problem.ts';

export const isTerminal = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true;

export async function askPlain(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

/** Reads a line without showing it, not even its length. */
export function askHidden(question: string): Promise<string> {
  const { stdin } = process;
  process.stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((resolve, reject) => {
    let line = '';
    const end = () => {
      stdin.off('data', hear);
      stdin.setRawMode(false);
      stdin.pause();
      process.stderr.write('\n');
    };
    const hear = (piece: string) => {
      for (const letter of piece) {
        if (letter === '\r' || letter === '\n') {
          end();
          return resolve(line);
        }
        if (letter === '\u0003' || letter === '\u0004') {
          end();
          return reject(new Problem('administrator-needed'));
        }
        line = letter === '\u007f' || letter === '\b' ? [...line].slice(0, -1).join('') : line + letter;
      }
    };
    stdin.on('data', hear);
  });
}
