import { lazy, Suspense } from 'react';
import { Layouts, Page, SubNav } from '@strapi/strapi/admin';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { ANY_PAGE } from '../permissions';

const ExperiencesPage = lazy(() => import('./experiences').then((m) => ({ default: m.ExperiencesPage })));
const ExperiencePage = lazy(() => import('./experiences').then((m) => ({ default: m.ExperiencePage })));
const AudiencesPage = lazy(() => import('./audiences').then((m) => ({ default: m.AudiencesPage })));
const AudiencePage = lazy(() => import('./audiences').then((m) => ({ default: m.AudiencePage })));
const InterestsPage = lazy(() => import('./interests').then((m) => ({ default: m.InterestsPage })));
const GoalsPage = lazy(() => import('./goals').then((m) => ({ default: m.GoalsPage })));
const ResultsPage = lazy(() => import('./results').then((m) => ({ default: m.ResultsPage })));
const ResultPage = lazy(() => import('./results').then((m) => ({ default: m.ResultPage })));
const AttentionPage = lazy(() => import('./attention').then((m) => ({ default: m.AttentionPage })));
const SettingsPage = lazy(() => import('./settings').then((m) => ({ default: m.SettingsPage })));

/** The pages in the order of the work: what is shown, to whom, why, with what result. */
const PAGES = [
  { to: 'experiences', label: 'common.nav.experiences', needs: 'readExperiences' },
  { to: 'audiences', label: 'common.nav.audiences', needs: 'readAudiences' },
  { to: 'interests', label: 'common.nav.interests', needs: 'readInterests' },
  { to: 'goals', label: 'common.nav.goals', needs: 'readGoals' },
  { to: 'results', label: 'common.nav.results', needs: 'readResults' },
  { to: 'attention', label: 'common.nav.attention', needs: 'readExperiences' },
  { to: 'settings', label: 'common.nav.settings', needs: 'readSettings' },
] as const;

/** Everything below `/plugins/contextual`. */
export function App() {
  return (
    <Page.Protect permissions={ANY_PAGE}>
      <Layouts.Root sideNav={<Navigation />}>
        <Suspense fallback={<Page.Loading />}>
          <Routes>
            <Route index element={<FirstPage />} />
            <Route path="experiences" element={<ExperiencesPage />} />
            <Route path="experiences/:code" element={<ExperiencePage />} />
            <Route path="audiences" element={<AudiencesPage />} />
            <Route path="audiences/:code" element={<AudiencePage />} />
            <Route path="interests" element={<InterestsPage />} />
            <Route path="goals" element={<GoalsPage />} />
            <Route path="results" element={<ResultsPage />} />
            <Route path="results/:code" element={<ResultPage />} />
            <Route path="attention" element={<AttentionPage />} />
            <Route path="settings" element={<SettingsPage />} />
            <Route path="*" element={<FirstPage />} />
          </Routes>
        </Suspense>
      </Layouts.Root>
    </Page.Protect>
  );
}

/** Only these, so that nobody is led to a door that is shut. */
function useOpenPages() {
  const may = useMay();
  return PAGES.filter(({ needs }) => may(needs));
}

function Navigation() {
  const text = useText();
  const pages = useOpenPages();
  return (
    <SubNav.Main aria-label={text('common.plugin')}>
      <SubNav.Header label={text('common.plugin')} />
      <SubNav.Content>
        <SubNav.Sections>
          {[
            <SubNav.Section key="pages" label={text('common.nav.title')}>
              {pages.map(({ to, label }) => (
                <SubNav.Link key={to} to={`/plugins/contextual/${to}`} label={text(label)} />
              ))}
            </SubNav.Section>,
          ]}
        </SubNav.Sections>
      </SubNav.Content>
    </SubNav.Main>
  );
}

function FirstPage() {
  const [first] = useOpenPages();
  const { search } = useLocation();
  return <Navigate to={`/plugins/contextual/${first?.to ?? 'experiences'}${search}`} replace />;
}
