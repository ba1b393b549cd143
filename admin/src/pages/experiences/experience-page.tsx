import { BackButton } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useGetExperienceQuery } from '../../api/experiences';
import { useGetExperienceContentsQuery, useGetVariantsQuery } from '../../api/variants';
import { PageFrame } from '../../components/page-frame';
import { QueryState } from '../../components/query-state';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';
import { ExperienceEditor } from './experience-editor';

/** One personalization, all of it. */
export function ExperiencePage() {
  const { code = '' } = useParams();
  // Another code is another experience: nothing typed for the one may end up in the other.
  return <LoadedExperience key={code} code={code} />;
}

function LoadedExperience({ code }: { code: string }) {
  const text = useText();
  const may = useMay();
  const skip = !may('readExperiences');
  const experience = useGetExperienceQuery(code, { skip, refetchOnMountOrArgChange: true });
  const variants = useGetVariantsQuery(code, { skip, refetchOnMountOrArgChange: true });
  const contents = useGetExperienceContentsQuery(code, { skip, refetchOnMountOrArgChange: true });
  if (experience.data && variants.data && contents.data) {
    return (
      <ExperienceEditor
        experience={experience.data}
        variants={variants.data}
        contents={contents.data}
        reread={{
          experience: () => experience.refetch().unwrap(),
          variants: () => variants.refetch().unwrap(),
        }}
      />
    );
  }
  const failed = [experience, variants, contents].find(({ error }) => error !== undefined) ?? experience;
  return (
    <PageFrame
      title={text('common.nav.experiences')}
      needs="readExperiences"
      navigationAction={<BackButton fallback="/plugins/contextual/experiences" />}
    >
      <QueryState query={{ ...failed, data: undefined }}>{() => null}</QueryState>
    </PageFrame>
  );
}
