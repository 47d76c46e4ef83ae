import { credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import { served, settled } from './raw-client.js';

const ID = '0b7a4c2e-18d7-4ed1-a7a5-7c1e6d0c8a11';

/** What the client package hides: the messages themselves. */
describe('on the wire', () => {
  const here = served({ version: '24.10.1' });
  const address = () => `127.0.0.1:${String(here.server.nodes[0]!.port)}`;
  const streamsClient = () => new streamServices.StreamsClient(address(), credentials.createInsecure());
  const identifier = (name: string) => new shared.StreamIdentifier().setStreamName(Buffer.from(name).toString('base64'));

  function proposed(id: string) {
    const message = new streams.AppendReq.ProposedMessage().setId(new shared.UUID().setString(id));
    message.getMetadataMap().set('type', 'A').set('content-type', 'application/json');
    return message;
  }

  function append(
    options: InstanceType<typeof streams.AppendReq.Options>,
    ...requests: InstanceType<typeof streams.AppendReq>[]
  ) {
    const client = streamsClient();
    return new Promise<{ error: ServiceError | null; answer?: InstanceType<typeof streams.AppendResp> }>((resolve) => {
      const call = client.append((error, answer) => {
        client.close();
        resolve({ error, answer });
      });
      call.write(new streams.AppendReq().setOptions(options));
      for (const request of requests) call.write(request);
      call.end();
    });
  }

  it('a wrong revision fills the fields of both generations', async () => {
    here.server.write('class-1', { type: 'A', data: {} }, { type: 'A', data: {} });
    const options = new streams.AppendReq.Options().setStreamIdentifier(identifier('class-1')).setRevision('0');
    const { answer } = await append(options, new streams.AppendReq().setProposedMessage(proposed(ID)));
    const wrong = answer!.getWrongExpectedVersion()!;
    expect([wrong.getCurrentRevision(), wrong.getExpectedRevision()]).toEqual(['1', '0']);
    expect([wrong.getCurrentRevision2060(), wrong.getExpectedRevision2060()]).toEqual([1, 0]);
  });

  it('an event without a type is refused by name', async () => {
    const options = new streams.AppendReq.Options().setStreamIdentifier(identifier('class-1')).setAny(new shared.Empty());
    const message = new streams.AppendReq.ProposedMessage().setId(new shared.UUID().setString(ID));
    const { error } = await append(options, new streams.AppendReq().setProposedMessage(message));
    expect(error).toMatchObject({ code: status.INVALID_ARGUMENT });
    expect(error!.metadata.getMap()).toMatchObject({ exception: 'missing-required-metadata-property' });
    expect(here.server.stored()).toEqual([]);
  });

  it('an append that is given up before its last event writes nothing', async () => {
    const client = streamsClient();
    const options = new streams.AppendReq.Options().setStreamIdentifier(identifier('class-1')).setAny(new shared.Empty());
    for (const parts of [1, 20, 400]) {
      const ended = new Promise<ServiceError | null>((resolve) => {
        const call = client.append(resolve);
        call.write(new streams.AppendReq().setOptions(options));
        for (let part = 0; part < parts; part++) call.write(new streams.AppendReq().setProposedMessage(proposed(randomUUID())));
        setTimeout(() => call.cancel(), 15);
      });
      expect((await ended)?.code).toBe(status.CANCELLED);
      await settled(() => here.server.stored().length);
      expect(here.server.stored()).toEqual([]);
    }
    client.close();
  });

  it('ids are structured for readers who ask so', async () => {
    here.server.write('class-1', { type: 'A', data: {}, id: 'f0e1d2c3-b4a5-4697-8879-6a5b4c3d2e1f' });
    const stream = new streams.ReadReq.Options.StreamOptions()
      .setStreamIdentifier(identifier('class-1'))
      .setStart(new shared.Empty());
    const ids = new streams.ReadReq.Options.UUIDOption().setStructured(new shared.Empty());
    const options = new streams.ReadReq.Options()
      .setStream(stream)
      .setCount('1')
      .setNoFilter(new shared.Empty())
      .setUuidOption(ids);
    const client = streamsClient();
    const found: InstanceType<typeof streams.ReadResp>[] = [];
    for await (const answer of client.read(new streams.ReadReq().setOptions(options))) found.push(answer as (typeof found)[0]);
    client.close();
    const structured = found[0]!.getEvent()!.getEvent()!.getId()!.getStructured()!;
    expect(BigInt.asUintN(64, BigInt(structured.getMostSignificantBits())).toString(16)).toBe('f0e1d2c3b4a54697');
    expect(BigInt.asUintN(64, BigInt(structured.getLeastSignificantBits())).toString(16)).toBe('88796a5b4c3d2e1f');
  });

  it('the server names its version and its methods', async () => {
    const client = new features.ServerFeaturesClient(address(), credentials.createInsecure());
    const answer = await new Promise<any>((resolve) =>
      client.getSupportedMethods(new shared.Empty(), (_, found) => resolve(found)),
    );
    client.close();
    expect(answer.getEventStoreServerVersion()).toBe('24.10.1');
    const names = answer.getMethodsList().map((one: any) => `${one.getServiceName()}/${one.getMethodName()}`);
    const streamMethods = ['read', 'append', 'delete', 'tombstone', 'batchappend'];
    expect(names).toEqual(expect.arrayContaining(streamMethods.map((name) => `event_store.client.streams.streams/${name}`)));
  });

  it('a single node says of itself that it leads', async () => {
    const client = new gossip.GossipClient(address(), credentials.createInsecure());
    const answer = await new Promise<any>((resolve) =>
      client.read(new shared.Empty(), new Metadata(), (_, found) => resolve(found)),
    );
    client.close();
    const [member] = answer.getMembersList();
    expect([member.getState(), member.getIsAlive(), member.getHttpEndPoint().getPort()]).toEqual([
      8,
      true,
      here.server.nodes[0]!.port,
    ]);
    expect(member.getInstanceId().hasStructured()).toBe(true);
  });
});
