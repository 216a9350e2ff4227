/** `off`: not asked for now. `refused`: the browser cannot, or the battery is low. */
export type Awake = 'on' | 'off' | 'refused';

/**
 * Keeps the screen on while a session goes on.
 * @returns called whenever that may have changed
 */
export function screenKeeper(isWanted: () => boolean, tell: (awake: Awake) => void): () => void {
  let lock: WakeLockSentinel | null = null;
  let isAsking = false;

  async function settle(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      // a page that is not seen loses its lock, and asks again when it is
      if (isWanted() && document.visibilityState === 'visible') {
        const { wakeLock } = navigator as { wakeLock?: WakeLock };
        if (!lock || lock.released) lock = (await wakeLock?.request('screen')) ?? null;
        tell(lock ? 'on' : 'refused');
      } else if (!isWanted()) {
        await lock?.release();
        lock = null;
        tell('off');
      }
    } catch {
      lock = null;
      tell('refused');
    } finally {
      isAsking = false;
    }
  }

  document.addEventListener('visibilitychange', () => void settle());
  return () => void settle();
}
