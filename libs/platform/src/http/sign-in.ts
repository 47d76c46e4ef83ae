import type { FastifyRequest } from 'fastify';
import type { Role } from '../commands/allowed-to.js';

/** A signed-in person, acting in one role, for the agencies the account is bound to (`all`: every agency). */
export interface Actor {
  readonly personId: string;
  readonly role: Role;
  readonly agencyIds: readonly string[] | 'all';
  readonly onBehalfOf?: string;
  /** The password is a one-time one: nothing is open but changing it. */
  readonly passwordDue?: true;
}

/** The port to whatever knows who is calling: sessions, API keys. */
export abstract class SignIn {
  abstract actorOf(request: FastifyRequest): Promise<Actor | undefined>;
}

/** A request that the guard has let through. */
export type SignedRequest = FastifyRequest & { actor: Actor };
