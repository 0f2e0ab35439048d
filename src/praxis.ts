import process from 'node:process';
import { main } from './cli/main.ts';
import { realWorld } from './world.ts';

process.exitCode = await main(process.argv.slice(2), realWorld);
