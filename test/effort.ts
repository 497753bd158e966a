/** How much work something is, told so that a busy machine does not change the answer. */

/** The least CPU time in milliseconds that this thread spent on `run`, of three; waiting for others does not count. */
export function effort(run: () => void): number {
  const once = () => {
    const before = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
  return Math.min(once(), once(), once());
}
