// Whether the api of this container answers; the exit code is what Docker asks for. It asks for life and not for readiness:
// a database that is away for a minute is no reason to take the container away as well.
const LIMIT_MS = 4_000;

try {
  const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT}/health/live`, { signal: AbortSignal.timeout(LIMIT_MS) });
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
