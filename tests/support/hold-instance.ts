/**
 * A small program for tests: opens the instance that its environment names, prints one line of JSON,
 * and closes it when asked to end. First argument: `serve` or `command`.
 */
import { openInstance } from '../../server/lifecycle/index.ts';

const use = process.argv[2] === 'command' ? 'command' : 'serve';
try {
  const instance = await openInstance({
    env: process.env,
    use,
    log: (line) => console.error(line),
  });
  // Whoever reads the line may ask for the end at once.
  const end = async (): Promise<void> => {
    await instance.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void end());
  instance.announce('http://127.0.0.1:8420');
  const { adminUrl, ownerUrl, appUrl, attached, migrated } = instance;
  console.log(JSON.stringify({ adminUrl, ownerUrl, appUrl, attached, migrated }));
  if (use === 'command') await end();
  else setInterval(() => {}, 1_000);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
