/** A small program for tests: keeps a database of the folder FOLDER running and prints the postmaster's number. */
import { startPostgres } from '#platform/postgres';

const postgres = await startPostgres({ dataDir: process.env['FOLDER'] ?? '', log: () => {} });
console.log(postgres.pid());
setInterval(() => {}, 1_000);
