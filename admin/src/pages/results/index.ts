export { ResultPage } from './result-page';
export { ResultsPage } from './results-page';
