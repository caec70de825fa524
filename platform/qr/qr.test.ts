import { expect, test } from 'vitest';
import { qrPicture } from './index.ts';

test('is a picture that needs nothing from outside, another for another text', async () => {
  const one = await qrPicture('https://zhibu.example/board/ABCDEFGH', 240);
  expect(one).toMatch(/^data:image\/png;base64,/);
  expect(await qrPicture('https://zhibu.example/board/ABCDEFGJ', 240)).not.toBe(one);
});
