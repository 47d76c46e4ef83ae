// CommonJS on purpose: jest cannot require() ES modules before Node 24.9, so @nestjs/* is transformed as well.
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};

module.exports = {
  testEnvironment: 'node',
  globalSetup: './test/jest-setup.cjs',
  globalTeardown: './test/jest-teardown.cjs',
  testSequencer: './test/jest-order.cjs',
  testRegex: '.*\\.spec\\.ts$',
  setupFiles: ['reflect-metadata'],
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^@soquy/kernel/(.*)\\.js$': '<rootDir>/libs/kernel/src/$1.ts',
    '^@soquy/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  transformIgnorePatterns: [
    '/node_modules/(?!(qr|@nestjs|hucre|load-esm|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit)/)',
  ],
  // Patience, not a judgement: a busy machine takes its time, and what hangs would hang for ever.
  testTimeout: 180_000,
  // The machine is not needed for anything else meanwhile; jest would leave a core free.
  maxWorkers: '100%',
  // What specs leave behind in a worker is swept with it: a full one spends its time collecting garbage.
  workerIdleMemoryLimit: '1GB',
};
