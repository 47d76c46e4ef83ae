import type { handleUnaryCall } from '@grpc/grpc-js';
import { asFailure } from './failures.js';
import { meet } from './meet.js';
import type { ServerNode } from './node.js';
import { ClusterInfo, EndPoint, GossipService, MemberInfo, ServerFeaturesService, StreamsService } from './proto.js';
import { SupportedMethod, SupportedMethods, type ClusterAnswer, type EmptyRequest, type FeaturesAnswer } from './proto.js';
import { structuredUuid } from './wire.js';

/** Every node tells of all members, and who leads. */
export function gossipHandler(node: ServerNode): handleUnaryCall<EmptyRequest, ClusterAnswer> {
  const { faults, nodes, calls } = node.shared;
  return (call, callback) => {
    const ended = calls.begin('gossip');
    const members = () => new ClusterInfo().setMembersList(nodes.map(memberOf));
    meet(faults.take('gossip', node.index), () => node.door.cut(call.getPeer()), members)
      .then(
        (info) => callback(null, info),
        (error: unknown) => callback(asFailure(error)),
      )
      .finally(ended);
  };
}

function memberOf(node: ServerNode) {
  const { LEADER, FOLLOWER, UNKNOWN } = MemberInfo.VNodeState;
  const leader = node.shared.leader();
  const state = !leader ? UNKNOWN : leader === node ? LEADER : FOLLOWER;
  return new MemberInfo()
    .setInstanceId(structuredUuid(node.id))
    .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
    .setState(node.isAlive ? state : UNKNOWN)
    .setIsAlive(node.isAlive)
    .setHttpEndPoint(new EndPoint().setAddress(node.host).setPort(node.port));
}

/** What the clients base their choice between the two ways of appending on. */
export function featuresHandler(node: ServerNode): handleUnaryCall<EmptyRequest, FeaturesAnswer> {
  const { faults, settings, calls } = node.shared;
  const paths = [StreamsService, GossipService, ServerFeaturesService]
    .flatMap((service) => Object.values(service) as { readonly path: string }[])
    .map(({ path }) => path)
    .filter((path) => settings.announceBatchAppend || !path.endsWith('/BatchAppend'));
  const supported = () => new SupportedMethods().setEventStoreServerVersion(settings.version).setMethodsList(paths.map(methodAt));
  return (call, callback) => {
    const ended = calls.begin('features');
    meet(faults.take('features', node.index), () => node.door.cut(call.getPeer()), supported)
      .then(
        (methods) => callback(null, methods),
        (error: unknown) => callback(asFailure(error)),
      )
      .finally(ended);
  };
}

function methodAt(path: string) {
  const [, service, method] = path.toLowerCase().split('/') as [string, string, string];
  const features = FEATURES[method as keyof typeof FEATURES] ?? [];
  const own = service.endsWith('.streams') ? [...features] : [];
  return new SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList(own);
}

const FEATURES = { read: ['position', 'events'], batchappend: ['deadline_duration'] } as const;
