import { variabilityOf } from '../../../src/overlay/variability';
import { PLUGIN_ID } from '../plugin-id';
import type { TextKey } from '../translations/en';
import texts from '../translations/en/content-type-builder.json';
import { getTranslation } from '../translations/get-translation';
import type { AttributeForm, BuilderForms, Message } from './builder-forms';
import {
  CONFIRMED_CHECKBOX,
  type Confirmation,
  ConfirmedCheckbox,
  type ConfirmedCheckboxInput,
} from './confirmed-checkbox';
import { isOptedIn, tidySchema } from './tidy-schema';

/** The part of Strapi's admin app that is used here. */
interface AdminApp {
  getPlugin(id: string): { readonly apis?: unknown } | undefined;
}

/**
 * Kinds of field that get the box, by the Content-Type Builder's names and, for custom fields, by the
 * attribute types beneath. Addresses and secrets never vary.
 */
const FIELDS = [
  ...['text', 'richtext', 'blocks', 'media', 'component', 'dynamiczone', 'relation'],
  ...['number', 'boolean', 'date', 'enumeration', 'json', 'email'],
  ...['string', 'integer', 'biginteger', 'float', 'decimal', 'datetime', 'time', 'timestamp'],
];

/**
 * Adds the tick boxes to the Content-Type Builder. To be called in `bootstrap`: by then every plugin is
 * registered. Does nothing in a project without the Content-Type Builder.
 */
export function extendContentTypeBuilder(app: AdminApp): void {
  const apis = app.getPlugin('content-type-builder')?.apis as { forms?: BuilderForms } | undefined;
  const forms = apis?.forms;
  if (!forms) return;
  forms.components.add({ id: CONFIRMED_CHECKBOX, component: ConfirmedCheckbox });
  forms.addContentTypeSchemaMutation(tidySchema);
  forms.extendContentType({ form: { advanced: () => [enabledBox] } });
  forms.extendFields(FIELDS, { form: { advanced: variableBox } });
}

const enabledBox = box('enabled', 'content-type-builder.enabled.hint', false, {
  title: 'content-type-builder.disable.title',
  body: 'content-type-builder.disable.body',
  confirm: 'content-type-builder.disable.confirm',
});

function variableBox(form: AttributeForm): ConfirmedCheckboxInput[] {
  const { contentTypeSchema, forTarget, type, step, data, customField } = form;
  if (forTarget !== 'contentType' || !contentTypeSchema || !isOptedIn(contentTypeSchema)) return [];
  // The first step names a component that is yet to be made; the attribute comes in the second.
  if (type === 'component' && step === '1') return [];
  const standing = variabilityOf(data ?? {}, customField?.type ?? data?.type ?? type);
  if (standing === 'never') return [];
  const hint =
    standing === 'on' ? 'content-type-builder.variable.hint' : 'content-type-builder.variable.hint-off';
  return [
    box('variable', hint, standing === 'on', {
      title: 'content-type-builder.fix.title',
      body: 'content-type-builder.fix.body',
      confirm: 'content-type-builder.fix.confirm',
    }),
  ];
}

function box(
  option: 'enabled' | 'variable',
  hint: keyof typeof texts,
  checkedByDefault: boolean,
  confirmation: Confirmation,
): ConfirmedCheckboxInput {
  return {
    name: `pluginOptions.${PLUGIN_ID}.${option}`,
    type: CONFIRMED_CHECKBOX,
    intlLabel: message(`content-type-builder.${option}.label`),
    description: message(hint),
    checkedByDefault,
    confirmation,
  };
}

// A declaration: the box of types is made while this file is read.
function message(key: keyof typeof texts & TextKey): Message {
  return { id: getTranslation(key), defaultMessage: texts[key] };
}
