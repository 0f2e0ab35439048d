import { serveQuery } from './store/query.ts';
import { realWorld } from './world.ts';

// A process of its own: SQLite cannot be interrupted from within, but a process can be ended.
const world = realWorld();
await serveQuery(world.stdin, world.stdout, world);
