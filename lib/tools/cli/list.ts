/** `npm run list -- build | check | diff | serve | schema`: the command of list publishers. */
import './closed-pipe.ts';
import { listCommand } from './list-command.ts';

// npm runs this in the project's folder. File names are relative to where the user called it.
process.chdir(process.env['INIT_CWD'] ?? '.');
process.exitCode = await listCommand(process.argv.slice(2), { out: console.log, told: console.error });
