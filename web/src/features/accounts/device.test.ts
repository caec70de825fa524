import { expect, test } from 'vitest';
import { deviceWords } from './device.ts';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME}`, 'Windows 电脑 · Chrome'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/130.0.0.0`, 'Windows 电脑 · Edge'],
  [`Mozilla/5.0 (Linux; Android 14; V2309A) ${CHROME} MicroMessenger/8.0`, '安卓设备 · 微信'],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
    'Linux 电脑 · Firefox',
  ],
  ['curl/8', '其他设备'],
])('%s is %s', (agent, words) => {
  expect(deviceWords(agent)).toBe(words);
});
