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

/** The pages in the order of the work: what is shown to whom, what it brings, how it is set up. */
const SECTIONS = [
  {
    label: 'common.nav.who-sees-what',
    pages: [
      { to: 'experiences', label: 'common.nav.experiences', needs: 'readExperiences' },
      { to: 'audiences', label: 'common.nav.audiences', needs: 'readAudiences' },
      { to: 'interests', label: 'common.nav.interests', needs: 'readInterests' },
    ],
  },
  {
    label: 'common.nav.what-it-brings',
    pages: [
      { to: 'results', label: 'common.nav.results', needs: 'readResults' },
      { to: 'goals', label: 'common.nav.goals', needs: 'readGoals' },
      { to: 'attention', label: 'common.nav.attention', needs: 'readExperiences' },
    ],
  },
  {
    label: 'common.nav.set-up',
    pages: [{ to: 'settings', label: 'common.nav.settings', needs: 'readSettings' }],
  },
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

/** Only doors that are open to this role, by section. */
function useOpenSections() {
  const may = useMay();
  return SECTIONS.map(({ label, pages }) => ({
    label,
    pages: pages.filter(({ needs }) => may(needs)),
  })).filter(({ pages }) => pages.length > 0);
}

function Navigation() {
  const text = useText();
  const sections = useOpenSections();
  return (
    <SubNav.Main aria-label={text('common.plugin')}>
      <SubNav.Header label={text('common.plugin')} />
      <SubNav.Content>
        <SubNav.Sections>
          {sections.map(({ label, pages }) => (
            <SubNav.Section key={label} label={text(label)}>
              {pages.map(({ to, label: page }) => (
                <SubNav.Link key={to} to={`/plugins/contextual/${to}`} label={text(page)} />
              ))}
            </SubNav.Section>
          ))}
        </SubNav.Sections>
      </SubNav.Content>
    </SubNav.Main>
  );
}

function FirstPage() {
  const first = useOpenSections()[0]?.pages[0];
  const { search } = useLocation();
  return <Navigate to={`/plugins/contextual/${first?.to ?? 'experiences'}${search}`} replace />;
}
