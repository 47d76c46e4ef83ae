// A server of a trial in a process of its own: node serve.mjs <its .ts file> <database URL>. Tells its address, and ends with its parent.
import '../typescript.mjs';

process.on('disconnect', () => process.exit());
const { serve } = await import(process.argv[2]);
process.send(await serve(process.argv[3]));
