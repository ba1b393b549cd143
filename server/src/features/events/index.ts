export { createCountingFactsSource, type CountingFactsSource } from './counting-facts';
export { createEventController } from './event-controller';
export { VISITOR_COLUMNS } from './event-row';
export { createEventService, type EventService } from './event-service';
export { createStoreEvents } from './ingest-transaction';
export { registerEventModels } from './models';
export { createQuarantine, type Quarantine } from './quarantine';
export { eventRoutes } from './routes';
export { lockUnits } from './unit-lock';
