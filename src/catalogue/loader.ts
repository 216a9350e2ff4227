import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasErrors } from '../checks/problem.ts';
import { checkFolder, contentFolder, type CheckedFolder } from '../checks/read.ts';
import { terminalReport } from '../checks/reporters/terminal.ts';
import { linkCheck } from '../schemas/link-check.ts';
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

/** One entry as the store takes it. */
interface Stored {
  id: string;
  data: Record<string, unknown>;
}

/** Astro's way to the published entries of a collection. */
export const contentLoader = (kind: Collection): Loader =>
  loaderOf(kind, ({ records, digests }) =>
    records.flatMap(({ kind: of, id, file, data, body, draft }): Stored[] =>
      of !== kind || draft
        ? []
        : [{ id, data: { file, data, ...(body ? { body, digest: digests.get(file) } : {}) } }],
    ),
  );

/** What was found at the addresses of the sources: one entry that is always there, since Astro warns of an empty collection. */
export const linkChecksLoader = (): Loader =>
  loaderOf('link-checks', ({ linkChecks }) => [{ id: 'all', data: { checks: linkChecks } }]);

export const linkChecksSchema = z.strictObject({ checks: z.array(linkCheck) });

/** Only what passed the checks comes through, and one error stops everything. */
function loaderOf(name: string, storedIn: (checked: CheckedFolder) => readonly Stored[]): Loader {
  return {
    name: `tra-pari-${name}`,
    load: async ({ store, watcher, config, generateDigest, logger }) => {
      const folder = resolve(contentFolder(process.env, fileURLToPath(config.root)));
      const fill = async () => {
        const latest = (checked ??= checkFolder(folder, fileURLToPath(config.root)));
        const content = await latest;
        if (latest !== checked) return; // changed again meanwhile: the later one fills
        const { problems, files } = content;
        if (hasErrors(problems))
          throw new Error(`I contenuti hanno errori.\n\n${terminalReport(problems, files)}`);
        store.clear();
        for (const { id, data } of storedIn(content)) store.set({ id, data, digest: generateDigest(data) });
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
