import { expect, test } from 'vitest';
import { sendUploads } from '../torture/uploads.ts';

/** Megabytes the tables unpack to; more than the limit, and 2048 in the soak run. */
const UNPACKED = Number(process.env['ZHIBU_UNPACKED'] ?? 310);

test('tables that swell, a program by another name, a picture with its place, 200 MB: a sentence, and the server stays', async () => {
  const { told, placeKept, health } = await sendUploads(UNPACKED * 1_000_000);
  console.log(
    `soak: ${Object.values(told)
      .map(({ status, body }) => `${status} ${String(body['message'] ?? body['name'])}`)
      .join(' · ')}`,
  );
  for (const what of ['honest', 'lying', 'program', 'large']) {
    expect(told[what]?.status, what).toBe(409);
    expect(told[what]?.body['message'], what).toMatch(/[\u4e00-\u9fff]/u);
  }
  expect(told['picture']?.status).toBe(200);
  // A file within the limit arrives as it was sent.
  expect(told['whole']?.body['size']).toBe(10_000_000);
  expect(placeKept).toBe(false);
  expect(health.filter((status) => status !== 200)).toEqual([]);
});
