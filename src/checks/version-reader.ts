/** The process in which versions of old are read, started by `isolated.ts` as `reader.ts` is. */
import type { ContentFile } from './record.ts';
import { readVersion } from './version.ts';

// ready: what is sent from now on is read
process.send?.([]);

process.on('message', (files: ContentFile[]) => {
  process.send?.(files.map(readVersion));
});
