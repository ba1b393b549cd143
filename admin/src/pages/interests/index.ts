export { InterestsPage } from './interests-page';
