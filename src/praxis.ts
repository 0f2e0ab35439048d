import { main } from './cli/main.ts';
import { realWorld } from './world.ts';

// The one exit point. Not with `await`: the bundle is CommonJS, whose loading takes a third of the time.
void main(process.argv.slice(2), realWorld).then((exitCode) => {
  process.exitCode = exitCode;
});
