import { milliseconds } from '../files/clock';

/** Does something later, when nothing has happened for a while. */
export interface Quiet {
  /** Something happened. */
  disturbed(): void;
  /** Waits for quiet that begins now, and no longer for what it waited for before. Where there is work by then, nothing is done. */
  wait(isWorking: () => boolean): void;
}

/** Has `act` done when nothing has happened for so many milliseconds. Keeps no process alive. */
export function afterQuiet(quiet: number, act: () => void): Quiet {
  let last = 0;
  let timer: NodeJS.Timeout | undefined;
  const waitFor = (isWorking: () => boolean): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        if (isWorking()) return;
        if (milliseconds() - last < quiet) waitFor(isWorking);
        else act();
      },
      last + quiet - milliseconds(),
    ).unref();
  };
  const disturbed = (): void => {
    last = milliseconds();
  };
  return {
    disturbed,
    wait(isWorking) {
      disturbed();
      waitFor(isWorking);
    },
  };
}
