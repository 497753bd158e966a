/** A file system of one's own on a loop device, whose power can be cut: what was not flushed is gone. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Disk {
  readonly home: string;
  /** From now on nothing reaches the disk, not even what is on its way. */
  cut(): void;
  /** After everybody has let go of it: the disk as it was when the power went. */
  powerOn(): Promise<void>;
  remove(): Promise<void>;
}

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** EXT4_IOC_SHUTDOWN with “no flush of the journal”, of fs/ext4/ext4.h; Node.js has no ioctl, Perl is on every Debian. */
const shutDown = `open(my $f, '<', $ARGV[0]) or die $!; my $how = pack('L', 2);
  defined(ioctl($f, 0x8004587d, $how)) or die $!;`;

export function makeDisk(): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'lantu-power-'));
  const [image, mounted] = [join(folder, 'disk.img'), join(folder, 'disk')];
  const mount = () => run('mount', '-o', 'loop', image, mounted);
  const unmount = async () => {
    for (let attempt = 0; ; attempt++) {
      try {
        run('umount', mounted);
        return;
      } catch (error) {
        // Killed processes take a moment to let go of their files.
        if (attempt >= 100) throw error;
        await sleep(50);
      }
    }
  };
  try {
    chmodSync(folder, 0o755);
    writeFileSync(image, '');
    truncateSync(image, 1024 ** 3);
    run('mkfs.ext4', '-q', '-F', image);
    mkdirSync(mounted);
    mount();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const home = join(mounted, 'home');
  mkdirSync(home, { mode: 0o755 });
  return {
    home,
    cut: () => void run('perl', '-e', shutDown, mounted),
    powerOn: async () => {
      await unmount();
      mount();
    },
    remove: async () => {
      await unmount();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Why this machine cannot cut the power of a disk, or null; found out by doing it. */
export async function whyNoPower(): Promise<string | null> {
  try {
    const disk = makeDisk();
    try {
      const flushed = join(disk.home, 'flushed');
      writeFileSync(flushed, 'x');
      run('sync', flushed);
      writeFileSync(join(disk.home, 'lost'), 'x');
      disk.cut();
      await disk.powerOn();
      const kept = run('ls', disk.home).trim();
      return kept === 'flushed' ? null : `after the cut the disk holds “${kept}”`;
    } finally {
      await disk.remove();
    }
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    return (stderr || message).trim().split('\n')[0] ?? '';
  }
}
