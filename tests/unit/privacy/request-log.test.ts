import { describe, expect, it } from 'vitest';
import type { RequestLog, SeenRequest } from '../../../lib/model/request-log';
import { addRequests, isOutside, settleOutcomes } from '../../../lib/privacy/request-log';

const EMPTY: RequestLog = { since: '2026-03-01T10:00:00Z', requests: [], more: 0 };
const seen = (url: string, outcome: SeenRequest['outcome'] = 'sent'): SeenRequest => ({
  at: '2026-03-02T10:00:00Z',
  url,
  from: 'options',
  outcome,
});

describe('the log of requests', () => {
  it('holds what lies outside of the browser, and none of our own files', () => {
    const own = [
      'chrome-extension://id/a.js',
      'moz-extension://id/a.js',
      'blob:x',
      'data:text/plain,x',
      'inline',
      '',
    ];
    expect(own.filter(isOutside)).toEqual([]);
    const outside = [
      'http://a.example/',
      'HTTPS://a.example/',
      'wss://a.example/',
      'ws://a.example',
      'ftp://a.example/',
    ];
    expect(outside.filter(isOutside)).toEqual(outside);
    const log = addRequests(
      EMPTY,
      [...own, ...outside].map((url) => seen(url)),
    );
    expect(log.requests.map(({ url }) => url)).toEqual(outside);
  });

  it('stays small: long addresses are cut, and what does not fit is counted', () => {
    const many = Array.from({ length: 620 }, (_, at) => seen(`https://a.example/${at}${'x'.repeat(2_000)}`));
    const log = addRequests(addRequests(EMPTY, many.slice(0, 400)), many.slice(400));
    expect([log.requests.length, log.more]).toEqual([500, 120]);
    expect(Math.max(...log.requests.map(({ url }) => url.length))).toBe(500);
  });

  it('does not call sent what the browser stopped and then reports a second time', () => {
    const [a, b] = ['https://a.example/', 'https://b.example/'];
    const settled = settleOutcomes([seen(a), seen(b), seen(a, 'stopped'), seen(a, 'stopped')]);
    expect(settled).toEqual([seen(b), seen(a, 'stopped')]);
  });

  it('counts two requests for one address as two', () => {
    expect(settleOutcomes([seen('https://a.example/'), seen('https://a.example/')])).toHaveLength(2);
  });
});
