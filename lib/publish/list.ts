/** `npm run list -- build | check | diff | serve | schema`: the command of list publishers. */
import { listCommand } from './list-command.ts';

process.exitCode = await listCommand(process.argv.slice(2), { out: console.log, told: console.error });
