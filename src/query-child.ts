import { serveQuery } from './store/query.ts';
import { realWorld } from './world.ts';

// A process of its own: SQLite cannot be interrupted from within, but a process can be ended.
const world = realWorld();
void serveQuery(world.stdin, (line) => world.write('stdout', line), world);
