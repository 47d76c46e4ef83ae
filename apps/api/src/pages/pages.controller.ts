import { Controller, Get, Header, Param, Query, Req, UseFilters } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  Catalogue,
  GetBoard,
  GetEvidence,
  GetLabels,
  GetList,
  GetObject,
  GetTimeline,
  type AskedFrame,
  type Board,
  type EventLine,
  type NamedObject,
} from '@soquy/boards';
import {
  AccountService,
  Problem,
  Produces,
  Public,
  Reading,
  readerOf,
  type Feature,
  type Reader,
  type ReadingRequest,
} from '@soquy/platform';
import { asked, boardsParameters, evidencePageParameters, instantOf, objectPageParameters, viewOf } from './ask-page.js';
import { BOARDS, type BoardDefinition } from './board-definitions.js';
import { rowsOf, type Owners } from './board-table.js';
import { boardsPage } from './boards-page.js';
import { evidencePage } from './evidence-page.js';
import { objectPage, parentsOf } from './object-page.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { STYLE } from './style.js';
import type { View } from './view.js';

const HTML = 'text/html; charset=utf-8';
/** Rows of one page. */
const ROWS = 100;

/** The product's pages without script: the overview, what stands behind a number, and an object with its timeline. */
@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller()
export class PagesController {
  constructor(
    private readonly bus: QueryBus,
    private readonly catalogue: Catalogue,
    private readonly accounts: AccountService,
  ) {}

  @Get('/')
  @Reading()
  @Produces('text/html')
  @Header('content-type', HTML)
  @Header('cache-control', 'private, no-cache')
  async boards(@Req() request: ReadingRequest, @Query() _: object): Promise<string> {
    const { by = 'programme', agency, effectiveTo, knownAt } = asked(boardsParameters, request);
    const reader = readerOf(request);
    const frame: AskedFrame = { agency, effectiveTo, knownAt: knownAt && instantOf(knownAt) };
    const board = (definition: BoardDefinition) => this.board(definition, frame, reader);
    const overdue = await board(BOARDS.overdue);
    const overview = {
      agencies: await this.agencies(reader),
      supportBy: by,
      budget: await board(BOARDS.budget),
      support: await board({ ...BOARDS.support, groupBy: by }),
      funds: await board(BOARDS.funds),
      overdue,
      borrowers: overdue ? await this.borrowers(overdue, reader) : new Map<string, NamedObject>(),
    } as const;
    return String(boardsPage(viewOf(request, request.actor?.personId), this.catalogue, overview));
  }

  @Get('/evidence/:figureId')
  @Reading()
  @Produces('text/html')
  @Header('content-type', HTML)
  @Header('cache-control', 'private, no-cache')
  async evidence(@Param('figureId') figureId: string, @Req() request: ReadingRequest, @Query() _: object): Promise<string> {
    const { after } = asked(evidencePageParameters, request);
    const reader = readerOf(request);
    const evidence = await this.bus.execute(new GetEvidence(figureId, { limit: ROWS, after }, reader));
    const ids = [...Object.values(evidence.filters).filter((value) => typeof value === 'string'), ...(evidence.agencies ?? [])];
    const events = (evidence.items ?? []).flatMap((item) => ('eventId' in item ? [item] : 'events' in item ? item.events : []));
    const view = await this.view(request, events);
    return String(evidencePage(view, evidence, await this.bus.execute(new GetLabels(ids, reader))));
  }

  @Get('/objects/:noun/:id')
  @Reading()
  @Produces('text/html')
  @Header('content-type', HTML)
  @Header('cache-control', 'private, no-cache')
  async object(
    @Param('noun') noun: string,
    @Param('id') id: string,
    @Req() request: ReadingRequest,
    @Query() _: object,
  ): Promise<string> {
    const { after, effectiveTo, knownAt } = asked(objectPageParameters, request);
    const feature = this.catalogue.features.find((each) => each.noun === noun);
    if (!feature) throw Problem.of('NotFound');
    const asOf = { effectiveTo, knownAt: knownAt && instantOf(knownAt) };
    const reader = readerOf(request);
    const object = await this.bus.execute(new GetObject(feature, id, asOf, reader));
    const timeline = await this.bus.execute(new GetTimeline(feature, id, asOf, { limit: ROWS, after }, reader));
    const names = await this.bus.execute(new GetLabels(parentsOf(object), reader));
    return String(objectPage(await this.view(request, timeline.items), feature, object, timeline, names));
  }

  @Get('/assets/soquy.css')
  @Public()
  @Produces('text/css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return STYLE;
  }

  /** Names of people are for those who are signed in; the public sees roles. */
  private async view(request: ReadingRequest, events: readonly EventLine[]): Promise<View> {
    const view = viewOf(request, request.actor?.personId);
    if (!request.actor) return view;
    const ids = events.flatMap(({ personId, onBehalfOf }) => [personId, ...(onBehalfOf ? [onBehalfOf] : [])]);
    return { ...view, people: await this.accounts.usernames(ids) };
  }

  private async borrowers(overdue: Board, reader: Reader): Promise<Owners> {
    const loans = rowsOf(overdue, BOARDS.overdue.metrics).flatMap(({ key }) => key ?? []);
    const named = await this.bus.execute(new GetLabels(loans, reader));
    const owners = await this.bus.execute(
      new GetLabels(
        [...named.values()].flatMap(({ organisationId }) => organisationId ?? []),
        reader,
      ),
    );
    return new Map(
      [...named].flatMap(([id, { organisationId }]) => {
        const owner = organisationId === null ? undefined : owners.get(organisationId);
        return owner ? [[id, owner] as const] : [];
      }),
    );
  }

  /** Undefined where no slice publishes any of the metrics. */
  private async board({ metrics, groupBy }: BoardDefinition, frame: AskedFrame, reader: Reader): Promise<Board | undefined> {
    const known = metrics.filter((metric) => this.catalogue.has(metric));
    return known.length === 0 ? undefined : this.bus.execute(new GetBoard(known, frame, groupBy, reader));
  }

  /** What the reader may choose from; nothing to choose where an account has one agency. */
  private async agencies(reader: Reader) {
    const feature: Feature | undefined = this.catalogue.feature('agency');
    if (!feature || (reader.agencyIds !== 'all' && reader.agencyIds.length < 2)) return undefined;
    const { items } = await this.bus.execute(new GetList(feature, { limit: 200, sort: 'title' }, reader));
    return items.filter(({ id }) => reader.agencyIds === 'all' || reader.agencyIds.includes(id));
  }
}
