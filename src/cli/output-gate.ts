import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressFile, parseAddresses } from '../checks/output/address-list.ts';
import { checkOutput } from '../checks/output/index.ts';
import { normalise } from '../checks/text.ts';
import type { Expected } from '../checks/output/site.ts';
import { collectionFileSchema } from '../exports/schema.ts';
import { contentSecurityPolicy } from '../security-policy.ts';
import { site } from '../site.ts';
import { projectRoot } from './command.ts';

/**
 * Passes a built site through the output gate, with what this project says it has to be.
 * @param folder of the built site
 * @param content folder it was built from
 * @param records what was read there
 * @param environment the one it was built in
 */
export async function checkBuiltSite(
  folder: string,
  content: string,
  records: Expected['records'],
  environment: NodeJS.ProcessEnv,
): Promise<ReturnType<typeof checkOutput>> {
  const address = environment.SITE_URL || site.defaultUrl;
  const list = join(content, addressFile);
  return checkOutput(folder, {
    records,
    site: address,
    base: environment.BASE_PATH || '/',
    addresses: existsSync(list) ? parseAddresses(normalise(await readFile(list, 'utf8'))).addresses : [],
    policy: contentSecurityPolicy(address),
    root: projectRoot,
    parseOpenData: (kind, json) =>
      collectionFileSchema(kind)
        .safeParse(json)
        .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [],
  });
}
