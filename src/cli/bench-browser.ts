import type { Browser } from 'playwright-core';

/** Null, and said in words, when there is no browser here or not even the package that drives it. */
export async function openBrowser(say: (line: string) => void): Promise<Browser | null> {
  try {
    const { findChromium, launch } = await import('./chromium.ts');
    return await launch(await findChromium());
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    say(`Senza un browser questo non si misura: ${reason}`);
    return null;
  }
}
