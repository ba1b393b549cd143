import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { Button, Dialog, Flex, Modal } from '@strapi/design-system';
import { useText } from '../hooks/use-text';

interface Props {
  readonly title: string;
  readonly submitLabel: string;
  /** Whether closing would lose something. */
  readonly dirty: boolean;
  readonly saving: boolean;
  /** Only to be looked at. */
  readonly readOnly?: boolean;
  readonly onSubmit: () => Promise<void> | void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A record's form above its list. Closing it asks before anything typed is lost. */
export function RecordDialog(props: Props) {
  const { title, submitLabel, dirty, saving, readOnly = false, onSubmit, onClose, children } = props;
  const text = useText();
  const formId = useId();
  const [asking, setAsking] = useState(false);
  const close = () => (dirty ? setAsking(true) : onClose());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A portal's events bubble through React, not through the page: no form around this one is meant.
    event.stopPropagation();
    void onSubmit();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('common.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={formId} onSubmit={submit} noValidate>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {children}
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={close}>
            {text(readOnly ? 'common.close' : 'common.cancel')}
          </Button>
          {!readOnly && (
            <Button type="submit" form={formId} loading={saving} disabled={!dirty}>
              {submitLabel}
            </Button>
          )}
        </Modal.Footer>
        <Dialog.Root open={asking} onOpenChange={setAsking}>
          <ConfirmDialog title={text('common.leave.title')} onConfirm={onClose}>
            {text('common.leave.question')}
          </ConfirmDialog>
        </Dialog.Root>
      </Modal.Content>
    </Modal.Root>
  );
}
