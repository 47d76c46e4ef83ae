import { SignIn } from '../http/sign-in.js';
import { AccountService } from './account.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountSignIn } from './account-sign-in.js';
import { Administration } from './administration.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Local accounts, their sessions and keys. */
export const accessProviders = [
  AccountService,
  Administration,
  SessionService,
  SignInThrottle,
  { provide: SignIn, useClass: AccountSignIn },
];

/** Signing in and out, and what admins do with accounts. */
export const accessControllers = [SessionController, AccountsController];
