/** Opening and closing an installation: settings, data folder, PostgreSQL, roles, migrations. */
export { ConfigError, readConfig, type Config, type Environment } from './config.ts';
export { AlreadyRunning, openInstance, type Instance, type InstanceOptions } from './instance.ts';
export { DATABASE, randomPassword } from './database-access.ts';
export { dbRolesScript, type RolePasswords } from './roles.ts';
export { makeCertificate, type Certificate, type CertificateOptions } from './make-cert.ts';
export { freshStatistics } from './statistics.ts';
export { pack, type Packed } from './pack.ts';
