import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'soquy_session';

/** No script reads it, no other site's form sends it, and over https it never travels in the open. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, expires: Date): void {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  void reply.header('set-cookie', `${NAME}=${token}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Lax${secure}`);
}

export const clearSessionCookie = (request: FastifyRequest, reply: FastifyReply): void =>
  setSessionCookie(request, reply, '', new Date(0));

/** The token a request carries; what cannot be one of ours is none. */
export function sessionTokenOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [name, token] = pair.split('=', 2).map((part) => part.trim());
    if (name === NAME && token && /^[\w-]{43}$/.test(token)) return token;
  }
  return undefined;
}
