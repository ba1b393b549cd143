import { Flex, Typography } from '@strapi/design-system';
import type {
  BulkActionComponent,
  BulkActionDescription,
  DocumentActionComponent,
  DocumentActionDescription,
  DocumentActionProps,
} from '@strapi/content-manager/strapi-admin';
import type { ReactNode } from 'react';
import { useGetEntryContentsQuery } from '../api/entries';
import { useGetExperiencesQuery } from '../api/experiences';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { WhatGoes, WhatGoesOfMany } from '../entry-panel/what-goes';
import { isBase, useTypes } from './personalized-type';

/**
 * Strapi 5.54 declares zones for additions to its confirmations and renders none of them, so the actions
 * themselves are wrapped: what is asked stays theirs, with a sentence about the variants below it.
 */
export const tellOnDocument = (action: DocumentActionComponent): DocumentActionComponent => {
  if (action.type === 'unpublish') return tellOnUnpublish(action);
  // The one of i18n that deletes a language of an entry has no type.
  const act = action.type === undefined ? 'delete-locale' : action.type;
  if (act !== 'delete' && act !== 'delete-locale') return action;
  const told: DocumentActionComponent = (props) => {
    const described = action(props);
    return described?.variant === 'danger' ? withSentence(described, sentenceOf(props, act)) : described;
  };
  return alike(told, action);
};

/** The same for many entries of a list. */
export const tellOnMany = (action: BulkActionComponent): BulkActionComponent => {
  const { type } = action;
  if (type !== 'delete' && type !== 'unpublish') return action;
  const told: BulkActionComponent = (props) =>
    withSentence(
      action(props),
      <WhatGoesOfMany
        model={props.model}
        documentIds={props.documents.map(({ documentId }) => documentId)}
        act={type}
      />,
    );
  return Object.assign(told, { type });
};

/** Strapi unpublishes at once; where that takes variants from visitors, it is asked about first. */
function tellOnUnpublish(action: DocumentActionComponent): DocumentActionComponent {
  const told: DocumentActionComponent = (props) => {
    const text = useText();
    const may = useMay();
    const { type } = useTypes(props.model);
    const documentId = props.document?.documentId;
    const entry = { contentType: props.model, documentId: documentId ?? '' };
    const skip = !documentId || !isBase(type?.pluginOptions) || !may('readExperiences');
    const { data: contents = [] } = useGetEntryContentsQuery(entry, { skip });
    const { data: experiences } = useGetExperiencesQuery(entry, { skip });
    const described = action(props);
    const running = new Set(
      experiences?.data.filter(({ status }) => status === 'running').map(({ code }) => code),
    );
    if (!described || !contents.some(({ experience }) => running.has(experience))) return described;
    const sentence = <WhatGoes {...entry} act="unpublish" />;
    if (described.dialog) return withSentence(described, sentence);
    return {
      ...described,
      onClick: undefined,
      dialog: {
        type: 'dialog',
        title: text('entry-panel.goes.title'),
        bodyIcon: 'danger',
        content: sentence,
        onConfirm: async () => {
          await described.onClick?.({} as never);
        },
      },
    };
  };
  return alike(told, action);
}

const sentenceOf = ({ model, document }: DocumentActionProps, act: 'delete' | 'delete-locale'): ReactNode =>
  document?.documentId ? (
    <WhatGoes
      contentType={model}
      documentId={document.documentId}
      act={act}
      locale={typeof document.locale === 'string' ? document.locale : undefined}
    />
  ) : null;

type Description = DocumentActionDescription | BulkActionDescription | null;

/** Adds to the confirmation of what destroys; the sentence is only asked for once the confirmation is open. */
function withSentence<D extends Description>(described: D, sentence: ReactNode): D {
  const dialog = described?.dialog;
  if (!described || dialog?.type !== 'dialog' || !sentence) return described;
  const content = (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {dialog.content ?? <Typography />}
      {sentence}
    </Flex>
  );
  return { ...described, dialog: { ...dialog, content } };
}

/** The Content Manager finds actions by these, and some by their name. */
const alike = (told: DocumentActionComponent, action: DocumentActionComponent): DocumentActionComponent => {
  Object.defineProperty(told, 'name', { value: action.name });
  return Object.assign(told, {
    ...(action.type !== undefined && { type: action.type }),
    ...(action.position !== undefined && { position: action.position }),
  });
};
