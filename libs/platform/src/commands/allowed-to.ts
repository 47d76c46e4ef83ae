import type { Type } from '@nestjs/common';

/** Cán bộ chương trình, cán bộ tín dụng, giám đốc Quỹ, tài chính, lãnh đạo, quản trị. */
export const ROLES = ['officer', 'credit-officer', 'fund-manager', 'finance', 'leader', 'admin'] as const;
export type Role = (typeof ROLES)[number];

const ALLOWED = Symbol('allowed roles');

/** Who may give a command. It stands on the command, so no route, form or import can forget it. */
export const AllowedTo =
  (...roles: [Role, ...Role[]]) =>
  (command: Type) =>
    Reflect.defineMetadata(ALLOWED, roles, command);

export function rolesOf(command: Type): readonly Role[] | undefined {
  return Reflect.getOwnMetadata(ALLOWED, command) as Role[] | undefined;
}
