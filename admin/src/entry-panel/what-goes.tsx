import { Typography } from '@strapi/design-system';
import { useGetContentOriginQuery, useGetEntryContentsQuery } from '../api/entries';
import { useGetExperiencesQuery } from '../api/experiences';
import { baseOf, isBase, useTypes } from '../content-manager/personalized-type';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import type { BaseEntryRef } from '../../../src/protocol/experiences';

interface Props extends BaseEntryRef {
  readonly act: 'delete' | 'delete-locale' | 'unpublish';
  /** Of `delete-locale`. */
  readonly locale?: string;
}

/** One sentence in a confirmation: which variants are lost, or no longer shown, with this entry. */
export function WhatGoes(props: Props) {
  const { type } = useTypes(props.contentType);
  const may = useMay();
  if (isBase(type?.pluginOptions) && may('readExperiences')) return <OfEntry {...props} />;
  if (baseOf(type?.pluginOptions)) return <OfVariant {...props} />;
  return null;
}

function OfEntry({ act, locale, ...entry }: Props) {
  const text = useText();
  const { data: contents = [] } = useGetEntryContentsQuery(entry);
  const { data: experiences } = useGetExperiencesQuery({ ...entry, pageSize: 100 });
  const affected =
    act === 'delete-locale'
      ? contents.filter(({ locales }) => locales.some((known) => known.locale === locale))
      : contents;
  if (affected.length === 0) return null;
  const codes = new Set(affected.map(({ experience }) => experience));
  const names = experiences?.data.filter(({ code }) => codes.has(code)).map(({ name }) => name) ?? [];
  return (
    <Sentence>
      {text(`entry-panel.goes.${act}`, {
        count: affected.length,
        experiences: names.join(', '),
        locale,
      })}
    </Sentence>
  );
}

/** Of variant content itself: its entry stays, and visitors see it as it is. */
function OfVariant({ act, locale: _locale, ...content }: Props) {
  const text = useText();
  const { data: origin } = useGetContentOriginQuery(content);
  if (!origin || act === 'unpublish') return null;
  return (
    <Sentence>
      {text('entry-panel.goes.variant', { variant: origin.variant.name, experience: origin.experience.name })}
    </Sentence>
  );
}

interface ManyProps {
  readonly model: string;
  readonly documentIds: readonly string[];
  readonly act: 'delete' | 'unpublish';
}

/** The same for many entries at once: by name, as nobody wants to ask for each of them. */
export function WhatGoesOfMany({ model, documentIds, act }: ManyProps) {
  const text = useText();
  const may = useMay();
  const { type } = useTypes(model);
  const skip = !isBase(type?.pluginOptions) || !may('readExperiences');
  const { data } = useGetExperiencesQuery({ pageSize: 500 }, { skip });
  const chosen = new Set(documentIds);
  const concerns = (entry: BaseEntryRef) => entry.contentType === model && chosen.has(entry.documentId);
  const mine = (data?.data ?? []).filter(
    ({ status, entries }) => entries.some(concerns) && (act === 'delete' || status === 'running'),
  );
  if (mine.length === 0) return null;
  const entries = new Set(
    mine.flatMap((one) => one.entries.filter(concerns).map((entry) => entry.documentId)),
  );
  return (
    <Sentence>
      {text(`entry-panel.goes.many-${act}`, {
        count: entries.size,
        experiences: mine.map(({ name }) => name).join(', '),
      })}
    </Sentence>
  );
}

const Sentence = ({ children }: { children: string }) => (
  <Typography tag="p" textAlign="center" textColor="danger600" data-what-goes="">
    {children}
  </Typography>
);
