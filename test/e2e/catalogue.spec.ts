import { startProduct, type Json, type Product } from './product.js';

let product: Product;

beforeAll(async () => {
  product = await startProduct({ demo: false, accounts: true });
});
afterAll(() => product.stop());

const catalogueFor = async (username: string): Promise<Json> =>
  (await (await product.as(username)).get('/api/v1/catalogue')).body;

type Field = Readonly<Record<string, any>>;

/** Every field of a body with where it stands, those of nested objects too. */
function fieldsOf(schema: Field, at: string): (readonly [at: string, field: Field])[] {
  const own = Object.entries((schema.properties ?? {}) as Json).map(
    ([name, field]) => [`${at}.${name}`, field as Field] as const,
  );
  return own.flatMap(([where, field]) => [
    [where, field] as const,
    ...fieldsOf(field, where),
    ...fieldsOf((field.items ?? {}) as Field, where),
  ]);
}

describe('the catalogue', () => {
  it('words every field and every choice of every command in both languages', async () => {
    const { commands } = await catalogueFor('officer');
    const fields = (commands as Json[]).flatMap(({ name, schema }) => fieldsOf(schema as Field, name as string));
    expect(fields.length).toBeGreaterThan(250);
    const worded = (words: Json | undefined, name: string) => Boolean(words?.vi && words.en && words.vi !== name);
    const bare = fields.filter(([at, field]) => !worded(field['x-words'], at.split('.').at(-1)!));
    expect(bare.map(([at]) => at)).toEqual([]);
    const choices = fields.filter(([, field]) => field.enum);
    const unnamed = choices.filter(
      ([, field]) => !(field.enum as string[]).every((value) => worded(field['x-enum-words']?.[value], value)),
    );
    expect(choices.length).toBeGreaterThan(15);
    expect(unnamed.map(([at]) => at)).toEqual([]);
  });

  it('says of each field in what it is counted and where it is looked up', async () => {
    const { commands, kinds } = await catalogueFor('officer');
    const told = new Map<string, Field>(
      (commands as Json[]).flatMap(({ name, schema }) => fieldsOf(schema as Field, name as string)),
    );
    const units = Object.fromEntries(
      [
        'ApproveLoan.amountVnd',
        'ApproveLoan.annualRateBasisPoints',
        'ApproveLoan.overdueRatePercent',
        'ApproveLoan.termMonths',
        'ApproveLoan.paymentDay',
        'ApproveLoan.effectiveOn',
        'HoldTradeFair.visitors',
        'AllocateBudgetLine.budgetYear',
        'RegisterOrganisation.members',
        'ReleaseCommitment.commitmentNumber',
        'PublishCalendarYear.workingWeekendDays',
      ].map((at) => [at.split('.')[1], told.get(at)!['x-unit']]),
    );
    expect(units).toEqual({
      amountVnd: 'vnd',
      annualRateBasisPoints: 'basisPoints',
      overdueRatePercent: 'percent',
      termMonths: 'months',
      paymentDay: undefined,
      effectiveOn: 'day',
      visitors: 'quantity',
      budgetYear: 'year',
      members: 'count',
      commitmentNumber: undefined,
      workingWeekendDays: 'day',
    });
    const lists = new Set((kinds as Json[]).map(({ noun }) => noun as string));
    const refers = [...told].flatMap(([at, field]) => (field['x-refers'] ? [[at, field['x-refers'] as string] as const] : []));
    expect(Object.fromEntries(refers)).toMatchObject({
      'ApplyForLoan.fundId': 'funds',
      'ApplyForLoan.relatedOrganisationIds': 'organisations',
      'PlanTrainingClass.budgetLineId': 'budget-lines',
      'PlanTrainingClass.place': 'places',
      'PlanTrainingClass.agencyId': 'agencies',
    });
    expect(refers.filter(([, list]) => list !== 'places' && !lists.has(list))).toEqual([]);
    expect(told.get('RegisterAgency.agencyId')).not.toHaveProperty('x-refers');
  });

  it('names the address of each command, whose id stands there, and whether it makes a new object', async () => {
    const { commands } = await catalogueFor('officer');
    const of = (name: string) => {
      const { path, pathId, pathRefers, creates } = (commands as Json[]).find((one) => one.name === name)!;
      return { path, pathId, pathRefers, creates };
    };
    expect(of('ApproveLoan')).toEqual({
      path: '/api/v1/loans/{loanId}/approvals',
      pathId: 'loanId',
      pathRefers: 'loans',
      creates: false,
    });
    expect(of('AllocateBudgetLine')).toEqual({
      path: '/api/v1/programmes/{programmeId}/budget-lines',
      pathId: 'programmeId',
      pathRefers: 'programmes',
      creates: true,
    });
    expect(of('RecordHeldTradeFair')).toEqual({ path: '/api/v1/held-trade-fairs', creates: true });
    expect(of('ApproveCorrection')).toMatchObject({ pathId: 'correctionId', pathRefers: 'corrections', creates: false });
  });

  it('names the days that objects show, too', async () => {
    const { kinds } = await catalogueFor('officer');
    const { fields } = (kinds as Json[]).find(({ noun }) => noun === 'training-classes')!;
    expect(fields.heldOn).toEqual({ vi: 'Đã tổ chức lớp ngày', en: 'Training class held on' });
    expect(fields.title.vi).toBe('Tên lớp');
  });

  it('words the values that lists are filtered by', async () => {
    const { enums } = await catalogueFor('officer');
    expect(enums.organisationType.cooperative.vi).toBe('Hợp tác xã');
    expect([enums.sector.agriculture.en, enums.qualifier.over.vi]).toEqual([
      'Agriculture, forestry, fishery and salt',
      'Hơn, trên',
    ]);
    expect(Object.keys(enums.kind)).toEqual(expect.arrayContaining(['craft', 'fair', 'department']));
  });

  it('tells activities from what they are recorded under, and from what a fund lends', async () => {
    const { kinds } = await catalogueFor('officer');
    const activities = (kinds as Json[]).filter(({ isActivity }) => isActivity).map(({ noun }) => noun as string);
    expect(activities).toEqual(['training-classes', 'trade-fairs', 'machinery-grants']);
  });

  it('names what may follow each status, by commands that are there', async () => {
    const { kinds, commands } = await catalogueFor('officer');
    const known = new Map((commands as Json[]).map(({ name, category }) => [name as string, category as string]));
    for (const { category, statuses } of kinds as Json[])
      for (const { next, awaits } of statuses as Json[]) {
        expect((next as string[]).filter((name) => known.get(name) !== category)).toEqual([]);
        expect(next).toEqual(expect.arrayContaining(awaits as string[]));
      }
    const loan = (kinds as Json[]).find(({ noun }) => noun === 'loans')!;
    expect((loan.statuses as Json[]).find(({ status }) => status === 'appraised')).toMatchObject({
      next: ['ApproveLoan', 'RejectLoan', 'CancelLoan'],
      awaits: ['ApproveLoan', 'RejectLoan'],
    });
  });

  it('marks what the role of the account may send, and is not sent again while it is the same', async () => {
    const officer = await product.as('officer');
    const first = await officer.get('/api/v1/catalogue');
    const mine = (commands: Json[]) => commands.filter((one) => one.mine).map(({ name }) => name as string);
    expect(mine(first.body.commands)).toContain('PlanTrainingClass');
    expect(mine(first.body.commands)).not.toContain('ApproveLoan');
    expect(mine((await catalogueFor('leader')).commands)).toContain('ApproveLoan');

    const etag = first.headers.get('etag')!;
    const again = await officer.get('/api/v1/catalogue', { 'if-none-match': etag });
    expect([again.status, again.body.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    const other = await (await product.as('leader')).get('/api/v1/catalogue', { 'if-none-match': etag });
    expect(other.status).toBe(200);
    expect((await officer.get('/api/v1/catalogue?kind=loans')).status).toBe(400);
  });

  it('comes packed to whoever takes it so, and says the same to whoever does not', async () => {
    const officer = await product.as('officer');
    const as = (encoding: string) => officer.get('/api/v1/catalogue', { 'accept-encoding': encoding });
    const [packed, plain, refused] = [await as('br, gzip'), await as('identity'), await as('gzip;q=0')];
    const told = [packed, plain, refused].map(({ headers }) => headers.get('content-encoding'));
    expect(told).toEqual(['gzip', null, null]);
    expect(packed.body).toEqual(plain.body);
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
  });
});
