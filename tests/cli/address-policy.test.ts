import { describe, expect, test } from 'vitest';
import { isPublicNumber, publicOnly } from '../../src/cli/address-policy.ts';

test.each([
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.7',
  '224.0.0.251',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:93.184.216.34',
  '64:ff9b::7f00:1',
  '100::1',
  'fc00::1',
  'fd12::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  '2001:db8::1',
  '2001:0:7f00::1',
  '2002:7f00:1::1',
  '3fff::1',
  'comune.it',
  '',
])('%s is not of the public network', (ip) => {
  expect(isPublicNumber(ip)).toBe(false);
});

test.each([
  '93.184.216.34',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '2606:2800:220:1::1',
  '2a00:1450:4002::1',
])('%s is of the public network', (ip) => {
  expect(isPublicNumber(ip)).toBe(true);
});

describe('the policy asks', () => {
  test.each(['https://www.comune.torino.it/a?b=1', 'http://esempio.it/'])('%s', (url) => {
    expect(publicOnly.mayAsk(new URL(url))).toBe(true);
  });

  test.each([
    'http://localhost/',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'https://esempio.it:8443/',
    'https://chi:parola@esempio.it/',
    'https://stampante.local/',
    'https://intranet/',
    'ftp://esempio.it/',
    'file:///etc/passwd',
    'gopher://esempio.it/',
  ])('not %s', (url) => {
    expect(publicOnly.mayAsk(new URL(url))).toBe(false);
  });
});
