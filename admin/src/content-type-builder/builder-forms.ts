import type { ComponentType } from 'react';
import type { VaryingAttribute } from '../../../src/overlay/variability';

/** An attribute as the Content-Type Builder holds it while somebody edits; its type is the one beneath a custom field. */
export type BuilderAttribute = VaryingAttribute & {
  readonly name: string;
  readonly type: string;
};

/** A content type or component as the Content-Type Builder holds it. */
export interface BuilderType {
  readonly uid: string;
  readonly modelType?: string;
  readonly pluginOptions?: Readonly<Record<string, unknown>>;
  readonly attributes: readonly BuilderAttribute[];
}

/** A text that the Content-Type Builder formats. */
export interface Message {
  readonly id: string;
  readonly defaultMessage: string;
}

/** One input of its advanced settings; what else it holds reaches the component. */
export interface FormInput {
  readonly name: string;
  readonly type: string;
  readonly intlLabel: Message;
  readonly description: Message;
}

/** What it tells about the attribute whose settings are open. */
export interface AttributeForm {
  readonly contentTypeSchema?: BuilderType;
  readonly forTarget: string;
  /** Its own name of the kind of field, for example `number` for an integer. */
  readonly type: string;
  readonly step?: string | null;
  readonly data?: { readonly type?: string; readonly relation?: unknown };
  readonly customField?: { readonly type: string } | null;
}

/** The Content-Type Builder's way to be extended, as far as we use it; the same that i18n goes. */
export interface BuilderForms {
  readonly components: { add(input: { id: string; component: ComponentType<never> }): void };
  addContentTypeSchemaMutation(mutation: (next: BuilderType, previous?: BuilderType) => BuilderType): void;
  extendContentType(extension: { form: { advanced(): FormInput[] } }): void;
  extendFields(
    types: readonly string[],
    extension: { form: { advanced(form: AttributeForm): FormInput[] } },
  ): void;
}
