export { AccountService, type AccountView, type NewAccount, type PersonNames } from './access/account.service.js';
export { createDemoAccounts } from './access/create-demo-accounts.js';
export { DEMO_ACCOUNTS, DEMO_PASSWORD, demoPersonId, isDemoOpen } from './access/demo-accounts.js';
export { Account, ApiKey, platformEntities, Session } from './access/entities.js';
export { newPassword } from './access/passwords.js';
export { whoIsThere, type WhoIsThere } from './access/who-is-there.js';
export * from './commands/allowed-to.js';
export { asCommand } from './commands/as-command.js';
export * from './commands/command-context.js';
export * from './commands/fields.js';
export * from './commands/ids.js';
export { Recorder, type Given } from './commands/recorder.js';
export * from './commands/recording.js';
export * from './commands/recording-command.js';
export { corrections } from './corrections/correction-group.js';
export { roleWords } from './catalogue/role-words.js';
export { commonChoices } from './http/field-words.js';
export { replacementSchema } from './corrections/correction.controller.js';
export * from './exports/export-row.js';
export * from './exports/export-store.js';
export * from './feature.js';
export * from './feature.module.js';
export * from './feature-registry.js';
export { accepts, Produces } from './http/accept.js';
export * as answerSchema from './http/answer-schema.js';
export { isConnectionFault } from './http/connection-fault.js';
export { languageOf } from './http/language.js';
export { ApiDocument, openApiDocument } from './http/open-api.js';
export { escapedHtml } from './http/page.js';
export * from './http/problem.js';
export { CurrentReader, Public, Reading, readerOf, SignedIn, type Reader, type ReadingRequest } from './http/reading.js';
export { RecordingGate } from './http/recording-gate.js';
export { commandIdOf } from './http/recording-request.js';
export * from './http/sign-in.js';
export { Metrics } from './operations/metrics.js';
export { logTo, newLog, PinoLogger } from './operations/pino-logger.js';
export {
  Projections,
  ProjectionsModule,
  type ProjectionItem,
  type ProjectionList,
  type SkippedItem,
} from './operations/projections.js';
export { Degraded, Readiness } from './operations/readiness.js';
export { platformApp } from './platform-app.js';
export * from './platform.module.js';
export * from './ports/clock.js';
export * from './ports/knowledge.js';
export * from './ports/reference-book.js';
export { describeSettings, masked, readSettings, SettingsError } from './settings/read-settings.js';
export { Settings } from './settings/settings.js';
export { ensureAppSchema } from './storage/app-schema.js';
export { assertLogInUse, assertSameLog, firstEventOf, logInUse, moveToLog } from './storage/log-in-use.js';
