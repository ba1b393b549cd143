import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { useGetPersonalizedTypesQuery } from '../../api/entries';
import { useGetAttentionQuery } from '../../api/results';
import { PageFrame } from '../../components/page-frame';
import { QueryState } from '../../components/query-state';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';
import { AffectedRow } from './affected-row';
import { AttentionRow } from './attention-row';

/** What keeps visitors from seeing what was meant, and what edits elsewhere in Strapi changed here. */
export function AttentionPage() {
  const text = useText();
  const skip = { skip: !useMay()('readExperiences') };
  const query = useGetAttentionQuery(undefined, skip);
  // Names of types are a comfort: without them the uid is shown.
  const { data: types = [] } = useGetPersonalizedTypesQuery(undefined, skip);
  return (
    <PageFrame title={text('attention.title')} subtitle={text('attention.subtitle')} needs="readExperiences">
      <QueryState query={query}>
        {({ data, meta }) => (
          <>
            {data.length === 0 ? (
              <Flex gap={3} padding={6} background="neutral0" hasRadius shadow="tableShadow">
                <CheckCircle fill="success600" aria-hidden />
                <Typography>{text('attention.nothing')}</Typography>
              </Flex>
            ) : (
              <List>
                {data.map((item, index) => (
                  <AttentionRow key={index} item={item} types={types} />
                ))}
              </List>
            )}
            <Box>
              <Typography variant="beta" tag="h2">
                {text('attention.changes.title')}
              </Typography>
              <Typography textColor="neutral600" tag="p">
                {text(meta.affected.length > 0 ? 'attention.changes.subtitle' : 'attention.changes.none')}
              </Typography>
            </Box>
            {meta.affected.length > 0 && (
              <List>
                {meta.affected.map((affected, index) => (
                  <AffectedRow key={index} affected={affected} types={types} />
                ))}
              </List>
            )}
          </>
        )}
      </QueryState>
    </PageFrame>
  );
}

const List = ({ children }: { children: ReactNode }) => (
  <Flex
    tag="ul"
    direction="column"
    alignItems="stretch"
    gap="1px"
    background="neutral150"
    hasRadius
    shadow="tableShadow"
  >
    {children}
  </Flex>
);
