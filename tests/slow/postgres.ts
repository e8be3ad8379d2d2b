import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { installed, shell } from '../helpers.ts';

/** A server of this test alone. */
export interface Postgres {
  /** What `psql` and `createdb` find it by. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends it and removes what it wrote. */
  stop(): Promise<void>;
}

// It ends once stdin does, and so with the test, however that ends. It listens to no network, only to a socket in its folder.
const SERVER = `
set -euo pipefail
PATH="$PATH:$1"
folder=$(mktemp -d)
server=
trap 'kill -INT $server && wait $server || true; rm -rf "$folder"' EXIT
initdb -D "$folder/data" -U kimtrip -A trust -E UTF8 --locale=C --no-sync > /dev/null
postgres -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c timezone=UTC > "$folder/log" 2>&1 &
server=$!
until pg_isready -q -h "$folder" -U kimtrip; do
  kill -0 $server || { cat "$folder/log" >&2; exit 1; }
  sleep 0.1
done
chmod 711 "$folder"
echo "$folder"
cat > /dev/null`;

// Debian keeps the server's programs out of the PATH.
const BIN = 'dirname "$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb | sort -V | tail -1)"';

/** Starts a server in a folder of its own, or says by null that PostgreSQL is not installed. */
export async function startPostgres(): Promise<Postgres | null> {
  if (!(await installed('psql'))) return null;
  const bin = (await shell(BIN)).stdout.trim();
  if (bin === '.' && !(await installed('initdb'))) return null;
  // PostgreSQL does not run as root, but its package makes a user that it runs as.
  const command = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', 'bash'] : ['bash'];
  const [program = '', ...rest] = command;
  const server = spawn(program, [...rest, '-c', SERVER, 'bash', bin], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const [line] = await Promise.race([once(server.stdout, 'data'), ended.then(() => [null])]);
  if (line === null) throw new Error('the PostgreSQL server did not start');
  return {
    env: { PGHOST: String(line).trim(), PGUSER: 'kimtrip', PGDATABASE: 'postgres', PGCLIENTENCODING: 'UTF8' },
    stop: async () => {
      server.stdin.end();
      await ended;
    },
  };
}
