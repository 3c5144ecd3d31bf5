/**
 * For commands with long output: ends the process silently, without a stack trace, once the reading
 * end of the pipe closes (`npm run knowledge -- check | head`). Importing this file is enough.
 */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
