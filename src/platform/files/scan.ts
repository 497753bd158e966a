import { spawn } from 'node:child_process';
import { Problem } from '../../core/problem.ts';

const longestWords = 300;

/**
 * 病毒检查. The command gets the file on its standard input; exit 0 is clean, anything else is a find and what it said
 * is the reason. A scanner that cannot be started or does not end in time refuses the file: it is never let through.
 */
export const scanBy =
  (command: string, seconds = 60) =>
  (name: string, bytes: Uint8Array): Promise<string | null> =>
    new Promise((resolve, reject) => {
      const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
      let words = '';
      const listen = (piece: Buffer) => {
        if (words.length < longestWords) words += piece.toString('utf8');
      };
      const fail = (reason: string) => reject(new Problem('scan-failed', { name, reason }));
      const timer = setTimeout(() => {
        // The shell and what it started are one group: ending only the shell would leave the scanner running.
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        fail(`${seconds} 秒内没有结果 (no answer within ${seconds} s)`);
      }, seconds * 1000);
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.on('error', (error) => {
        clearTimeout(timer);
        fail(error.message);
      });
      child.on('close', (code) => {
        clearTimeout(timer);
        const said = words.trim().slice(0, longestWords);
        // 126 and 127 are the shell's own: there is no such program.
        if (code === 126 || code === 127 || code === null) return fail(said === '' ? `exit ${code}` : said);
        resolve(code === 0 ? null : said === '' ? `exit ${code}` : said);
      });
      // A scanner may stop reading at the first find.
      child.stdin.on('error', () => undefined);
      child.stdin.end(bytes);
    });
