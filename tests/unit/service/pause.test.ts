import { describe, expect, it } from 'vitest';
import { pause, pausesAwake } from '../../../lib/service/pause';

describe('a pause of the background', () => {
  it('lets whoever has waited have their turn first', async () => {
    const order: string[] = [];
    const { port1, port2 } = new MessageChannel();
    const heard = new Promise<void>((resolve) => {
      port1.onmessage = () => {
        order.push('another message');
        port1.close();
        resolve();
      };
    });
    port2.postMessage(null);
    await pause();
    order.push('the work goes on');
    await heard;
    expect(order).toEqual(['another message', 'the work goes on']);
  });

  it('gives the browser a sign of life every five seconds of work, not more often', async () => {
    let time = 0;
    const signs: number[] = [];
    const rest = pausesAwake(
      async () => void signs.push(time),
      () => time,
    );
    for (time = 0; time <= 20_000; time += 1_000) await rest();
    expect(signs).toEqual([6_000, 12_000, 18_000]);
  });
});
