import { Tooltip, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useTypes } from '../content-manager/personalized-type';
import { useText } from '../hooks/use-text';
import { fieldStates } from './field-states';
import { useSavedDocument } from './use-saved-document';
import { documentOf, overlaySchemaOf } from './variable-attributes';

/** Beside the label of a field of variant content: that it is inherited, or empty on purpose. Nothing when filled. */
export function FieldState({ name }: { readonly name: string }) {
  const text = useText();
  const { type } = useTypes(useParams().slug ?? '');
  const saved = useSavedDocument();
  // The state, not the values: typing in one field draws no other one anew.
  const state = useForm('FieldState', ({ values }) => {
    if (!type) return undefined;
    const schema = overlaySchemaOf(type);
    const own = { attributes: schema.attributes.filter((attribute) => attribute.name === name) };
    return fieldStates(documentOf(values as Readonly<Record<string, unknown>>, saved, own), own).get(name);
  });
  if (state !== 'inherited' && state !== 'emptied') return null;
  return (
    <Tooltip label={text(`entry-panel.fills.${state}.hint`)}>
      <Typography
        tag="span"
        variant="pi"
        textColor={state === 'emptied' ? 'warning600' : 'neutral600'}
        style={{ marginInlineStart: '0.8rem' }}
        data-field-state={state}
      >
        {text(`entry-panel.fills.${state}`)}
      </Typography>
    </Tooltip>
  );
}
