import { existsSync } from 'node:fs';
import { run, tail } from './run.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FONTS = ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'];
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

const isComplete = (): boolean => PLACES.some(existsSync) && FONTS.some(existsSync);

/**
 * The browser of the journeys and Chinese letters for it; installed from Debian where they are missing
 * and this may be done.
 * @returns a sentence where something is missing, else null
 */
export async function ensureBrowser(): Promise<string | null> {
  if (isComplete()) return null;
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const missing = `${PACKAGES.join(' and ')} are missing`;
  if (!canInstall) return `${missing}: install them as root`;
  console.log(`${missing}: installing them`);
  const apt = (...args: string[]): ReturnType<typeof run> =>
    run('apt-get', ['-qq', ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  await apt('update');
  const { code, output } = await apt('install', '-y', '--no-install-recommends', ...PACKAGES);
  return code === 0 && PLACES.some(existsSync) ? null : `${missing}\n${tail(output)}`;
}
