import { Button, Checkbox, Dialog, Field, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../hooks/use-text';
import type { TextKey } from '../translations/en';
import type { FormInput } from './builder-forms';

/** Name under which the Content-Type Builder knows the input. */
export const CONFIRMED_CHECKBOX = 'contextual-confirmed-checkbox';

/** What is asked before a box that was ticked when the form opened is cleared. */
export interface Confirmation {
  readonly title: TextKey;
  readonly body: TextKey;
  readonly confirm: TextKey;
}

/** An input of the Content-Type Builder's settings that is a {@link ConfirmedCheckbox}. */
export interface ConfirmedCheckboxInput extends FormInput {
  readonly type: typeof CONFIRMED_CHECKBOX;
  /** Shown while the schema says nothing. */
  readonly checkedByDefault: boolean;
  readonly confirmation: Confirmation;
}

interface Props extends ConfirmedCheckboxInput {
  readonly value?: unknown;
  /** The type or attribute is new: nothing can be lost yet. */
  readonly isCreating?: boolean;
  onChange(event: { target: { name: string; value: boolean; type: 'checkbox' } }): void;
}

/** A tick box that warns before it is cleared, since a save then takes something from visitors. */
export function ConfirmedCheckbox(props: Props) {
  const { name, intlLabel, description, checkedByDefault, confirmation, isCreating = false } = props;
  const { formatMessage } = useIntl();
  const text = useText();
  const [isAsking, setIsAsking] = useState(false);
  const checked = typeof props.value === 'boolean' ? props.value : checkedByDefault;
  const wasChecked = useRef(checked);
  const set = (value: boolean) => props.onChange({ target: { name, value, type: 'checkbox' } });
  const change = (value: boolean) => {
    if (!value && wasChecked.current && !isCreating) setIsAsking(true);
    else set(value);
  };
  return (
    <Dialog.Root open={isAsking} onOpenChange={setIsAsking}>
      <Field.Root name={name} hint={formatMessage(description)}>
        <Checkbox checked={checked} onCheckedChange={(value: unknown) => change(value === true)}>
          {formatMessage(intlLabel)}
        </Checkbox>
        <Field.Hint />
      </Field.Root>
      <Dialog.Content>
        <Dialog.Header>{text(confirmation.title)}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle />}>
          <Typography textAlign="center">{text(confirmation.body)}</Typography>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary">{text('content-type-builder.keep')}</Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button variant="danger-light" onClick={() => set(false)}>
              {text(confirmation.confirm)}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
