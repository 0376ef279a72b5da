// Ends what the launcher started when the launcher itself is gone, however it died: its end closes the pipe
// on our standard input. Lines: `+<pid>` a process group to watch, `-<pid>` it has ended by itself.
import { createInterface } from 'node:readline';
import { endGroups } from './setup/end-groups.mjs';

const watched = new Set();

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const pid = Number(line.slice(1));
    if (line.startsWith('+')) watched.add(pid);
    else watched.delete(pid);
  })
  .on('close', () => {
    void endGroups([...watched]);
  });
