import { Body, Controller, Get, Header, HttpCode, Logger, Param, Post, Req } from '@nestjs/common';
import type { Words } from '@soquy/kernel';
import { administers } from '../access/access.document.js';
import { AccountService } from '../access/account.service.js';
import { EmptyBody } from '../http/empty-body.js';
import { Administering } from '../http/reading.js';
import type { SignedRequest } from '../http/sign-in.js';
import { IsText } from '../commands/fields.js';
import { projectionAnswers as answers } from './projections.document.js';
import { Projections, type ProjectionItem, type ProjectionList, type SkippedItem } from './projections.port.js';

/** Why an event may be passed over. */
export class SkipReason {
  @IsText(3, 500) reason: string;
}

/** What was done, how the slice stands now, and the event that was passed over. */
interface Done {
  readonly done: 'rebuild-begun' | 'resumed' | 'skipped';
  readonly words: Words;
  readonly projection: ProjectionItem;
  readonly event?: SkippedItem;
}

const TAG = 'projections';
const slice = { slice: { type: 'string' } };

/** The read tables, for admins: the same operations as on the command line, each told in the log with who asked for it. */
@Controller('/api/v1/projections')
export class ProjectionsController {
  private readonly log = new Logger('Administration');

  constructor(
    private readonly projections: Projections,
    private readonly accounts: AccountService,
  ) {}

  @Get()
  @Administering()
  @Header('cache-control', 'no-store')
  @administers(TAG, { words: { vi: 'Tình trạng các bảng số liệu', en: 'How the read tables are doing' }, answer: answers.list })
  list(): Promise<ProjectionList> {
    return this.projections.list();
  }

  @Post(':slice/rebuilds')
  @Administering()
  @HttpCode(202)
  @administers(TAG, {
    words: { vi: 'Dựng lại từ sổ', en: 'Rebuild from the log, in the background; the old rows answer meanwhile' },
    params: slice,
    status: 202,
    answer: answers.done,
  })
  async rebuild(@Req() request: SignedRequest, @Param('slice') of: string, @Body(EmptyBody) _: unknown): Promise<Done> {
    await this.projections.rebuild(of);
    const words = { vi: `Đang dựng lại bảng ${of} từ sổ.`, en: `${of} is being rebuilt from the log.` };
    return this.done(request, of, { done: 'rebuild-begun', words });
  }

  @Post(':slice/resumptions')
  @Administering()
  @HttpCode(200)
  @administers(TAG, {
    words: { vi: 'Chạy tiếp từ sự kiện đã dừng', en: 'Go on from the event it stopped at, which is tried again' },
    params: slice,
    answer: answers.done,
  })
  async resume(@Req() request: SignedRequest, @Param('slice') of: string, @Body(EmptyBody) _: unknown): Promise<Done> {
    await this.projections.resume(of);
    const words = { vi: `Bảng ${of} chạy tiếp từ sự kiện đã dừng.`, en: `${of} goes on from the event it stopped at.` };
    return this.done(request, of, { done: 'resumed', words });
  }

  @Post(':slice/skips')
  @Administering()
  @HttpCode(200)
  @administers(TAG, {
    words: { vi: 'Bỏ qua sự kiện đã dừng', en: 'Pass over the event it stopped at; the reason stays on record' },
    params: slice,
    body: SkipReason,
    answer: answers.done,
  })
  async skip(@Req() request: SignedRequest, @Param('slice') of: string, @Body() { reason }: SkipReason): Promise<Done> {
    const { personId } = request.actor;
    const by = (await this.accounts.persons([personId])).get(personId)?.username ?? personId;
    const event = await this.projections.skip(of, reason, by);
    const { type, stream, position } = event;
    const passed = `${type} ${stream} (${position})`;
    const words = {
      vi: `Bảng ${of} bỏ qua ${passed}; lý do đã ghi lại.`,
      en: `${of} passes over ${passed}; the reason is on record.`,
    };
    return this.done(request, of, { done: 'skipped', words, event });
  }

  private async done({ actor }: SignedRequest, of: string, told: Omit<Done, 'projection'>): Promise<Done> {
    const { done, event } = told;
    this.log.log(`projection ${done}`, { by: actor.personId, slice: of, ...(event && { event }) });
    const { items } = await this.projections.list();
    return { ...told, projection: items.find((item) => item.slice === of)! };
  }
}
