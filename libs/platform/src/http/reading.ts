import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './sign-in.js';

const ACCESS = 'platform:access';

/** Who may call a handler that is no recording route. `reading`: any signed-in role, and everyone where boards are public. */
export type Access = 'public' | 'reading' | 'signed-in' | 'own-session' | 'administering';

/** A reading route, limited to the caller's agencies. Anonymous callers are let in where the setting `publicBoards` says so. */
export const Reading = () => SetMetadata(ACCESS, 'reading' satisfies Access);

/** For everyone: health, documents, signing in. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

/** For every signed-in account, never for anonymous callers. */
export const SignedIn = () => SetMetadata(ACCESS, 'signed-in' satisfies Access);

/** For every signed-in account, also one that must change its password first: what concerns its own session and nothing else. */
export const OwnSession = () => SetMetadata(ACCESS, 'own-session' satisfies Access);

/** For the role admin alone: running the system, not recording facts. */
export const Administering = () => SetMetadata(ACCESS, 'administering' satisfies Access);

export const accessOf = (handler: object) => Reflect.getMetadata(ACCESS, handler) as Access | undefined;

/** Whose eyes see an answer. Without an actor: an anonymous caller of public boards. */
export interface Reader {
  readonly actor?: Actor;
  readonly agencyIds: readonly string[] | 'all';
}

/** A request that a guard has let through; `actor` is absent for anonymous readers. */
export type ReadingRequest = FastifyRequest & { actor?: Actor };

export const readerOf = ({ actor }: ReadingRequest): Reader =>
  actor ? { actor, agencyIds: actor.agencyIds } : { agencyIds: 'all' };

/** The reader as a parameter of a handler. */
export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readerOf(context.switchToHttp().getRequest<ReadingRequest>()),
);
