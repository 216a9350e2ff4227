import { StoppedError } from './command.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does a work that Ctrl+C ends in order: the signal it gets is aborted, and the command ends as after any fault.
 * The handlers stay after an interruption, because the same Ctrl+C may come twice.
 */
export async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const interruption = new AbortController();
  const stop = (): void => {
    const error = new StoppedError(
      'Costruzione interrotta. La versione precedente del sito, se c’era, non è stata toccata.',
      'Per riprendere ripeti il comando.',
    );
    interruption.abort(error);
    reject(error);
  };
  for (const signal of signals) process.on(signal, stop);
  const result = await Promise.race([work(interruption.signal), promise]);
  for (const signal of signals) process.off(signal, stop);
  return result;
}
