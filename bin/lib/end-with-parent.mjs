/** Loaded into the server: where the starting process is killed, the server ends too, and cleanly. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
