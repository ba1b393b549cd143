export { AudiencesPage } from './audiences-page';
export { AudiencePage } from './audience-page';
