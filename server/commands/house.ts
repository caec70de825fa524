import { join } from 'node:path';
import {
  DATABASE,
  dbRolesScript,
  makeCertificate,
  pack,
  randomPassword,
  readConfig,
} from '../lifecycle/index.ts';
import type { CommandLine } from './command.ts';

/** Commands about the installation itself: they need neither data folder nor database. */
export type HouseCommand = (line: CommandLine) => Promise<number>;

/** `db-roles [DATABASE]`: SQL on standard output, with fresh passwords. */
export const dbRoles: HouseCommand = async ({ args, print }) => {
  const passwords = { owner: randomPassword(), app: randomPassword(), report: randomPassword() };
  print(dbRolesScript(args[0] ?? DATABASE, passwords));
  return 0;
};

/** `make-cert [HOST …]`: a certificate in `<data>/tls` for these names and addresses. */
export const makeCert: HouseCommand = async ({ args, print }) => {
  // The address that is not allowed yet is what the certificate is wanted for.
  const config = readConfig({
    ...process.env,
    ZHIBU_HOST: undefined,
    ZHIBU_TLS_CERT: undefined,
    ZHIBU_TLS_KEY: undefined,
  });
  const made = await makeCertificate({
    folder: join(config.dataDir, 'tls'),
    hosts: args,
    port: config.port,
  });
  print(`证书已生成，适用于：${made.hosts.join('、')}`);
  print(`ZHIBU_TLS_CERT=${made.certFile}`);
  print(`ZHIBU_TLS_KEY=${made.keyFile}`);
  print(`各台电脑安装 ${made.authorityFile}，做法见 ${made.sheetFile}`);
  return 0;
};

/** `pack OUT.tar.gz`: one folder that runs without a network. */
export const packHouse: HouseCommand = async ({ args, print }) => {
  const [out] = args;
  if (out === undefined) throw new Error('用法：pack 输出文件.tar.gz');
  const made = await pack(out);
  print(
    `${made.file}（${Math.ceil(made.size / 1_000_000)} MB）。解开后在 ${made.folder} 里运行 ./start.sh。`,
  );
  return 0;
};
