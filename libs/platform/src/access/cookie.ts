import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'soquy_session';

/** No script reads it, no other site's form sends it, and over https it never travels in the open. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, expires: Date): void {
  void reply.setCookie(NAME, token, { ...attributes(request), expires });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(NAME, attributes(request));
}

/** The token a request carries; one that cannot be ours is none. */
export function sessionTokenOf({ cookies }: FastifyRequest): string | undefined {
  const token = cookies[NAME];
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}

const attributes = ({ protocol }: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: protocol === 'https' }) as const;
