import { useState } from 'react';
import { Button, Flex, Status, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import type { ContentStatus, VariantContentRecord, VariantRecord } from '../../../../src/protocol/variants';
import { entryKey } from '../../api/content-manager';
import type { EntryNames } from '../../hooks/use-entry-titles';
import { useText } from '../../hooks/use-text';
import { AddContent } from './add-content';

interface Props {
  readonly experience: ExperienceRecord;
  readonly variant: VariantRecord;
  readonly contents: readonly VariantContentRecord[];
  readonly names: EntryNames;
  readonly isOpen: boolean;
}

const COLORS: Readonly<Record<ContentStatus, 'secondary' | 'success' | 'alternative'>> = {
  draft: 'secondary',
  published: 'success',
  modified: 'alternative',
};

/** Where a variant's content opens in the Content Manager. */
export function contentPath(
  { variantContentType, variantDocumentId }: VariantContentRecord,
  locale: string | null,
): string {
  const query = locale === null ? '' : `?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
  return `/content-manager/collection-types/${variantContentType}/${variantDocumentId}${query}`;
}

/** A variant's content for each entry and locale, how far it is, and the way to write more. */
export function VariantContents({ experience, variant, contents, names, isOpen }: Props) {
  const text = useText();
  const [adding, setAdding] = useState(false);
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {contents.map((content) => (
        <Flex
          key={entryKey(content.entry)}
          direction="column"
          alignItems="flex-start"
          gap={1}
          style={{ maxWidth: '24rem' }}
        >
          <Typography style={{ whiteSpace: 'normal' }}>{names.titleOf(content.entry)}</Typography>
          {!content.available && (
            <Typography variant="pi" textColor="danger600">
              {text('experiences.content.unavailable')}
            </Typography>
          )}
          <Flex gap={3} wrap="wrap">
            {content.locales.map(({ locale, status }) => (
              <Flex key={locale ?? ''} gap={2}>
                <Typography
                  tag={Link}
                  to={contentPath(content, locale)}
                  textColor="primary600"
                  aria-label={text('experiences.content.edit', {
                    variant: variant.name,
                    entry: names.titleOf(content.entry),
                    locale: locale ?? '',
                  })}
                >
                  {locale ?? text('experiences.content.open')}
                </Typography>
                <Status variant={COLORS[status]} size="XS">
                  <Typography tag="span" variant="pi" fontWeight="bold">
                    {text(`experiences.content.${status}`)}
                  </Typography>
                </Status>
              </Flex>
            ))}
          </Flex>
        </Flex>
      ))}
      {contents.length === 0 && (
        <Typography textColor="neutral600">{text('experiences.content.none')}</Typography>
      )}
      {isOpen && (
        <Button size="S" variant="tertiary" startIcon={<Plus />} onClick={() => setAdding(true)}>
          {text('experiences.content.add')}
        </Button>
      )}
      <AddContent
        open={adding}
        onClose={() => setAdding(false)}
        experience={experience}
        variant={variant}
        contents={contents}
        names={names}
      />
    </Flex>
  );
}
