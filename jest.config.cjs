const { existsSync } = require('node:fs')
const { join } = require('node:path')

// Packages that ship ES modules only and so must be transformed for jest.
const ESM = [
  'jose',
  'agenda',
  '@agendajs',
  'file-type',
  'strtok3',
  'token-types',
  '@tokenizer',
  '@borewit',
  'uint8array-extras',
  'rbush',
  'quickselect',
  'robust-predicates',
]
const CLIENT_ESM = [...ESM, '@nutui', '@tarojs', '@react-spring', '@tanstack']

const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx, dynamicImport: true },
      transform: tsx ? { react: { runtime: 'automatic' } } : {},
    },
  },
]

const common = (esm) => ({
  rootDir: __dirname,
  moduleNameMapper: {
    '^@server/(.*)$': '<rootDir>/server/$1',
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '^@tests/(.*)$': '<rootDir>/tests/$1',
    '^@/(.*)$': '<rootDir>/miniprogram/src/$1',
  },
  transform: { '\\.tsx$': swc(true), '\\.(ts|js|mjs)$': swc(false) },
  // The driver's dynamic import of 'os' does not work in jest's module system unless transformed.
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/|mongodb/lib/runtime_adapters)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/miniprogram/dist/', '<rootDir>/.cache/', '<rootDir>/.data/'],
})

const server = {
  ...common(ESM),
  displayName: 'server',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/{server,shared,double,scripts}/**/*.test.ts'],
}
const journeys = { ...common(ESM), displayName: 'journeys', testEnvironment: 'node', testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'] }

// tests/miniprogram/jest.cjs adds what component tests need (doubles of Taro, styles); weapp tests use @jest-environment node.
const clientExtras = join(__dirname, 'tests/miniprogram/jest.cjs')
const client = {
  ...common(CLIENT_ESM),
  displayName: 'miniprogram',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/tests/miniprogram/**/*.test.{ts,tsx}'],
  ...(existsSync(clientExtras) ? require(clientExtras)(common(CLIENT_ESM)) : {}),
}

module.exports = {
  rootDir: __dirname,
  projects: [server, client, journeys],
  globalSetup: '<rootDir>/tests/support/mongod-up.mjs',
  globalTeardown: '<rootDir>/tests/support/mongod-down.mjs',
  // Far more than any of them needs: the machine may be busy with something else.
  testTimeout: 240_000,
}
