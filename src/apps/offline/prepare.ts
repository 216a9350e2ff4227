import { path } from '../../base-path.ts';

/** The one script that this site registers: the policy allows no other. */
const address = path('/sessioni/sw.js');

/** What is not ready for when the network goes: addresses. */
export interface Lacking {
  needed: readonly string[];
  extra: readonly string[];
  data: readonly string[];
}

/**
 * Why the pages of sessions cannot be kept: the browser has no such thing (an old one, a private window, a plain http
 * address), or it did not come.
 */
export type Unprepared = 'unsupported' | 'failed';

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (text: string) => string },
  ) => { createScriptURL: (text: string) => string };
}

let registered: Promise<ServiceWorkerRegistration> | undefined;

/** Browsers that know trusted types take an address of a script only from a policy: this gives one address. */
function trusted(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('offline', {
    createScriptURL: (text) => {
      if (text !== address) throw new TypeError('not the worker of the sessions');
      return text;
    },
  });
  return policy ? policy.createScriptURL(address) : address;
}

let allowed: string | undefined;

/**
 * Keeps the pages of sessions, and these data, for when there is no network.
 * @param data addresses that the plan needs
 */
export async function prepareOffline(data: readonly string[] = []): Promise<Lacking | Unprepared> {
  const container = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  // the development server has no worker
  if (!container || !import.meta.env.PROD) return 'unsupported';
  try {
    allowed ??= trusted();
    registered ??= container.register(allowed).catch((error: unknown) => {
      registered = undefined;
      throw error;
    });
    await registered;
    const { active } = await container.ready;
    return active ? await answerOf(active, data) : 'failed';
  } catch {
    return 'failed';
  }
}

/** As long as it takes: files of a slow line take their time, and until then nobody says that the page is ready. */
function answerOf(worker: ServiceWorker, data: readonly string[]): Promise<Lacking> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = ({ data: lacking }: MessageEvent<Lacking>) => {
      port1.close();
      done(lacking);
    };
    worker.postMessage({ data }, [port2]);
  });
}
