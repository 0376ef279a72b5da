import { parentPort } from 'node:worker_threads';

// In the place of the planning thread: hangs or dies by what it is asked, and finds all else valid.
parentPort?.on('message', ({ text }) => {
  if (text === 'die') process.exit(1);
  while (text === 'hang');
  parentPort?.postMessage({ says: text });
});
parentPort?.postMessage('READY');
