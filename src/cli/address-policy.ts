import { BlockList, isIP } from 'node:net';
import { webAddressProblem } from '../schemas/values.ts';

/** Whom a program that follows addresses written by strangers may turn to. */
export interface AddressPolicy {
  /** Judges an address before anything is looked up, and every address that an answer leads to. */
  mayAsk(url: URL): boolean;
  /** Judges the number behind a name, each time a connection is opened: a name may lead anywhere. */
  mayConnect(ip: string): boolean;
}

/** Numbers that are not of the public network: RFC 6890, the registries of IANA, and what embeds another number. */
const closed = new BlockList();
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24'],
  ...['192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'],
]) {
  const [net = '', bits = ''] = range.split('/');
  closed.addSubnet(net, Number(bits), net.includes(':') ? 'ipv6' : 'ipv4');
}
/** All that is given out of the newer numbers so far. */
const newer = new BlockList();
newer.addSubnet('2000::', 3, 'ipv6');

/** Whether a number is of the public network. */
export function isPublicNumber(ip: string): boolean {
  if (isIP(ip) === 4) return !closed.check(ip, 'ipv4');
  return isIP(ip) === 6 && !ip.includes('%') && newer.check(ip, 'ipv6') && !closed.check(ip, 'ipv6');
}

/** Public pages on the public network: no port, no credentials, no number in the place of a name. */
export const publicOnly: AddressPolicy = {
  mayAsk: (url) => webAddressProblem(url.href) === null,
  mayConnect: isPublicNumber,
};
