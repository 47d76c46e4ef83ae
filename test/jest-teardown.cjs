const { rmSync } = require('node:fs');

module.exports = async () => {
  const { server, dataDir } = globalThis.testServer ?? {};
  await server?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
};
