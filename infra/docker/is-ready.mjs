// Ends with 0 when the program in this container is ready for traffic.
const { PORT = '4000' } = process.env;
const signal = AbortSignal.timeout(4_000);
const answer = await fetch(`http://127.0.0.1:${PORT}/health/ready`, { signal }).catch(
  () => undefined,
);
process.exitCode = answer?.status === 200 ? 0 : 1;
