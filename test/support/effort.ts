// Owns measuring what a piece of work costs, as processor time of this process: a busy machine does not change it.

/** Milliseconds of processor time that `work` takes. */
export function effortOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
