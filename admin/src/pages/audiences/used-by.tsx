import { Box, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { AudienceUse } from '../../../../src/protocol/audiences';
import { useGetExperiencesQuery } from '../../api/experiences';
import { entryPath } from '../../content-manager/entry-path';
import { useEntryTitles } from '../../hooks/use-entry-titles';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';

/** Where an audience is used, each with the way there. */
export function UsedBy({ uses }: { uses: readonly AudienceUse[] }) {
  const text = useText();
  const say = useUseText(uses);
  if (uses.length === 0) {
    return <Typography textColor="neutral600">{text('audiences.uses.none')}</Typography>;
  }
  return (
    <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
      {uses.map((use, index) => {
        const { label, to } = say(use);
        return (
          <Box tag="li" key={index} paddingBottom={1}>
            {to === undefined ? (
              <Typography>{label}</Typography>
            ) : (
              <Link tag={NavLink} to={to}>
                {label}
              </Link>
            )}
          </Box>
        );
      })}
    </Box>
  );
}

interface UseText {
  readonly label: string;
  /** Absent where the role may not go there. */
  readonly to?: string;
}

/** Says a use in the panel's language, with the names that people know. */
function useUseText(uses: readonly AudienceUse[]): (use: AudienceUse) => UseText {
  const text = useText();
  const may = useMay();
  const mayOpen = may('readExperiences');
  const { data: experiences } = useGetExperiencesQuery({ pageSize: 500 }, { skip: !mayOpen });
  const entries = uses.flatMap((use) =>
    use.kind === 'entry' ? [{ contentType: use.contentType, documentId: use.documentId }] : [],
  );
  const { titleOf, typeOf, isGone } = useEntryTitles(entries);
  const at = (code: string) =>
    mayOpen ? `/plugins/contextual/experiences/${encodeURIComponent(code)}` : undefined;
  return (use) => {
    if (use.kind === 'experience') {
      return { label: text('audiences.uses.experience', { name: use.name }), to: at(use.experience) };
    }
    if (use.kind === 'variant') {
      const found = experiences?.data.find(({ code }) => code === use.experience);
      const values = { name: use.name, experience: found?.name ?? use.experience };
      return { label: text('audiences.uses.variant', values), to: at(use.experience) };
    }
    const type = typeOf(use.contentType);
    const values = { type: type?.displayName ?? use.contentType, title: titleOf(use) };
    const label = text('audiences.uses.entry', values);
    if (!type || isGone(use)) return { label };
    return { label, to: entryPath(type.kind === 'singleType' ? 'single-types' : 'collection-types', use) };
  };
}
