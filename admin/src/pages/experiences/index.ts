export { ExperiencesPage } from './experiences-page';
export { ExperiencePage } from './experience-page';
