/**
 * Imported by the commands that print much: where the reading end of a pipe has seen enough (`npm
 * run knowledge -- check | head`), the command ends without a word instead of with a stack trace.
 */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
