import { SignIn } from '../http/sign-in.js';
import { AccountService } from './account.service.js';
import { AccountSignIn } from './account-sign-in.js';
import { SessionService } from './session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Local accounts, their sessions and keys. */
export const accessProviders = [AccountService, SessionService, SignInThrottle, { provide: SignIn, useClass: AccountSignIn }];
