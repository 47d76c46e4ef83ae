// The wire messages of the real server, as they ship with its client package. They are CommonJS without named exports.
import anyMessages from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessages from 'google-protobuf/google/protobuf/empty_pb.js';
import clusterServices from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import clusterMessages from '@eventstore/db-client/generated/gossip_pb.js';
import featureServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featureMessages from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusMessages from '@eventstore/db-client/generated/status_pb.js';
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

export const { StreamsService } = streamServices;
export const { GossipService } = clusterServices;
export const { ServerFeaturesService } = featureServices;
export const { AppendResp, BatchAppendResp, DeleteResp, ReadReq, ReadResp, TombstoneResp } = streams;
export const { ClusterInfo, EndPoint, MemberInfo } = clusterMessages;
export const { SupportedMethod, SupportedMethods } = featureMessages;
export const { Status } = statusMessages;
export const { Any } = anyMessages;
export const { Empty: EmptyMessage } = emptyMessages;
export const { AccessDenied, AllStreamPosition, BadRequest, Empty, MaximumAppendSizeExceeded, StreamDeleted, StreamIdentifier } =
  shared;
export const { Timeout, Unknown, UUID, WrongExpectedVersion } = shared;

export type {
  AppendReq as AppendRequest,
  AppendResp as AppendAnswer,
  BatchAppendReq as BatchAppendRequest,
  BatchAppendResp as BatchAppendAnswer,
  DeleteReq as DeleteRequest,
  DeleteResp as DeleteAnswer,
  ReadReq as ReadRequest,
  ReadResp as ReadAnswer,
  TombstoneReq as TombstoneRequest,
  TombstoneResp as TombstoneAnswer,
} from '@eventstore/db-client/generated/streams_pb.js';
export type { ClusterInfo as ClusterAnswer } from '@eventstore/db-client/generated/gossip_pb.js';
export type { SupportedMethods as FeaturesAnswer } from '@eventstore/db-client/generated/serverfeatures_pb.js';
export type { Status as StatusMessage } from '@eventstore/db-client/generated/status_pb.js';
export type {
  Empty as EmptyRequest,
  StreamIdentifier as StreamName,
  UUID as UuidMessage,
} from '@eventstore/db-client/generated/shared_pb.js';
