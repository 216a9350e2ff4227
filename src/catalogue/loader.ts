import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasErrors } from '../checks/problem.ts';
import { checkFolder, contentFolder, type CheckedFolder } from '../checks/read.ts';
import { terminalReport } from '../checks/reporters/terminal.ts';
import { registry, type Collection } from '../schemas/registry.ts';

const heading = z.strictObject({ id: z.string(), title: z.string() });
const outline = z.strictObject({
  sections: z.array(heading.extend({ headings: z.array(heading), words: z.number() })),
  mentions: z.array(z.strictObject({ kind: z.string(), id: z.string() })),
  pictures: z.array(z.string()),
});

/** What the store keeps of an entry: its data, its file and, for a sheet, the outline of the body. Never the body. */
export const storedSchema = (kind: Collection) =>
  z.strictObject({
    file: z.string(),
    digest: z.string().optional(),
    body: outline.optional(),
    data: registry[kind].schema as z.ZodType,
  });

/** The whole folder is checked once for all collections, and again after a change while developing. */
let checked: Promise<CheckedFolder> | null = null;
let isForgetting = false;

/** Every collection hears of the same change in the same turn: the first forgets, the others share the new check. */
function forgetOnce(): void {
  if (isForgetting) return;
  isForgetting = true;
  checked = null;
  queueMicrotask(() => (isForgetting = false));
}

/** Astro's way to our content: only what passed the checks comes through, and one error stops everything. */
export function contentLoader(kind: Collection): Loader {
  return {
    name: `tra-pari-${kind}`,
    load: async ({ store, watcher, config, generateDigest, logger }) => {
      const folder = resolve(contentFolder(process.env, fileURLToPath(config.root)));
      const fill = async () => {
        const latest = (checked ??= checkFolder(folder, fileURLToPath(config.root)));
        const { records, problems, files, digests } = await latest;
        if (latest !== checked) return; // changed again meanwhile: the later one fills
        if (hasErrors(problems))
          throw new Error(`I contenuti hanno errori.\n\n${terminalReport(problems, files)}`);
        store.clear();
        for (const { kind: of, id, file, data, body, draft } of records) {
          if (of !== kind || draft) continue;
          const stored = { file, data, ...(body ? { body, digest: digests.get(file) } : {}) };
          store.set({ id, data: stored, digest: generateDigest(stored) });
        }
      };
      await fill();
      if (!watcher) return;
      watcher.add(folder);
      const refresh = (path: string) => {
        if (!path.startsWith(join(folder, sep))) return;
        forgetOnce();
        fill().catch((error: unknown) =>
          logger.error(error instanceof Error ? error.message : String(error)),
        );
      };
      for (const event of ['change', 'add', 'unlink']) watcher.on(event, refresh);
    },
  };
}
