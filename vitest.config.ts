import { defineConfig } from 'vitest/config';

// unit: functions, in one process, in seconds. inside: whole commands, long walks of undo, redo, out and in, and every schema, in one process too. e2e: the built program, as users and scripts run it.
// faults: processes killed, disks filled, files damaged; `npm run test:faults` runs more rounds of them.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          testTimeout: 10_000,
          // One process for all files: starting one for each took longer than the tests.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'inside',
          include: ['test/inside/**/*.test.ts'],
          testTimeout: 60_000,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          globalSetup: ['test/support/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          // Last: these measure nothing, but they kill by the clock.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
          globalSetup: ['test/support/build.ts'],
          testTimeout: 600_000,
        },
      },
    ],
    env: { TZ: 'UTC', SQLITE_USE_URI: '1' },
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
  },
});
