import { lookup, type LookupAddress } from 'node:dns';
import { request as askPlainly, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as askSecurely } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { askedAddress } from '../knowledge/link-checks.ts';
import type { LinkCheck } from '../schemas/link-check.ts';
import type { AddressPolicy } from './address-policy.ts';

export interface Asking {
  policy: AddressPolicy;
  /** Milliseconds that one request may take, from the name to the last line of the head. */
  timeout: number;
  /** Who asks. */
  agent: string;
  /** Ends every request under way. */
  signal?: AbortSignal;
}

/** What an address answered. */
export interface Outcome {
  result: LinkCheck['result'];
  movedTo?: string;
  /** Somebody answered, be it with a refusal: so there is a network. */
  answered: boolean;
}

/** Longer chains are circles. */
const mostSteps = 5;
/** More of a body than this is never read. */
const mostBytes = 64 * 1024;

/** The policy forbids to go there. */
class Forbidden extends Error {}

/** Tries an address as a reader's browser would, without reading the page: HEAD, and GET where HEAD is not understood. */
export async function askAddress(address: string, asking: Asking): Promise<Outcome> {
  const start = new URL(address);
  let url = start;
  let answered = false;
  let isForGood = true;
  try {
    for (let step = 0; step <= mostSteps; step += 1) {
      const { status, location } = await headOf(url, asking);
      answered = true;
      const next =
        status >= 300 && status < 400 && location !== undefined ? nextAddress(location, url) : null;
      if (next === null) return outcomeOf(status, start, url, isForGood);
      isForGood &&= status === 301 || status === 308;
      url = next;
    }
    return { result: 'unverified', answered };
  } catch (error) {
    if (error instanceof Forbidden) return { result: 'unverified', answered };
    if (isCertificate(error)) return { result: 'unverified', answered: true };
    return { result: 'unreachable', answered: answered || hasAnswered(error) };
  }
}

function outcomeOf(status: number, start: URL, end: URL, isForGood: boolean): Outcome {
  const answered = true;
  if (status === 404 || status === 410) return { result: 'gone', answered };
  // a server that keeps programs out, or asks who they are, may well show the page to a person
  if ([401, 402, 403, 405, 406, 407, 412, 429, 451, 999].includes(status))
    return { result: 'unverified', answered };
  if (status >= 300 && status < 400) return { result: 'unverified', answered };
  if (status < 200 || status >= 400) return { result: 'unreachable', answered };
  if (placeOf(start) === placeOf(end)) return { result: 'works', answered };
  // sent elsewhere for now: to ask who one is, or to a home page; the new address is nobody’s promise
  return isForGood
    ? { result: 'moved', movedTo: askedAddress(end.href), answered }
    : { result: 'unverified', answered };
}

/** An address without what browsers mend unasked: a page that only turned to https has not moved. */
const placeOf = ({ hostname, port, pathname, search }: URL): string =>
  `${hostname.replace(/^www\./, '')}:${port}${pathname.replace(/\/$/, '')}${search}`;

function nextAddress(location: string, from: URL): URL | null {
  // headers arrive as bytes, one a character; addresses with accents are written in UTF-8
  const text = Buffer.from(location, 'latin1').toString('utf8');
  return URL.canParse(text, from) ? new URL(text, from) : null;
}

interface Head {
  status: number;
  location: string | undefined;
}

/** What HEAD gets no honest answer to: some servers do not know it, others answer it as if the page were not there. */
async function headOf(url: URL, asking: Asking): Promise<Head> {
  try {
    const head = await ask('HEAD', url, asking, onlyHead);
    if (head.status < 400) return head;
  } catch (error) {
    const mayKnowGet = hasAnswered(error) || isLate(error);
    if (error instanceof Forbidden || isCertificate(error) || !mayKnowGet) throw error;
  }
  return ask('GET', url, asking, onlyHead);
}

const onlyHead = (response: IncomingMessage): Promise<Head> => {
  response.destroy();
  return Promise.resolve({ status: response.statusCode ?? 0, location: response.headers.location });
};

/** The text of a small answer; null when there is none to be had. */
export async function askText(url: URL, asking: Asking): Promise<string | null> {
  try {
    return await ask('GET', url, asking, async (response) => {
      if (response.statusCode !== 200) {
        response.destroy();
        return null;
      }
      let text = '';
      for await (const part of response.setEncoding('utf8') as AsyncIterable<string>) {
        text += part;
        if (text.length > mostBytes) return null;
      }
      return text;
    });
  } catch {
    return null;
  }
}

async function ask<T>(
  method: 'HEAD' | 'GET',
  url: URL,
  { policy, timeout, agent, signal }: Asking,
  read: (response: IncomingMessage) => Promise<T>,
): Promise<T> {
  // a number in the place of a name is looked up by nobody
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  if (!policy.mayAsk(url) || (isIP(bare) !== 0 && !policy.mayConnect(bare))) throw new Forbidden();
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const options: RequestOptions = {
    method,
    headers: { 'User-Agent': agent, Accept: '*/*', 'Accept-Language': 'it', Connection: 'close' },
    lookup: guarded(policy),
    agent: false,
    signal: AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])]),
    insecureHTTPParser: false,
  };
  const request = (url.protocol === 'https:' ? askSecurely : askPlainly)(url, options, (response) => {
    read(response).then(resolve, reject);
  });
  request.on('error', reject).end();
  try {
    return await promise;
  } finally {
    request.destroy();
  }
}

/**
 * Looks a name up and lets through only what the policy allows. The connection is made to the very numbers that were
 * judged, so a name cannot change its mind in between; one closed number among them is enough to refuse.
 */
const guarded =
  (policy: AddressPolicy): LookupFunction =>
  (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = error ? [] : found;
      if (error) done(error, '', 0);
      else if (!first || !found.every(({ address }) => policy.mayConnect(address)))
        done(new Forbidden(), '', 0);
      else if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** The time was up; an abortion has a number in the place of a code. */
const isLate = (error: unknown): boolean =>
  error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name);

/** What the other side has shown is not what its name promises, or the way from one to the other is missing. */
const isCertificate = (error: unknown): boolean =>
  /^EPROTO$|CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_|CRL/.test(codeOf(error));

/** Faults that only a server at the other end can make; the others a missing network makes just as well. */
const hasAnswered = (error: unknown): boolean =>
  /^(?:ECONNRESET|EPIPE|HPE_|ERR_HTTP|ERR_STREAM)/.test(codeOf(error));
