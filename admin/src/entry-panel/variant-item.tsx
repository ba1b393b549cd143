import { Button, Flex, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { useGetAudiencesQuery } from '../api/audiences';
import { useAddVariantContentMutation } from '../api/variants';
import { entryPath, useLocale } from '../content-manager/entry-path';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { useTold } from '../hooks/use-told';
import type { BaseEntryRef, ExperienceRecord } from '../../../src/protocol/experiences';
import type { VariantContentRecord, VariantRecord } from '../../../src/protocol/variants';
import { ContentStatuses } from './content-statuses';
import { PanelLink } from './panel-link';

interface Props {
  readonly entry: BaseEntryRef;
  readonly experience: ExperienceRecord;
  readonly variant: VariantRecord;
  /** None: the variant has nothing for this entry yet. */
  readonly content?: VariantContentRecord;
}

/** A variant of an entry: for whom it is, how far its content is, and the way to it. */
export function VariantItem({ entry, experience, variant, content }: Props) {
  const text = useText();
  const locale = useLocale();
  const to =
    content?.available === true &&
    entryPath(
      'collection-types',
      { contentType: content.variantContentType, documentId: content.variantDocumentId },
      content.locales[0]?.locale === null ? null : locale,
    );
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} tag="li">
      {to ? (
        <PanelLink to={to}>{variant.name}</PanelLink>
      ) : (
        <Typography fontWeight="semiBold">{variant.name}</Typography>
      )}
      <ForWhom experience={experience} variant={variant} />
      {!variant.enabled && (
        <Typography variant="pi" textColor="warning600">
          {text('entry-panel.variants.switched-off')}
        </Typography>
      )}
      {content ? (
        <ContentStatuses content={content} locale={locale} />
      ) : (
        <AddContent entry={entry} experience={experience} variant={variant} locale={locale} />
      )}
    </Flex>
  );
}

/** Names of its audiences; what is left over is said by the experience's own page. */
function ForWhom({ experience, variant }: Pick<Props, 'experience' | 'variant'>) {
  const text = useText();
  const may = useMay();
  const { data } = useGetAudiencesQuery({ pageSize: 500 }, { skip: !may('readAudiences') });
  const codes = experience.selection === 'relevance' ? variant.audiences : experience.audiences;
  const names = codes.map((code) => data?.data.find((audience) => audience.code === code)?.name ?? code);
  const byInterest = experience.selection === 'relevance' && codes.length === 0;
  return (
    <Typography variant="pi" textColor="neutral600">
      {names.length > 0
        ? names.join(', ')
        : text(byInterest ? 'entry-panel.variants.by-interest' : 'common.everyone')}
    </Typography>
  );
}

/** For variants that other entries of the personalization have content of, and this one has not. */
function AddContent({ entry, experience, variant, locale }: Omit<Props, 'content'> & { locale?: string }) {
  const text = useText();
  const may = useMay();
  const told = useTold();
  const navigate = useNavigate();
  const [add, { isLoading }] = useAddVariantContentMutation();
  const write = async () => {
    const input = { entry, ...(locale !== undefined && { locale }) };
    const content = await told(
      () => add({ experience: experience.code, code: variant.code, input }).unwrap(),
      text('common.created'),
    );
    if (!content) return;
    const { variantContentType: contentType, variantDocumentId: documentId } = content;
    navigate(entryPath('collection-types', { contentType, documentId }, locale));
  };
  return (
    <>
      <Typography variant="pi" textColor="neutral600">
        {text('entry-panel.variants.no-content')}
      </Typography>
      {may('writeExperiences') && experience.status !== 'ended' && (
        <Button
          type="button"
          size="S"
          variant="tertiary"
          startIcon={<Pencil />}
          loading={isLoading}
          onClick={() => void write()}
        >
          {text('entry-panel.variants.write')}
        </Button>
      )}
    </>
  );
}
