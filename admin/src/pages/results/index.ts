export { ResultsPage } from './results-page';
export { ResultPage } from './result-page';
