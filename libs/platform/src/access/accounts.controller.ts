import { Body, Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { EmptyBody } from '../http/empty-body.js';
import { Administering, CurrentReader, type Reader } from '../http/reading.js';
import type { SignedRequest } from '../http/sign-in.js';
import { accountAnswers as answers, administers } from './access.document.js';
import { Invitation, KeyFields, StandingFields } from './account-fields.js';
import { Administration, type AccountItem } from './administration.js';

const TAG = 'accounts';
const id = { accountId: { type: 'string', format: 'uuid' } };
const keyId = { ...id, keyId: { type: 'string', format: 'uuid' } };

/** Accounts, for admins. What is told once is never kept: such answers stay out of every cache. */
@Controller('/api/v1/accounts')
export class AccountsController {
  constructor(private readonly administration: Administration) {}

  @Get()
  @Administering()
  @Header('cache-control', 'no-store')
  @administers(TAG, { words: { vi: 'Các tài khoản', en: 'The accounts' }, answer: answers.list })
  async list(@CurrentReader() { actor }: Reader): Promise<{ readonly items: readonly AccountItem[] }> {
    return { items: await this.administration.list(actor!) };
  }

  @Post()
  @Administering()
  @Header('cache-control', 'no-store')
  @administers(TAG, {
    words: { vi: 'Mời người dùng', en: 'Invite somebody, with a one-time password' },
    body: Invitation,
    status: 201,
    answer: answers.invited,
  })
  invite(@Req() { actor }: SignedRequest, @Body() fields: Invitation) {
    return this.administration.invite(actor, fields);
  }

  @Post(':accountId/passwords')
  @Administering()
  @Header('cache-control', 'no-store')
  @administers(TAG, {
    words: { vi: 'Cấp mật khẩu một lần', en: 'Give a one-time password; open sessions end' },
    params: id,
    status: 201,
    answer: answers.password,
  })
  renewPassword(@Req() { actor }: SignedRequest, @Param('accountId') of: string, @Body(EmptyBody) _: unknown) {
    return this.administration.renewPassword(actor, of);
  }

  @Post(':accountId/locks')
  @Administering()
  @HttpCode(200)
  @administers(TAG, {
    words: { vi: 'Khoá tài khoản', en: 'Lock: its sessions end, its keys open nothing until it is unlocked' },
    params: id,
    answer: answers.account,
  })
  async lock(@Req() { actor }: SignedRequest, @Param('accountId') of: string, @Body(EmptyBody) _: unknown) {
    return { account: await this.administration.lock(actor, of) };
  }

  @Post(':accountId/unlocks')
  @Administering()
  @HttpCode(200)
  @administers(TAG, { words: { vi: 'Mở khoá tài khoản', en: 'Unlock' }, params: id, answer: answers.account })
  async unlock(@Req() { actor }: SignedRequest, @Param('accountId') of: string, @Body(EmptyBody) _: unknown) {
    return { account: await this.administration.unlock(actor, of) };
  }

  @Post(':accountId/roles')
  @Administering()
  @HttpCode(200)
  @administers(TAG, {
    words: { vi: 'Giao vai trò và đơn vị', en: 'Give a role and agencies, from its next request on' },
    params: id,
    body: StandingFields,
    answer: answers.account,
  })
  async setStanding(@Req() { actor }: SignedRequest, @Param('accountId') of: string, @Body() fields: StandingFields) {
    return { account: await this.administration.setStanding(actor, of, fields) };
  }

  @Post(':accountId/session-endings')
  @Administering()
  @HttpCode(200)
  @administers(TAG, { words: { vi: 'Kết thúc các phiên', en: 'End its sessions' }, params: id, answer: answers.account })
  async endSessions(@Req() { actor }: SignedRequest, @Param('accountId') of: string, @Body(EmptyBody) _: unknown) {
    return { account: await this.administration.endSessions(actor, of) };
  }

  @Post(':accountId/keys')
  @Administering()
  @Header('cache-control', 'no-store')
  @administers(TAG, {
    words: { vi: 'Tạo khoá cho máy', en: 'Make a key for a program, which acts as the account' },
    params: id,
    body: KeyFields,
    status: 201,
    answer: answers.key,
  })
  createKey(@Req() { actor }: SignedRequest, @Param('accountId') of: string, @Body() { label }: KeyFields) {
    return this.administration.createKey(actor, of, label);
  }

  @Post(':accountId/keys/:keyId/revocations')
  @Administering()
  @HttpCode(200)
  @administers(TAG, { words: { vi: 'Thu hồi khoá', en: 'Revoke a key' }, params: keyId, answer: answers.account })
  async revokeKey(
    @Req() { actor }: SignedRequest,
    @Param('accountId') of: string,
    @Param('keyId') key: string,
    @Body(EmptyBody) _: unknown,
  ) {
    return { account: await this.administration.revokeKey(actor, of, key) };
  }
}
