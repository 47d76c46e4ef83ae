import { createServer, type AddressInfo } from 'node:net';
import { StartFault } from './start-fault.js';

export const FIRST_PORT = 3000;
const MOST_PORTS_TRIED = 100;

/** The asked port if it is free; where none was asked, the first free one from 3000 on. */
export async function choosePort(host: string, asked: number | undefined): Promise<number> {
  if (asked !== undefined) return (await tryPort(host, asked)) ?? taken(asked);
  for (let port = FIRST_PORT; port < FIRST_PORT + MOST_PORTS_TRIED; port++) if (await tryPort(host, port)) return port;
  return taken(FIRST_PORT);
}

/** The port, when a server can listen there now; port 0 gives any free one. */
export function tryPort(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(refused(error, host, port));
    });
    server.listen(port, host, () => {
      const { port: given } = server.address() as AddressInfo;
      server.close(() => resolve(given));
    });
  });
}

function taken(port: number): never {
  throw new StartFault({
    vi: `Cổng ${port} đã có chương trình khác dùng. Hãy dừng chương trình đó, đặt PORT khác, hoặc bỏ PORT để lấy cổng trống kế tiếp.`,
    en: `Port ${port} is taken by another program. Stop that one, set another PORT, or leave PORT out to take the next free one.`,
  });
}

function refused({ code, message }: NodeJS.ErrnoException, host: string, port: number): Error {
  if (code === 'EACCES')
    return new StartFault({
      vi: `Tài khoản đang chạy không được mở cổng ${port}. Hãy đặt PORT từ 1024 trở lên.`,
      en: `The running account may not open port ${port}. Set PORT to 1024 or more.`,
    });
  return new StartFault({
    vi: `Không mở được địa chỉ HOST=${host} trên máy này (${message}).`,
    en: `HOST=${host} cannot be opened on this machine (${message}).`,
  });
}
