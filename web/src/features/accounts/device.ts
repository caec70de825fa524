const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙设备'],
  [/Android/, '安卓设备'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X/, 'Mac 电脑'],
  [/Linux/, 'Linux 电脑'],
];

// The order matters: most browsers also call themselves Chrome and Safari.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/QIHU|360SE|360EE/, '360 浏览器'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const first = (table: typeof SYSTEMS, agent: string): string | undefined =>
  table.find(([pattern]) => pattern.test(agent))?.[1];

/** A browser's name for itself, in words by which people know their own machine. */
export function deviceWords(agent: string): string {
  const words = [first(SYSTEMS, agent), first(BROWSERS, agent)].filter(
    (word) => word !== undefined,
  );
  return words.length === 0 ? '其他设备' : words.join(' · ');
}
