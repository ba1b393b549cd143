/** Every maximum of the project, in one place. Bytes, counts, or the unit that the name carries. */
export const LIMITS = {
  /** Nesting of `$and`/`$or`/`$not` groups in one rule. */
  ruleDepth: 8,
  /** Conditions (leaves) in one rule. */
  ruleConditions: 64,
  /** Groups (`$and`, `$or`, `$nor`, `$not`) in one rule. */
  ruleGroups: 64,
  /** Issues reported for one rule; the rest would only repeat them. */
  ruleIssues: 20,
  /** Values in one `$in`, `$notIn` or `$all` list. */
  ruleListValues: 200,
  /** Characters of one string in a rule or a compared context value; longer context strings never match. */
  stringLength: 256,
  /** Characters of one version number, for example `12.4.0-beta.1`. */
  versionLength: 64,
  /** Characters of a request header that a signal parser looks at. */
  signalLength: 512,
  /** Wildcards (`*`) in one `$matches` pattern. */
  patternWildcards: 8,
  /** What needs attention, in one answer. */
  attentionItems: 200,
  /** Changes by edits elsewhere that are kept for the panel. */
  affectedRecords: 100,
  /** Steps of one analysis of rules (can anybody match?); beyond it the answer is "cannot tell". */
  ruleAnalysisSteps: 50_000,
  /** The same of one question on the server, which answers requests between two of them. */
  serverAnalysisSteps: 5_000,
  /** The same for all running experiences together, when somebody asks what needs attention. */
  attentionAnalysisSteps: 100_000,
  /** Serialised visitor context in a `decide` body. */
  decideBodyBytes: 48 * 1024,
  /** Decoded visitor context in the `X-Contextual-Context` header. */
  contextHeaderBytes: 4 * 1024,
  /** Nesting of a visitor context. */
  contextDepth: 6,
  /** Keys of a visitor context, all levels together. */
  contextKeys: 1_000,
  /** Items of one list in a visitor context. */
  contextListItems: 200,
  /** Parameters of one page query that are looked at. */
  queryParameters: 100,
  /** Interest tags of one profile; the weakest are dropped beyond it. */
  profileTags: 200,
  /** Entries in one `decide` call. */
  decideEntries: 50,
  /** Parts of one `?variant=` key. */
  variantKeyParts: 32,
  /** Characters of one `?variant=` key. */
  variantKeyLength: 1_024,
  /** Events in one `collect` call. */
  collectEvents: 50,
  /** Serialised body of one `collect` call. */
  collectBodyBytes: 48 * 1024,
  /** One serialised event. */
  eventBytes: 4 * 1024,
  /** Dimensions of one event. */
  eventDimensions: 10,
  /** Age at which an event is refused, in days. */
  eventAgeDays: 7,
  /** How far ahead of the server's clock a corrected event time may lie, in minutes. */
  eventFutureMinutes: 5,
  /** Characters of one event id. */
  eventIdLength: 200,
  /** Characters of the name of a goal that an event reaches. */
  eventNameLength: 64,
  /** Characters of one dimension's name or value. */
  dimensionLength: 64,
  /** Largest absolute value of one event, so that sums stay exact. */
  eventValue: 100_000_000,
  /** Raw events kept of one unit; whoever sends more is not a visitor. */
  unitEvents: 5_000,
  /** Days before a first exposure in which earlier views are counted, for the statistics. */
  covariateDays: 7,
  /** Events that one ingest transaction takes together. */
  ingestBatchEvents: 500,
  /** How long an event waits for others to share its transaction, in milliseconds. */
  ingestBatchMs: 5,
  /** Events that may wait for their transaction; beyond it callers are told to come back. */
  ingestQueueEvents: 5_000,
  /** Rows that one statement of ours deletes or changes. */
  chunkRows: 500,
  /** Rows that one statement of ours reads. */
  readRows: 1_000,
  /** What is kept of an event in quarantine, in bytes. */
  quarantinePayloadBytes: 1_024,
  /** Lifetime of a decision receipt, in hours. */
  receiptHours: 24,
  /** Rows kept in quarantine; the oldest leave first. */
  quarantineRows: 10_000,
  /** Levels of one report dimension shown; the rest is folded into "other". */
  dimensionLevels: 20,
  /** Eligible lists that an engine keeps. */
  cachedPlacements: 16_384,
  /** What they may hold together, estimated. */
  cachedPlacementBytes: 16 * 1024 * 1024,
  /** Variants of one experience. */
  variants: 20,
  /** Base entries of one experience. */
  experienceEntries: 200,
  /** Serialised body of one request of the panel. */
  adminBodyBytes: 256 * 1024,
  /** Interest tags, or audiences, on one entry. */
  entryTargets: 50,
  /** Records in one page of a list of the panel. */
  recordPageSize: 500,
  /** Reads of published variant content that are kept. */
  cachedReads: 2_000,
  /** How long one is kept where nothing changes, in seconds. */
  cachedReadsSeconds: 300,
  /** What they may hold together, in characters of JSON. */
  cachedReadsCharacters: 32 * 1024 * 1024,
  /** Callers of our own routes whose authentication is remembered. */
  rememberedCallers: 2_000,
  /** How long it is remembered where nothing changes, in seconds. */
  rememberedCallerSeconds: 60,
  /** Lifetime of a preview token when none is asked for, in minutes. */
  previewMinutes: 60,
  /** Longest lifetime of a preview token, in minutes: a week. */
  previewMinutesMost: 7 * 24 * 60,
} as const;
