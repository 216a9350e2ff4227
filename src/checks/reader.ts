/**
 * The process in which files of strangers are read: it may only read our code, and hands back plain data.
 * Started by `isolated.ts`; its death is the death of one file.
 */
import { readContentFile } from './reading.ts';
import type { ContentFile } from './record.ts';

// ready: what is sent from now on is read
process.send?.([]);

process.on('message', (files: ContentFile[]) => {
  process.send?.(files.map(readContentFile));
});
